/** A school day, in ms: the longest that a session of staff lasts. */
export const SESSION_MS = 12 * 60 * 60_000;
/** How long a session lasts without use, in ms. A room's open stream is use. */
export const IDLE_MS = 60 * 60_000;
/** Use is written down this often at most, in ms. */
const TOUCH_MS = 60_000;

/** Sessions that are open, by a hash of the number that each was given at random, with when each was last used (ms since 1970). One that is not here is over. */
export type SessionStore = {
  /** Adds a session, used now. */
  add(session: string, used: number): Promise<void>;
  /** When it was last used; null for one that is over. */
  lastUse(session: string): Promise<number | null>;
  /** Notes a use; one that is over stays so. */
  touch(session: string, used: number): Promise<void>;
  remove(session: string): Promise<void>;
  clear(): Promise<void>;
  /** How many were used since. Older ones may be forgotten. */
  count(since: number): Promise<number>;
  end(): void;
};

/** Begins and ends sessions, and calls back connections that were opened with them. */
export type Sessions = {
  begin(session: string): Promise<void>;
  /** True for a session that is open; asking is using it. */
  use(session: string): Promise<boolean>;
  close(session: string): Promise<void>;
  closeAll(): Promise<void>;
  /** How many sessions are open. */
  count(): Promise<number>;
  /**
   * Calls `ended` once when the session is over: at once where it was ended here, within a few seconds where another process
   * ended it or its time is up. With `isUse` the session does not become idle meanwhile. Returns how to stop.
   */
  follow(followed: Followed): () => void;
  /** Looks whether sessions that are followed are still open; the program does every few seconds. */
  sweep(): Promise<void>;
  end(): void;
};

/** A connection of a session: `until` is when the session is over in any case, in ms since 1970. */
export type Followed = {
  readonly session: string;
  readonly until: number;
  readonly isUse: boolean;
  readonly ended: () => void;
};

/** Opens sessions over a store; `now` in ms since 1970. */
export function openSessions(store: SessionStore, now: () => number): Sessions {
  const followed = new Set<Followed>();

  async function use(session: string): Promise<boolean> {
    if (!(await isOpen(session))) return false;
    await store.touch(session, now());
    return true;
  }

  async function isOpen(session: string): Promise<boolean> {
    const used = await store.lastUse(session);
    if (used !== null && now() - used < IDLE_MS) return true;
    if (used !== null) await store.remove(session).catch(() => undefined);
    return false;
  }

  function end(which: (one: Followed) => boolean): void {
    for (const one of [...followed].filter(which)) {
      followed.delete(one);
      one.ended();
    }
  }

  return {
    begin: (session) => store.add(session, now()),
    use,
    close: (session) => store.remove(session).finally(() => end((one) => one.session === session)),
    closeAll: () => store.clear().finally(() => end(() => true)),
    count: () => store.count(now() - IDLE_MS),
    follow(one) {
      followed.add(one);
      return () => void followed.delete(one);
    },
    async sweep() {
      for (const session of new Set([...followed].map((one) => one.session))) {
        const own = [...followed].filter((one) => one.session === session);
        const stays = own.some(({ isUse, until }) => isUse && now() < until)
          ? await use(session)
          : await isOpen(session);
        end((one) => one.session === session && (!stays || now() >= one.until));
      }
    },
    end: store.end,
  };
}

/** A store in memory; `changed` is called after each change that has to outlive the program; for use, once a minute. */
export function memorySessions(
  known: ReadonlyMap<string, number> = new Map(),
  changed: (all: ReadonlyMap<string, number>) => Promise<void> = async () => {},
): SessionStore {
  const open = new Map(known);
  return {
    async add(session, used) {
      open.set(session, used);
      await changed(open);
    },
    lastUse: async (session) => open.get(session) ?? null,
    async touch(session, used) {
      const before = open.get(session);
      if (before === undefined || used - before < TOUCH_MS) return;
      open.set(session, used);
      await changed(open);
    },
    async remove(session) {
      if (open.delete(session)) await changed(open);
    },
    async clear() {
      open.clear();
      await changed(open);
    },
    async count(since) {
      for (const [session, used] of open) if (used <= since) open.delete(session);
      return open.size;
    },
    end: () => {},
  };
}
