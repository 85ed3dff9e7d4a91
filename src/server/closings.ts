import type { Snapshot, Store } from '../room/store.ts';

/** Ends questions that are closing once their time is over, and rooms at their deadline. */
export type Closings = {
  /** Sees to a room after a step: a closing question gets its timer. */
  follow(snapshot: Snapshot): void;
  end(): void;
};

/** How often rooms past their deadline are looked for, in ms. */
const EXPIRE_MS = 15_000;
/** A timer may fire a little early: this much is added, in ms. */
const MARGIN_MS = 10;

/** Starts the clockwork of a store. */
export function openClosings({ store, now }: { readonly store: Store; readonly now: () => number }): Closings {
  const timers = new Map<string, NodeJS.Timeout>();
  const expiry = setInterval(() => void store.expire(now()), EXPIRE_MS);
  expiry.unref();
  return {
    follow({ room }) {
      if (room.state !== 'closing' || timers.has(room.id)) return;
      const close = () => {
        timers.delete(room.id);
        void store.close(room.id, now());
      };
      timers.set(room.id, setTimeout(close, room.until - now() + MARGIN_MS));
    },
    end() {
      clearInterval(expiry);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
