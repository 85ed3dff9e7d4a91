import type { ReadHandout } from '../handout/handout.ts';
import type { ReadLesson } from '../lesson/lesson.ts';
import type { Problem } from '../text/problem.ts';
import type { HandoutText, LessonText } from './lesson-reader.ts';
import { openReaders, type Failure, type Readers } from './readers.ts';

/** A text being read, and its words being checked, which takes much longer; a `Failure` where that came to no end. */
export type Reading = {
  readonly read: Promise<ReadLesson | Failure>;
  readonly found: Promise<readonly Problem[] | Failure>;
  /** Resolves when this text has taken so long that nobody else need wait for it; perhaps never. */
  readonly slow: Promise<void>;
};

/** What is to be read, and how long after it the reader stays, in ms: a text that is being edited is read again soon. */
export type ToRead = LessonText & { readonly stayMs: number };

/** Reads and checks one lesson. */
export type ReadText = (text: ToRead) => Reading;

/** How long the reader stays after a handout, in ms: the next comes at once or not at all. */
const HANDOUT_MS = 500;

const readers = openReaders();

/** Reads and checks a lesson in a process apart, which ends when it has nothing to do. */
export const readApart: ReadText = readBy(readers);

/** Reads and checks lessons by the given readers. */
export function readBy({ ask }: Readers): ReadText {
  return ({ stayMs, ...text }) => {
    const [read, found] = [Promise.withResolvers<ReadLesson | Failure>(), Promise.withResolvers<readonly Problem[] | Failure>()];
    const slow = Promise.withResolvers<void>();
    ask(text, stayMs, (heard) => {
      if (heard === 'slow') slow.resolve();
      else if (typeof heard === 'string') for (const one of [read, found]) one.resolve(heard);
      else if ('read' in heard) read.resolve(heard.read);
      else if ('found' in heard) found.resolve(heard.found);
      return typeof heard !== 'string' && 'found' in heard;
    });
    return { read: read.promise, found: found.promise, slow: slow.promise };
  };
}

/** Reads a handout by the same readers; null where that came to no end. */
export function readHandoutApart(text: HandoutText): Promise<ReadHandout | null> {
  return new Promise((resolve) => {
    readers.ask(text, HANDOUT_MS, (heard) => {
      if (heard === 'slow') return false;
      resolve(typeof heard !== 'string' && 'handout' in heard ? heard.handout : null);
      return true;
    });
  });
}
