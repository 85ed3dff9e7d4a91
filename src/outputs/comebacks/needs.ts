import { paths, unansweredAskers, type Path, type UnansweredAsker } from './askers.ts';
import { pathSteps, reportRemove, stepsInstead, type HelpSteps } from './help-steps.ts';

/** What may bring a young person to the page of help. */
type NeedId = 'passed' | 'friend' | 'talk';

/** One reason to come, as it is written on its button. */
type Need = { readonly id: string; readonly label: string };

/** Where someone is being pushed, it is asked first who it is. */
export const PUSHED = 'pushed';

/** What has happened, in a young person’s words, in the order in which it is offered. */
export const needs: readonly Need[] = [
  { id: PUSHED, label: 'Someone’s pressuring me for a picture' },
  { id: 'passed', label: 'A picture of me has been shared' },
  { id: 'threat', label: 'Someone’s threatening me' },
  { id: 'passed-on', label: 'I asked for something, or passed it on' },
  { id: 'friend', label: 'I’m worried about a friend' },
  { id: 'talk', label: 'I want to talk to someone' },
];

const more: Readonly<Record<NeedId, HelpSteps>> = {
  passed: {
    title: 'You can get help with this today',
    words:
      'The person who passes it on is responsible. It is the same if you sent it once, or if it is a fake made with AI.',
    steps: [
      'You do not have to look at it, answer anyone, or explain.',
      'Tell one adult you trust: “Something about me is being passed on, and I need help.”',
      'Keep messages and usernames that show who passed it on. Leave any picture where it is. Don’t send it or show it to anyone.',
      reportRemove,
    ],
  },
  friend: {
    title: 'You can help, and not alone',
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
  ...unansweredAskers.map(({ id, label }) => ({ id, label, steps: stepsInstead[id] })),
  ...paths.map(({ id, label }) => ({ id, label, steps: pathSteps[id] })),
];

/** What else may be asked on a card, by its id: cards that go on from there. */
export const furtherOn: Readonly<Partial<Record<AnyId, readonly Path[]>>> = {
  passed: ['sent', 'telling'],
  talk: ['telling'],
  friend: ['telling'],
};

function isNeed(id: string): id is NeedId {
  return Object.hasOwn(more, id);
}
