import type { LessonAudience } from '../../../lesson/lesson.ts';
import type { TellingWords } from '../../../room/phone-protocol.ts';

/** What to say and do when someone begins to tell something, by who tells (UKCIS 2024; KCSIE part one). */
export const tellingWords: Readonly<Record<LessonAudience, TellingWords>> = {
  pupils: {
    now: '“Thank you. I want to hear this properly. Let’s talk straight after.”',
    keep: 'Keep the {class} busy with the slide they have. Offer the quiet place with an adult. If anyone is in danger, send the call card at once.',
    alone:
      '“You have done the right thing. It isn’t your fault. I can’t keep it secret; I will tell only people who help.”',
    after: 'Listen, and ask nothing more. Then write down their own words, and tell',
  },
  adults: {
    now: '“Thank you for saying that. I want to hear it properly. Let’s talk straight after, somewhere quiet.”',
    keep: 'Carry on with the slide for everyone else. If a child is in danger now, stop and call 999, then the safeguarding lead.',
    alone:
      '“You have done the right thing. It isn’t your child’s fault, and you are not alone with it. I can’t keep it secret; I will tell only people who help.”',
    after:
      'Listen, and ask nothing more. If it happened to them when they were young, it is theirs to tell: ask what would help. Then write down their own words, and tell',
  },
};

/** What no one does, in any lesson. */
export const NEVER =
  'look at, copy or delete a picture; ask who, when or why; promise to keep it secret; say what they should have done.';
