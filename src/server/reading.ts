import type { ChildProcess } from 'node:child_process';
import type { ReadHandout } from '../handout/handout.ts';
import type { ReadLesson } from '../lesson/lesson.ts';
import type { Problem } from '../text/problem.ts';
import { startApart } from './apart.ts';
import type { Asked, HandoutText, LessonText, Said } from './lesson-reader.ts';

/** A text being read, and its words being checked, which takes much longer; null where the process that does it ended. */
export type Reading = { readonly read: Promise<ReadLesson | null>; readonly found: Promise<readonly Problem[] | null> };

/** What is to be read, and how long after it the reader stays, in ms: a text that is being edited is read again soon. */
export type ToRead = LessonText & { readonly stayMs: number };

/** Whoever asked: is told what is said, null when nothing more will be, and answers true after the last of it. */
type Waiting = (said: Said | null) => boolean;
type Reader = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; leaveAt: number; leaving: NodeJS.Timeout | null };

/** More than the longest text that is opened takes. */
const MOST_MB = 1500;
/** How long the reader stays after a handout, in ms: the next comes at once or not at all. */
const HANDOUT_MS = 500;

let reader: Reader | null = null;
let asked = 0;

/** Reads and checks a lesson in a process apart, one for all that is read here, which ends when it has nothing to do. */
export function readApart({ stayMs, ...text }: ToRead): Reading {
  const [read, found] = [Promise.withResolvers<ReadLesson | null>(), Promise.withResolvers<readonly Problem[] | null>()];
  ask(text, stayMs, (said) => {
    if (said === null || 'read' in said) read.resolve(said?.read ?? null);
    if (said === null || 'found' in said) found.resolve(said?.found ?? null);
    return said !== null && 'found' in said;
  });
  return { read: read.promise, found: found.promise };
}

/** Reads a handout by the same process; null where it ended. */
export function readHandoutApart(text: HandoutText): Promise<ReadHandout | null> {
  return new Promise((resolve) => {
    ask(text, HANDOUT_MS, (said) => {
      resolve(said !== null && 'handout' in said ? said.handout : null);
      return true;
    });
  });
}

function ask(text: LessonText | HandoutText, stayMs: number, hear: Waiting): void {
  const id = (asked += 1);
  reader ??= startReader();
  if (reader.leaving !== null) clearTimeout(reader.leaving);
  reader.leaveAt = Math.max(reader.leaveAt, performance.now() + stayMs);
  reader.waiting.set(id, hear);
  hold(reader.child, true);
  // One that has just ended takes nothing more, and its end is told below.
  reader.child.send({ id, ...text } satisfies Asked, () => undefined);
}

function startReader(): Reader {
  const child = startApart(new URL('./lesson-reader.ts', import.meta.url), MOST_MB);
  const started: Reader = { child, waiting: new Map(), leaveAt: 0, leaving: null };
  const { waiting } = started;
  child.on('message', (said: Said) => {
    if (waiting.get(said.id)?.(said) !== true) return;
    waiting.delete(said.id);
    if (waiting.size === 0) rest(started);
  });
  const end = () => {
    if (reader === started) reader = null;
    for (const hear of waiting.values()) hear(null);
    waiting.clear();
  };
  child.once('exit', end);
  child.once('error', end);
  return started;
}

/** A program that is otherwise done need not wait for a reader that rests. */
function rest(resting: Reader): void {
  hold(resting.child, false);
  const leave = () => {
    if (reader === resting) reader = null;
    resting.child.kill();
  };
  resting.leaving = setTimeout(leave, Math.max(0, resting.leaveAt - performance.now())).unref();
}

function hold(child: ChildProcess, isNeeded: boolean): void {
  for (const handle of [child, child.channel]) {
    if (isNeeded) handle?.ref();
    else handle?.unref();
  }
}
