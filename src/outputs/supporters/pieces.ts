/** A piece of copy to use as it is: its name on the page, its file in the kit, and how many words it has about, where that was promised. */
export type Piece = {
  readonly id: string;
  readonly title: string;
  readonly use: string;
  readonly about: number | null;
  readonly text: string;
};

/**
 * What every piece says, in other words: pressure, consent and help, and never a duty on the person
 * under pressure.
 */
export const keyMessages: readonly string[] = [
  'Pressure is the problem. Nobody owes anyone a private picture.',
  'A no is an answer. The person who keeps asking is the one who should stop.',
  'Don’t pass it on. Ask the person it is about if they are all right, and go with them to tell someone.',
  'Asked, or passed something on? You can stop today, put it right and get help.',
  'If you were pressured, it is not your fault, whatever has happened.',
  'You can tell someone: an adult you trust, your {teacher}, or Childline on 0800 1111.',
  'Adults: stay calm, believe what you hear and listen. Nobody needs to see a picture to help.',
];

/** Copy in the lengths that a leaflet, a website or a notice sheet has room for, a newsletter item, and an e-mail signature. */
export const pieces: readonly Piece[] = [
  {
    id: 'copy-25',
    title: 'About 25 words',
    use: 'A caption, a slide between two items, a line on a poster',
    about: 25,
    text: 'Nobody should be pushed for a private picture. A no is an answer. Talk to an adult you trust, or call Childline, free, on 0800 1111.{more}',
  },
  {
    id: 'copy-50',
    title: 'About 50 words',
    use: 'A notice sheet, a noticeboard, a programme',
    about: 50,
    text: `Nobody should be pushed for a private picture. A no is an answer, and the person who keeps asking is the one who should stop. If it has gone further, help is there, and it is not the fault of the person who was pressured. Tell your {teacher}, or call Childline on 0800 1111.{more}`,
  },
  {
    id: 'copy-100',
    title: 'About 100 words',
    use: 'A page of a website, a parish magazine, a leaflet',
    about: 100,
    text: `Being asked for a private picture again and again is pressure, even when it comes as a joke or from someone close. Nobody owes anyone a picture. A no is an answer, and the person who asks is the one who should stop.

Friends can help: don’t pass anything on, ask “Are you all right?”, and go along to tell someone. Anyone who has asked or passed something on can stop today and put it right.

If it has happened, it is not the fault of the person who was pressured. Tell an adult you trust, your {teacher}, or Childline on 0800 1111. It is free.{more}`,
  },
  {
    id: 'copy-300',
    title: 'About 300 words',
    use: 'An article, a talk at the start of an evening, a letter',
    about: 300,
    text: `“Send me one.” “Don’t you trust me?” “I won’t show anyone.” Words like these are pressure. They may come from a boyfriend or girlfriend, from a group chat, or from someone met only online. They may sound friendly. They are still pressure, and the person who uses them is the one who should stop.

That is what {name} wants every young person to hear. Nobody owes anyone a private picture. A no is an answer, and it needs no reason. Saying nothing is all right too. Where someone has not agreed freely, or feels they cannot say no, there is no consent.

We also speak to those who ask. It takes one step to put it right: stop asking, say sorry, and do not ask again. Anyone who has passed something on can stop, tell an adult, and get help with what comes next.

And we speak to friends, because they are often the first to know. Don’t pass anything on. Don’t laugh along. Ask “Are you all right?”, and offer to go with them to someone who can help.

Parents and carers make a difference long before anything happens. Talk early and often, in the car or over the washing-up. Ask what they think of a story, not what they have done. Say “You can always tell me, and we will sort it out together”. If your child does tell you, stay calm, believe them and thank them for telling. Do not ask to see a picture: nobody needs that to help.

If it has happened, it is not the fault of the person who was pressured, and something can be done. Young people can tell an adult they trust, talk to their {teacher}, or call Childline free on 0800 1111. In danger now? Call 999.

To talk to us, use {contact}.{more}`,
  },
  {
    id: 'newsletter',
    title: 'Newsletter item',
    use: 'For families, in the last days of January',
    about: null,
    text: `Safer Internet Day: a conversation worth having

Tuesday 9 February 2027 is Safer Internet Day. At {name} we use the week to talk about pressure: what it sounds like when someone keeps asking for a private picture, why a no is an answer, and who can help.

You can join in at home. Start with a story rather than a question about them: “I read about someone who kept being asked for pictures. What would you tell a friend?” Then listen. It helps to say now: “You can always tell me, and we will sort it out together.”

If something has happened, stay calm, believe them, and do not ask to see a picture. They can talk to Childline on 0800 1111. You can talk to us: {contact}.{more}`,
  },
  {
    id: 'press-release',
    title: 'Press release',
    use: 'For the local paper and radio, the day before',
    about: null,
    text: `For Tuesday 9 February 2027, Safer Internet Day

No pressure for private pictures: {name} joins in

{name} is taking part in Safer Internet Day on Tuesday 9 February 2027. The message is short. Pressure is the problem: nobody owes anyone a private picture, and the person who keeps asking is the one who should stop.

Families, young people and everyone who works with them can find plain help: what to say to a message that asks for a picture, what to do when one has been passed on, and how to start talking at home. It is free, and nobody has to give a name.{more}

(Here, in your own words: what you are doing on the day and why, with the name and role of the one who says it.)

Young people can talk to Childline, free, on 0800 1111. In danger now? Call 999.

To the editor: please show no young person’s picture beside this, tell no real person’s story, and leave the helpline in.

Contact: {contact}`,
  },
  {
    id: 'signature',
    title: 'E-mail signature',
    use: 'Under your e-mails, from 1 to 12 February',
    about: null,
    text: `{name} · {contact}{address}
Safer Internet Day, Tuesday 9 February 2027
A no is an answer. Pressured for a private picture? It is not your fault, and you can tell someone: Childline, 0800 1111.`,
  },
];

/** How to say it, and how not to, with the reason. */
export type Wording = { readonly say: string; readonly not: string; readonly why: string };

/** Do and don’t for people who write words of their own. */
export const wording: readonly Wording[] = [
  {
    say: 'Start with the person who asks, pushes or passes on',
    not: 'Leave it to the person under pressure to say no',
    why: 'They are the one who can stop. A slogan that only says “say no” puts the work on the person who is being pushed.',
  },
  {
    say: '“Pressure”, “private pictures”; with parents “nudes and semi-nudes”',
    not: 'Terms of the campaign’s year, and labels for a child',
    why: 'Young people call it something else, and guidance has new terms. Nobody wants to be a label.',
  },
  {
    say: '“You can tell someone, and they can help”',
    not: 'Dark pictures and grave warnings',
    why: 'Someone who is frightened is less likely to tell.',
  },
  {
    say: 'A made-up person, “someone your age”',
    not: 'The story of a person who exists, even without a name',
    why: 'A place or a year is enough for others to guess who.',
  },
  {
    say: 'Words, without a number',
    not: 'Figures from the campaign’s year, or one with no source',
    why: 'They were misquoted, and a large number makes saying no harder.',
  },
  {
    say: '“Help is there, and an adult will tell you what happens next”',
    not: 'A promise to keep it secret, or that a picture will be gone',
    why: 'You may have to pass it on to keep someone safe.',
  },
  {
    say: 'Drawings, such as the ones on this page',
    not: 'Photographs of young people, or someone’s chat',
    why: 'A face beside these words looks like a story about that person.',
  },
  {
    say: 'Someone who looks after replies, and knows who to tell',
    not: 'A post that nobody watches',
    why: 'A young person may tell you something in a reply. Pass it to your safeguarding lead the same day, and answer nothing of it in public.',
  },
];
