import type { LessonAudience } from '../../lesson/lesson.ts';
import type { TodayTick } from '../../school/before-teaching.ts';

/** What the presenter calls a session, and who sits in it. */
type StartWords = {
  readonly answer: string;
  /** The same where there is nothing to choose: by hands alone. */
  readonly byHands: string;
  readonly count: string;
  readonly screen: string;
  readonly ticks: Readonly<Record<TodayTick, string>>;
  /** Who is there, as the desk counts them. */
  readonly here: string;
  readonly today: string;
};

/** The words of the start and the desk, for a class and for a room of adults. */
export const startWords: Readonly<Record<LessonAudience, StartWords>> = {
  pupils: {
    answer: '{Pupils} answer by',
    byHands: '{Pupils} here',
    count: 'How many {pupils} are here today?',
    screen: 'Which screen can {pupils} see?',
    ticks: {
      watched: 'I have watched the film, or read the story, and read my notes',
      lead: 'In today, and able to come if I call:',
      pupils: 'I know who may find this hard, and what they will do instead',
      help: '',
    },
    here: '{pupils}',
    today: 'The {class} today',
  },
  adults: {
    answer: 'People here',
    byHands: 'People here',
    count: 'How many people are here?',
    screen: 'Which screen can everyone see?',
    ticks: {
      watched:
        'I have read the slides, my notes and the hard questions, and watched any film I show',
      lead: 'In today, and able to come if I call:',
      pupils: '',
      help: 'Someone has time afterwards, in a quiet place, for anyone who stays behind',
    },
    here: 'people here',
    today: 'The session today',
  },
};

/** What the start says where the browser shows one picture: in short, and what it means. */
export const oneScreen = {
  found: 'One screen found',
  means: 'We found one screen. If a projector is connected, {pupils} see everything on it.',
} as const;

/** What may be typed into “Lesson ends at”, in its empty field and where something else was typed. */
export const ENDS_LIKE = 'like 10:40';
