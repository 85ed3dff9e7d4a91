import { checkInParts } from '../checks/checks.ts';
import type { Problem } from '../document/problem.ts';
import { openReadMemory } from '../lesson/read-memory.ts';
import type { DrawHandout } from './handouts-beside.ts';
import { readEdited, type EditedText, type Reading } from './reading.ts';

/** A text to read: the newest has the highest number. `today` is the day, `2026-11-24`. */
export type ToRead = EditedText & { readonly number: number; readonly today: string };

/** What comes of it: first the reading, then what the checks found in its words. A text that is followed by a newer one may have neither; one that cannot be read at all has `failed`, and the next is read. */
export type FromReader =
  | { readonly type: 'reading'; readonly number: number; readonly reading: Reading }
  | { readonly type: 'checked'; readonly number: number; readonly problems: readonly Problem[] }
  | { readonly type: 'failed'; readonly number: number };

/** Reads and checks texts one at a time; only the newest waits, and a newer one is read at once, before the rest of the checks of the one before it. */
export type ReadQueue = { read(text: ToRead): void };

/** What a queue works with: `answer` gets what was read, `pause` lets other work run for so many ms, 0 between one check and the next, `prepare` loads what a text needs before it is read, and gives what draws its handouts. */
export type ReadQueueParts = {
  readonly answer: (message: FromReader) => void;
  readonly pause: (ms: number) => Promise<void>;
  readonly prepare: (text: string) => Promise<DrawHandout | null>;
};

/** So long after a text was read its checks begin, in ms: while someone types they would only hold up the next key. */
const REST_MS = 200;

/** Opens a queue. */
export function openReadQueue({ answer, pause, prepare }: ReadQueueParts): ReadQueue {
  const memory = openReadMemory();
  let waiting: ToRead | null = null;
  let isReading = false;
  let wake = () => {};

  async function work(): Promise<void> {
    isReading = true;
    for (let next = waiting; next !== null; next = waiting) {
      waiting = null;
      await readOne(next).catch(() => answer({ type: 'failed', number: next.number }));
    }
    isReading = false;
  }

  async function readOne({ number, today, ...edited }: ToRead): Promise<void> {
    const { text } = edited;
    const draw = await prepare(text);
    if (waiting !== null) return;
    const { reading, lesson } = readEdited(edited, draw, memory);
    answer({ type: 'reading', number, reading });
    const parts = checkInParts(lesson, text, { today });
    await pauseFor(REST_MS);
    while (waiting === null) {
      const { done, value } = parts.next();
      if (done === true) return answer({ type: 'checked', number, problems: value });
      await pauseFor(0);
    }
  }

  // Until then, or until a newer text has come.
  function pauseFor(ms: number): Promise<void> {
    if (waiting !== null) return Promise.resolve();
    const newer = new Promise<void>((resolve) => {
      wake = resolve;
    });
    return Promise.race([pause(ms), newer]);
  }

  return {
    read(text) {
      waiting = text;
      wake();
      if (!isReading) void work();
    },
  };
}
