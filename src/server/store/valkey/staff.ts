import { IDLE_MS, SESSION_MS, type SessionStore } from '../../staff/staff-sessions.ts';
import type { Tally } from '../../staff/sign-in-counts.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { openLink, type Link } from './link.ts';

/** A sorted set: a hash of each open session of staff, by when it was last used. */
export const SESSIONS = 'wholeclass:{staff}:sessions';
/** A hash: how many signed in and how many keys were wrong, in all and by the hour. */
export const SIGN_INS = 'wholeclass:{staff}:sign-ins';

/** Use is written down this often at most by one process, in ms. */
const TOUCH_MS = 60_000;
const AWAY = Symbol('away');

/** What all processes of one site share of signing in: sessions, and counts. */
export type SharedStaff = { readonly sessions: SessionStore; readonly tally: Tally };

/** Opens what is shared at `url`; it ends with `sessions.end`. */
export async function openSharedStaff(url: URL, now: () => number): Promise<SharedStaff> {
  const ended = new Map<string, number>();
  const nothing = () => {};
  const link = await openLink({
    url,
    onMessage: nothing,
    back: () => void removeEnded(),
    log: nothing,
  });

  async function removeEnded(): Promise<void> {
    for (const session of ended.keys()) await withFallback(link.send('ZREM', SESSIONS, session));
  }

  return { sessions: sharedSessions({ link, ended, now }), tally: sharedTally(link) };
}

type SessionParts = {
  readonly link: Link;
  readonly ended: Map<string, number>;
  readonly now: () => number;
};

/**
 * While Valkey is away a token that is sealed and not past its time is taken, unless this process ended it; what was ended
 * meanwhile is removed once Valkey is back. To begin a session, and to end all, needs Valkey.
 */
function sharedSessions({ link, ended, now }: SessionParts): SessionStore {
  const touched = new Map<string, number>();
  return {
    async add(session, used) {
      await link.send('ZADD', SESSIONS, String(used), session);
      await link.send('PEXPIRE', SESSIONS, String(SESSION_MS));
    },
    async lastUse(session) {
      if (ended.has(session)) return null;
      const score = await withFallback(link.send('ZSCORE', SESSIONS, session));
      if (score === AWAY) return now();
      return score === null ? null : Number(score);
    },
    async touch(session, used) {
      if (used - (touched.get(session) ?? -TOUCH_MS) < TOUCH_MS) return;
      forget(touched, (at) => used - at >= IDLE_MS);
      touched.set(session, used);
      // XX: one that was ended meanwhile stays so.
      await withFallback(link.send('ZADD', SESSIONS, 'XX', String(used), session));
      await withFallback(link.send('PEXPIRE', SESSIONS, String(SESSION_MS)));
    },
    async remove(session) {
      forget(ended, (at) => now() - at >= SESSION_MS);
      ended.set(session, now());
      await withFallback(link.send('ZREM', SESSIONS, session));
    },
    async clear() {
      await link.send('DEL', SESSIONS);
    },
    async count(since) {
      await link.send('ZREMRANGEBYSCORE', SESSIONS, '-inf', String(since));
      return Number(await link.send('ZCARD', SESSIONS));
    },
    end: link.end,
  };
}

function sharedTally(link: Link): Tally {
  return {
    async add(name, by) {
      await link.send('HINCRBY', SIGN_INS, name, String(by));
    },
    async read() {
      const found = await link.send('HGETALL', SIGN_INS);
      return new Map(pairsOf(found).map(([name, value]) => [name, Number(value)]));
    },
    async drop(names) {
      await link.send('HDEL', SIGN_INS, ...names);
    },
  };
}

// A list of names and values, or, from a newer connection, a map.
function pairsOf(found: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(found)) {
    return Object.entries(Object(found)).map(([name, value]) => [name, String(value)]);
  }
  const words = found.map(String);
  return words.flatMap((name, index) =>
    index % 2 === 0 ? [[name, words[index + 1] ?? ''] as const] : [],
  );
}

function forget(known: Map<string, number>, isPast: (at: number) => boolean): void {
  for (const [one, at] of known) if (isPast(at)) known.delete(one);
}

async function withFallback(sent: Promise<unknown>): Promise<unknown> {
  return sent.catch((error: unknown) => {
    if (!(error instanceof StoreUnavailable)) throw error;
    return AWAY;
  });
}
