import { paths, unansweredAskers, type Path, type UnansweredAsker } from './askers.ts';
import { pathSteps, reportRemove, stepsInstead, TONIGHT, type HelpSteps } from './help-steps.ts';

/** What is on the page of help alone: what may have happened, and how to report it in an app. */
type NeedId = 'passed' | 'fake' | 'received' | 'friend' | 'talk' | 'in-app';

/** One reason to come, as it is written on its button. */
type Need = { readonly id: string; readonly label: string };

/** Where someone is being pushed, it is asked first who it is. */
export const PUSHED = 'pushed';

/** What has happened, in a young person’s words, in the order in which it is offered. */
export const needs: readonly Need[] = [
  { id: PUSHED, label: 'Someone’s pressuring me for a picture' },
  { id: 'threat', label: 'Someone’s threatening me' },
  { id: 'sent', label: 'I already sent something' },
  { id: 'passed', label: 'A picture of me has been shared' },
  { id: 'fake', label: 'Someone made a fake of me' },
  { id: 'received', label: 'Someone sent me a nude' },
  { id: 'passed-on', label: 'I asked for something, or passed it on' },
  { id: 'friend', label: 'I’m worried about a friend' },
  { id: 'talk', label: 'I want to talk to someone' },
];

const more: Readonly<Record<NeedId, HelpSteps>> = {
  passed: {
    title: 'You can get help with this today',
    words: 'The person who passes it on is responsible. It is the same if you sent it once.',
    steps: [
      'You do not have to look at it, answer anyone, or explain.',
      {
        words:
          'Tell one adult you trust: “Something about me is being passed on, and I need help.”',
        more: TONIGHT,
      },
      'Keep messages and usernames that show who passed it on. Leave any picture where it is. Don’t show it to anyone.',
      reportRemove,
    ],
  },
  fake: {
    title: 'It’s not your fault. A fake counts, and there is help',
    words:
      'The person who made it is responsible, and so is anyone who passes it on. You don’t have to prove that it isn’t you.',
    steps: [
      'You do not have to look at it, answer anyone, or explain.',
      {
        words: 'Tell one adult you trust: “Someone made a fake of me, and I need help.”',
        more: TONIGHT,
      },
      'Keep messages and usernames that show who made it, or passed it on. Leave any picture where it is. Don’t show it to anyone.',
      reportRemove,
    ],
  },
  received: {
    title: 'You did nothing wrong by getting it',
    words: 'Someone sent it, and you did not choose that. It is the same if it is of someone else.',
    steps: [
      'You do not have to answer, or look at it again.',
      'Leave it where it is. Don’t send it or show it to anyone, not even to get help.',
      'Tell an adult you trust today: “Someone sent me something.” They do not need to see it. They can tell you what to do with it.',
      'Keep the messages and the username. Leave any picture where it is. Then you can block them.',
      {
        words:
          'Is it from an adult, or someone you only know online? You can report it to CEOP: see below.',
        needs: 'ceop',
      },
    ],
  },
  // No app’s own menu: they change, and none of them could be checked.
  'in-app': {
    title: 'How to report it in an app',
    words:
      'Most apps let you report a message, a post or a person. It looks a bit different in each.',
    steps: [
      'Tell an adult you trust, too. An app can take a while, and you don’t have to wait for it.',
      'Keep the messages and the username first. Leave any picture where it is. What you report may go from the chat.',
      'Press and hold the message or the post, or open the person’s profile.',
      'Look for “Report”. It may be behind three dots, a flag, or “Help”.',
      'Pick what is closest. You don’t have to explain it all.',
      'Then you can block them. Can’t find it? Ask an adult to look with you.',
    ],
  },
  friend: {
    title: 'You can help, and you’re not alone',
    words: 'One kind message and one adult are a lot. You do not have to sort it out yourself.',
    steps: [
      'Tell your friend: “I’m on your side. This isn’t your fault.”',
      'If something is going round, don’t look and don’t pass it on. If it feels safe, say: “Leave it out.”',
      'Go with them to an adult you trust, or tell one yourself: “I’m worried about a friend.”',
      'If they could get hurt, do not keep it to yourself. Tell them kindly that you are getting help.',
      'If they may be in danger today, call 999 or get an adult now.',
    ],
  },
  talk: {
    title: 'You can talk to someone today',
    words: 'It does not have to be something big. You do not need to know what to call it.',
    steps: [
      'Choose who feels easiest: someone at home, in school or at a club, or Childline.',
      'Any words will do: “Can I talk to you about something?”',
      'You can say only some of it, and stop when you want to.',
      'If the first person does not listen, tell another one.',
    ],
  },
};

type AnyId = NeedId | UnansweredAsker | Path;

/** Every card of help: what each is called where it is chosen, and its steps; those of the comebacks’ page are the same here. */
export const needCards: readonly {
  readonly id: AnyId;
  readonly label: string;
  readonly steps: HelpSteps;
}[] = [
  ...needs.flatMap(({ id, label }) => (isNeed(id) ? [{ id, label, steps: more[id] }] : [])),
  { id: 'in-app', label: 'How do I report it in an app?', steps: more['in-app'] },
  ...unansweredAskers.map(({ id, label }) => ({ id, label, steps: stepsInstead[id] })),
  ...paths.map(({ id, label }) => ({ id, label, steps: pathSteps[id] })),
];

/** What else may be asked on a card, by its id: cards that go on from there. */
export const furtherOn: Readonly<Partial<Record<AnyId, readonly AnyId[]>>> = {
  again: ['in-app'],
  online: ['in-app', 'sent'],
  adult: ['sent', 'telling'],
  threat: ['in-app', 'telling'],
  sent: ['threat', 'telling'],
  passed: ['in-app', 'telling'],
  fake: ['in-app', 'telling'],
  received: ['in-app', 'telling'],
  talk: ['telling'],
  friend: ['telling'],
};

function isNeed(id: string): id is NeedId {
  return Object.hasOwn(more, id);
}
