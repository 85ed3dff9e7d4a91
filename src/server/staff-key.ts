import { createHmac, randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { SESSION_MS, type EndedSessions } from './ended-sessions.ts';

/** What became of a sign-in: the token of a session, a wrong key, or too many tries for now. */
export type SignedIn = { readonly is: 'in'; readonly token: string } | { readonly is: 'wrong' } | { readonly is: 'slow' };

/** The key that opens the staff door to a network, and the sessions it began. */
export type StaffKey = {
  signIn(key: string): Promise<SignedIn>;
  /** False for a token that is over, ended, made up, or begun with another key. */
  isSignedIn(token: string): Promise<boolean>;
  signOut(token: string): Promise<void>;
  end(): void;
};

const MINUTE = 60_000;
/** Wrong keys that a process takes in a minute, and tries that may wait for their turn. */
const MOST_WRONG = 10;
const MOST_WAITING = 4;
/** 32 MB and a quarter of a second for one guess (OWASP Password Storage Cheat Sheet: N=2^15, r=8, p=3). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const;
// The same everywhere: nothing made from the key is stored, and every process of one site has to know every other's sessions.
const SALT = 'wholeclass staff door 1';

/** The key, the clock, and the sessions that were ended; `cost` is what one guess takes. */
type KeyOptions = { readonly key: string; readonly now: () => number; readonly ended: EndedSessions; readonly cost?: ScryptOptions };

/** Opens the staff key; `now` in ms since 1970. Sessions live in their tokens, so that a restart or another process knows them. */
export async function openStaffKey({ key, now, ended, cost = COST }: KeyOptions): Promise<StaffKey> {
  const own = await derive(key, cost);
  const [proof, sealing] = [own.subarray(0, 32), own.subarray(32)];
  let wrong: readonly number[] = [];
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function tryKey(given: string): Promise<SignedIn> {
    wrong = wrong.filter((at) => now() - at < MINUTE);
    if (wrong.length >= MOST_WRONG) return { is: 'slow' };
    const isRight = timingSafeEqual((await derive(given, cost)).subarray(0, 32), proof);
    if (isRight) return { is: 'in', token: newToken() };
    wrong = [...wrong, now()];
    return { is: 'wrong' };
  }

  function newToken(): string {
    const told = `${(now() + SESSION_MS).toString(36)}.${randomBytes(16).toString('base64url')}`;
    return `${told}.${seal(told)}`;
  }

  function seal(told: string): string {
    return createHmac('sha256', sealing).update(told).digest('base64url');
  }

  async function isSignedIn(token: string): Promise<boolean> {
    const [until = '', nonce = '', mac = ''] = token.split('.');
    const told = `${until}.${nonce}`;
    return isSame(mac, seal(told)) && Number.parseInt(until, 36) > now() && !(await ended.has(nonce));
  }

  return {
    // One guess after the other, however many arrive at once.
    async signIn(given) {
      if (waiting >= MOST_WAITING) return { is: 'slow' };
      waiting += 1;
      const mine = turn.then(() => tryKey(given)).finally(() => (waiting -= 1));
      turn = mine.catch(() => {});
      return mine;
    },
    isSignedIn,
    async signOut(token) {
      if (await isSignedIn(token)) await ended.add(token.split('.')[1] ?? '');
    },
    end: ended.end,
  };
}

function derive(key: string, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => scrypt(key.normalize('NFKC'), SALT, 64, cost, (error, made) => (error ? reject(error) : resolve(made))));
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
