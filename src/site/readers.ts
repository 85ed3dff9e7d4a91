import type { ChildProcess } from 'node:child_process';
import type { Block, ReadLesson } from '../lesson/lesson.ts';
import { startApart } from './apart.ts';
import { busyTime } from './busy-time.ts';
import type {
  Asked,
  HandoutText,
  LessonText,
  ManifestText,
  ReaderMessage,
} from './lesson-reader.ts';
import { asSent, type SentLesson } from './sent-lesson.ts';

/** Why a text was not read to its end: its process ended, or it was stopped because it took too long. */
export type Failure = 'ended' | 'too-slow';

/** What is heard of a text: what its reader says, that it is slow, or why nothing more will come. */
export type ReaderEvent =
  | Exclude<ReaderMessage, { readonly began: true } | { readonly read: SentLesson }>
  | { readonly read: ReadLesson }
  | 'slow'
  | Failure;

/** Reads texts in a process apart: one for all of them, and another beside it while one text takes long. */
export type Readers = {
  /** `onEvent` returns true after the last of what it waits for; `stayMs` is how long the reader stays after it. */
  ask(
    text: LessonText | HandoutText | ManifestText,
    stayMs: number,
    onEvent: (event: ReaderEvent) => boolean,
  ): void;
};

/** A reader's program, and how long it may work on one text, in ms of its own work: until the others go elsewhere, and until it is stopped. */
export type ReaderOptions = {
  readonly entry?: URL;
  readonly slowMs?: number;
  readonly limitMs?: number;
};

type Waiting = {
  readonly asked: Asked;
  readonly stayMs: number;
  readonly onEvent: (event: ReaderEvent) => boolean;
  workMs: number;
  isSlow: boolean;
};
type Reader = {
  readonly child: ChildProcess;
  /** How long it has worked, in ms. */
  readonly worked: () => number;
  readonly waiting: Map<number, Waiting>;
  /** The blocks of the lesson that it sent last. */
  sent: readonly Block[];
  /** The text it works on, and since when. */
  at: { readonly id: number; since: number } | null;
  leaveAt: number;
  leaving: NodeJS.Timeout | null;
  watching: NodeJS.Timeout | null;
};

/** More than the longest text that is opened takes. */
const MAX_MB = 1500;
/** Ten times what the longest lesson there is takes on a slow laptop. */
const SLOW_MS = 5_000;
/** When a text is stopped, in ms. */
export const LIMIT_MS = 30_000;

/** Opens readers; a process starts with the first text. */
export function openReaders({
  entry = new URL('./lesson-reader.ts', import.meta.url),
  slowMs = SLOW_MS,
  limitMs = LIMIT_MS,
}: ReaderOptions = {}): Readers {
  let reader: Reader | null = null;
  let asked = 0;

  function give(waiting: Waiting): void {
    const to = (reader ??= start());
    if (to.leaving !== null) clearTimeout(to.leaving);
    to.waiting.set(waiting.asked.id, waiting);
    to.watching ??= setInterval(() => watch(to), Math.min(250, slowMs)).unref();
    keepAlive(to.child, true);
    // One that has just ended takes nothing more, and its end is reported below.
    to.child.send(waiting.asked, () => undefined);
  }

  function start(): Reader {
    const child = startApart(entry, MAX_MB);
    const started: Reader = {
      child,
      worked: busyTime(child.pid),
      waiting: new Map(),
      sent: [],
      at: null,
      leaveAt: 0,
      leaving: null,
      watching: null,
    };
    child.on('message', (message: ReaderMessage) => take(started, message));
    const end = () => finish(started, 'ended');
    child.once('exit', end);
    child.once('error', end);
    return started;
  }

  function take(from: Reader, message: ReaderMessage): void {
    noteWork(from, 'began' in message ? message.id : null);
    if ('began' in message) return;
    const event = 'read' in message ? readIn(from, message.read) : message;
    if (event === null) return void from.child.kill('SIGKILL');
    const waiting = from.waiting.get(message.id);
    if (waiting?.onEvent(event) !== true) return;
    from.waiting.delete(message.id);
    // From here on: a reader that starts on a busy machine has often taken longer to read than it stays.
    from.leaveAt = Math.max(from.leaveAt, performance.now() + waiting.stayMs);
    if (from.waiting.size === 0) rest(from);
  }

  /** Null where it names what it never sent: then it is not to be trusted, and its end is reported. */
  function readIn(from: Reader, sent: SentLesson): { readonly read: ReadLesson } | null {
    const read = asSent(sent, from.sent);
    if (read !== null) from.sent = read.lesson.blocks;
    return read && { read };
  }

  /** A text that takes long is left alone with its reader, so that it delays no other; one that takes too long is stopped. */
  function watch(watched: Reader): void {
    noteWork(watched, watched.at?.id ?? null);
    const slow = watched.waiting.get(watched.at?.id ?? 0);
    if (slow === undefined || slow.workMs < slowMs) return;
    if (!slow.isSlow) {
      slow.isSlow = true;
      leaveAlone(watched, slow);
      slow.onEvent('slow');
    }
    if (slow.workMs < limitMs) return;
    finish(watched, 'too-slow');
    watched.child.kill('SIGKILL');
  }

  function leaveAlone(busy: Reader, slow: Waiting): void {
    if (reader === busy) reader = null;
    const others = [...busy.waiting.values()].filter((one) => one !== slow);
    for (const one of others) {
      busy.waiting.delete(one.asked.id);
      // It begins again from the start.
      give({ ...one, workMs: 0 });
    }
  }

  function finish(ended: Reader, why: Failure): void {
    if (reader === ended) reader = null;
    if (ended.watching !== null) clearInterval(ended.watching);
    for (const { onEvent } of ended.waiting.values()) onEvent(why);
    ended.waiting.clear();
  }

  /** A program that is otherwise done need not wait for a reader that rests. */
  function rest(resting: Reader): void {
    keepAlive(resting.child, false);
    if (resting.watching !== null) clearInterval(resting.watching);
    resting.watching = null;
    const leave = () => {
      if (reader === resting) reader = null;
      resting.child.kill();
    };
    // Another reads for the others by now.
    const stayMs = reader === resting ? Math.max(0, resting.leaveAt - performance.now()) : 0;
    resting.leaving = setTimeout(leave, stayMs).unref();
  }

  return {
    ask(text, stayMs, onEvent) {
      asked += 1;
      give({ asked: { id: asked, ...text }, stayMs, onEvent, workMs: 0, isSlow: false });
    },
  };
}

/** Adds the work since the last note to the text that was worked on: time in which others had the processor is not its own. */
function noteWork(reader: Reader, next: number | null): void {
  const now = reader.worked();
  const waiting = reader.waiting.get(reader.at?.id ?? 0);
  if (waiting !== undefined && reader.at !== null) waiting.workMs += now - reader.at.since;
  reader.at = next === null ? null : { id: next, since: now };
}

function keepAlive(child: ChildProcess, isNeeded: boolean): void {
  for (const handle of [child, child.channel]) {
    if (isNeeded) handle?.ref();
    else handle?.unref();
  }
}
