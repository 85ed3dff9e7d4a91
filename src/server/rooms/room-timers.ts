import { CLOSING_MS, isTooEarly } from '../../room/room.ts';
import type { Snapshot, Store } from '../../room/store.ts';
import { diskSentence } from '../http/refuse-error.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';

/** Ends questions that are closing once their time is over, and rooms at their deadline; what the disk does not take is tried again until it does. */
export type RoomTimers = {
  /** Sees to a room after a step: a closing question gets its timer. */
  follow(snapshot: Snapshot): void;
  end(): void;
};

/** What the timers work with: `now` in ms since 1970, and the log for a disk that takes nothing. */
export type RoomTimersParts = {
  readonly store: Store;
  readonly now: () => number;
  readonly log: (sentence: string) => void;
  /** How often rooms past their deadline are looked for, in ms. */
  readonly everyMs?: number;
};

const EXPIRE_MS = 15_000;
/** A timer may fire a little early: this much is added, in ms. */
const MARGIN_MS = 10;
/** How long to wait after a failure, in ms: twice as long each time. */
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [100, 10_000];
const FULL =
  'The data folder takes nothing: make room on the disk, or let this account write there. Trying again.';

/** Starts the timers that close questions and expire rooms. */
export function openRoomTimers({
  store,
  now,
  log,
  everyMs = EXPIRE_MS,
}: RoomTimersParts): RoomTimers {
  const timers = new Map<string, NodeJS.Timeout>();
  let isOver = false;
  let isLogged = false;
  const expiry = setInterval(() => void attempt(sweep), everyMs);
  expiry.unref();

  /** A question whose process is gone is closed by another. */
  async function sweep(): Promise<boolean> {
    await store.expire(now());
    for (const snapshot of await store.all()) follow(snapshot);
    return true;
  }

  async function attempt(write: () => Promise<boolean>): Promise<boolean> {
    try {
      const isDone = await write();
      isLogged = false;
      return isDone;
    } catch (error) {
      // A store that is away says so itself.
      if (!isLogged && !isOver && !(error instanceof StoreUnavailable)) {
        log(diskSentence(error) ?? FULL);
      }
      isLogged = true;
      return false;
    }
  }

  function closeIn(id: string, wait: number, next = FIRST_WAIT_MS): void {
    const close = async () => {
      const isDone = await attempt(async () => {
        const closed = await store.close(id, now());
        // Not yet is no end: the question would take answers until the bell (R30).
        return !('refused' in closed && isTooEarly(closed));
      });
      timers.delete(id);
      if (!isDone && !isOver) closeIn(id, next, Math.min(next * 2, LONGEST_WAIT_MS));
    };
    timers.set(
      id,
      setTimeout(() => void close(), wait),
    );
  }

  function follow({ room }: Snapshot): void {
    if (room.state !== 'closing' || timers.has(room.id)) return;
    // No question closes for longer, whatever the clock says.
    closeIn(room.id, Math.min(Math.max(room.until - now(), 0), CLOSING_MS) + MARGIN_MS);
  }

  return {
    follow,
    end() {
      isOver = true;
      clearInterval(expiry);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
