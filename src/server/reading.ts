import type { ChildProcess } from 'node:child_process';
import type { ReadLesson } from '../lesson/lesson.ts';
import type { Problem } from '../text/problem.ts';
import { startApart } from './apart.ts';
import type { Asked, Said } from './lesson-reader.ts';

/** A text being read, and its words being checked, which takes much longer; null where the process that does it ended. */
export type Reading = { readonly read: Promise<ReadLesson | null>; readonly found: Promise<readonly Problem[] | null> };

/** What is to be read, and how long after it the reader stays, in ms: a text that is being edited is read again soon. */
export type ToRead = Omit<Asked, 'id'> & { readonly stayMs: number };

type Waiting = { readonly read: (read: ReadLesson | null) => void; readonly found: (found: readonly Problem[] | null) => void };
type Reader = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; leaveAt: number; leaving: NodeJS.Timeout | null };

/** More than the longest text that is opened takes. */
const MOST_MB = 1500;

let reader: Reader | null = null;
let asked = 0;

/** Reads and checks a text in a process apart, one for all that is read here, which ends when it has nothing to do. */
export function readApart({ slug, text, today, stayMs }: ToRead): Reading {
  const id = (asked += 1);
  const [read, found] = [Promise.withResolvers<ReadLesson | null>(), Promise.withResolvers<readonly Problem[] | null>()];
  reader ??= startReader();
  if (reader.leaving !== null) clearTimeout(reader.leaving);
  reader.leaveAt = Math.max(reader.leaveAt, performance.now() + stayMs);
  reader.waiting.set(id, { read: read.resolve, found: found.resolve });
  hold(reader.child, true);
  reader.child.send({ id, slug, text, today } satisfies Asked, () => undefined);
  return { read: read.promise, found: found.promise };
}

function startReader(): Reader {
  const child = startApart(new URL('./lesson-reader.ts', import.meta.url), MOST_MB);
  const started: Reader = { child, waiting: new Map(), leaveAt: 0, leaving: null };
  const { waiting } = started;
  child.on('message', (said: Said) => {
    if ('read' in said) return waiting.get(said.id)?.read(said.read);
    waiting.get(said.id)?.found(said.found);
    waiting.delete(said.id);
    if (waiting.size === 0) rest(started);
  });
  const end = () => {
    if (reader === started) reader = null;
    for (const one of waiting.values()) {
      one.read(null);
      one.found(null);
    }
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
