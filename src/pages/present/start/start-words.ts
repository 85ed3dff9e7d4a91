import type { LessonAudience } from '../../../lesson/lesson.ts';
import type { Doing } from '../../../school/before-teaching.ts';

/** What the presenter calls a session, and who sits in it. */
type StartWords = {
  readonly count: string;
  readonly screen: string;
  readonly doing: Readonly<Record<Doing, string>>;
  /** Who is there, as the desk counts them. */
  readonly here: string;
  readonly today: string;
};

/** The words of the start and the desk, for a class and for a room of adults. */
export const startWords: Readonly<Record<LessonAudience, StartWords>> = {
  pupils: {
    count: 'How many {pupils} are here today?',
    screen: 'Which screen can {pupils} see?',
    doing: {
      teach: 'Teach a {class}',
      rehearse: 'Rehearse: a pretend {class} answers',
      preview: 'Preview: just look, no polls',
    },
    here: '{pupils}',
    today: 'The {class} today',
  },
  adults: {
    count: 'How many people are here?',
    screen: 'Which screen can everyone see?',
    doing: {
      teach: 'Hold the session',
      rehearse: 'Rehearse: a pretend group answers',
      preview: 'Preview: just look, no polls',
    },
    here: 'people here',
    today: 'The session today',
  },
};
