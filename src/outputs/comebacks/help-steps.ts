import { isHidden, type HiddenContacts } from '../../help/national.ts';
import { reportRemoveWords } from '../../help/report-remove.ts';
import type { Path, UnansweredAsker } from './askers.ts';

/** One step. Where it leads to a national service that a school hides, it is left out. `more` is on pages, where there is room for it. */
export type HelpStep = {
  readonly words: string;
  readonly more?: string;
  readonly needs?: 'ceop' | 'report-remove';
};

/** What helps where no line does: words first, then steps in order. Whose fault it is not is said by the help below it. */
export type HelpSteps = {
  readonly title: string;
  readonly words: string;
  readonly steps: readonly (string | HelpStep)[];
};

/** The steps without those to services that are hidden. */
export function shownSteps({ steps }: HelpSteps, hidden: HiddenContacts = []): readonly HelpStep[] {
  return steps
    .map((step) => (typeof step === 'string' ? { words: step } : step))
    .filter(({ needs }: HelpStep) => needs === undefined || !isHidden({ id: needs }, hidden));
}

/** Their words alone, for a card. */
export function stepWords(steps: HelpSteps, hidden: HiddenContacts = []): readonly string[] {
  return shownSteps(steps, hidden).map(({ words }) => words);
}

const ceop: HelpStep = { words: 'You can report it to CEOP: see below.', needs: 'ceop' };

/** What a child in despair can do tonight: a person who is near, before any service. No hours: they change. */
export const TONIGHT = 'Too much tonight? Wake an adult, or talk to Childline. Not safe? Call 999.';

const takeDown = reportRemoveWords['young people'];

/** Asking for a picture to be taken down. */
export const reportRemove: HelpStep = {
  words: takeDown.ask,
  more: takeDown.more,
  needs: 'report-remove',
};

/** For each who gets no answer: what to do instead (M15). */
export const stepsInstead: Readonly<Record<UnansweredAsker, HelpSteps>> = {
  again: {
    title: 'Asking again is pressure',
    words:
      'You have said no. You do not need better words. The person who keeps asking is the one who should stop.',
    steps: [
      'You can stop replying now.',
      'Keep their messages and username. Leave any picture where it is. Don’t send it or show it to anyone. Then mute or block them if you want to.',
      'Tell one adult you trust: “Someone keeps asking me for something, and I want it to stop.”',
    ],
  },
  online: {
    title: 'Don’t reply',
    words:
      'People online are not always who they say they are. You have done nothing wrong by talking to them.',
    steps: [
      'Stop replying. You do not owe them an answer.',
      'Keep the messages and the username. Leave any picture where it is. Don’t send it or show it to anyone. Then block them.',
      'Tell an adult you trust today: “Someone online has asked me for a picture.”',
      ceop,
    ],
  },
  adult: {
    title: 'This is never OK, and it is never your fault',
    words: 'No adult should ask anyone under 18 for this, however kind they have been.',
    steps: [
      'You do not have to answer.',
      'Tell another adult you trust today. If the first one does not listen, tell another.',
      'Keep the messages and the username. Leave any picture where it is. Don’t send it or show it to anyone.',
      ceop,
    ],
  },
  threat: {
    title: 'This is not your fault. Get help now',
    words:
      'Threatening someone like this is against the law, and the person who threatens is responsible. It happens to other young people too, and people can help.',
    steps: [
      'Stop replying. Don’t pay, and don’t send anything else.',
      'Keep the messages and the username. Leave any picture where it is. Then block them.',
      { words: 'Tell an adult you trust now. If it’s night, wake one.', more: TONIGHT },
      ceop,
      {
        words: 'You can ask Report Remove to help block a picture.',
        more: takeDown.more,
        needs: 'report-remove',
      },
    ],
  },
};

/** For what has happened already: a calm way on. */
export const pathSteps: Readonly<Record<Path, HelpSteps>> = {
  sent: {
    title: 'It’s all right. You can get help from here',
    words:
      'Whatever made you send it, you are not the first, and it is not too late. Nobody has the right to pass it on.',
    steps: [
      'You can ask the person not to share it, if that feels safe: “Please don’t pass that on.” If they are threatening you, don’t reply.',
      'Don’t send anything else to make it stop.',
      'Keep the messages and usernames. Leave any picture where it is. Don’t show it to anyone.',
      {
        words:
          'Tell one adult you trust: “Something has happened and I need help.” You do not need more words than that.',
        more: TONIGHT,
      },
      reportRemove,
    ],
  },
  'passed-on': {
    title: 'You can put this right, starting now',
    words:
      'Stopping now is the best thing you can do for the other person. Telling an adult is brave, and they will help you too.',
    steps: [
      'Don’t ask again, and don’t pass anything on.',
      'If you sent it to someone, tell them: “Please don’t pass that on. I’m putting it right.”',
      'Tell an adult you trust: “I’ve done something wrong, and I want to put it right.” They will tell you what to do with what is on your phone.',
      'Say sorry without asking for anything back, and then give the other person space.',
    ],
  },
  telling: {
    title: 'What happens if I tell?',
    words:
      'You tell one adult, in any words. They listen, and they thank you. They do not need to see any picture.',
    steps: [
      'They cannot keep it a secret. In school they tell the safeguarding lead, and only people who help.',
      'You are asked what you would like to happen, and you can ask who will hear, and when.',
      'Your parents or carers will usually be told. You can say how, and who is with you. If that would make things less safe, say so.',
      'The police may be told, to keep people safe. The law is there to protect everyone under 18.',
      'Staff in school do not ask to see a picture. If someone needs to keep your phone for a while, they tell you why first.',
      'It is the same if you were the one who asked or passed it on: telling gets help started.',
    ],
  },
};
