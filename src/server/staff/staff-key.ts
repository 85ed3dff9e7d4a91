import {
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
  type ScryptOptions,
} from 'node:crypto';
import { isProof, type Proof, type ProofAsked } from '../../text/sign-in-proof.ts';
import { SESSION_MS, type Sessions } from './staff-sessions.ts';
import { openWrongKeys } from './wrong-keys.ts';

/** What became of a key that was typed: it is right, it is wrong, or it is looked at once it comes with a proof of work. */
export type KeyTried =
  | { readonly is: 'right' }
  | { readonly is: 'wrong' }
  | { readonly is: 'unproven'; readonly asked: ProofAsked };

/** A key as it was typed, with the proof that the page made for it where one was asked for. */
export type TypedKey = { readonly key: string; readonly proof: Proof | null };

/** An open session that a token names: `until` is when it is over in any case, in ms since 1970. */
export type OpenSession = { readonly session: string; readonly until: number };

/** The key that opens the staff door to a network, and the sessions it began. */
export type StaffKey = {
  tryKey(typed: TypedKey): Promise<KeyTried>;
  /** Begins a session; returns its token. */
  begin(): Promise<string>;
  /** The session of a token, which counts as used; null for one that is over, ended, made up, or begun with another key. */
  sessionOf(token: string): Promise<OpenSession | null>;
  /** Ends the session of a token, for every copy of it. */
  signOut(token: string): Promise<void>;
};

/** 32 MB and a quarter of a second, once at start (OWASP Password Storage Cheat Sheet: N=2^15, r=8, p=3). */
export const STAFF_KEY_COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const;
// The same everywhere: nothing made from the key is stored, and every process of one site has to know every other's sessions.
const SALT = 'wholeclass staff door 1';
/** How long a challenge is good for, in ms. */
const CHALLENGE_MS = 2 * 60_000;

/** The key, the clock and the sessions; `cost` is what it takes to try a stolen cookie against a guess, `maxFree` the wrong keys that ask for no proof. */
type KeyOptions = {
  readonly key: string;
  readonly now: () => number;
  readonly sessions: Sessions;
  readonly cost?: ScryptOptions;
  readonly maxFree?: number;
};

/** Opens the staff key; `now` in ms since 1970. A typed key is compared in microseconds, so that a right one never waits behind guesses. */
export async function openStaffKey({
  key,
  now,
  sessions,
  cost = STAFF_KEY_COST,
  maxFree,
}: KeyOptions): Promise<StaffKey> {
  const sealing = await derive(key, cost);
  const compared = randomBytes(32);
  const own = hash(key);
  const wrong = openWrongKeys(now, maxFree);

  function hash(typed: string): Buffer {
    return createHmac('sha256', compared).update(typed.normalize('NFKC')).digest();
  }

  function seal(words: string): string {
    return createHmac('sha256', sealing).update(words).digest('base64url');
  }

  function ask(bits: number): ProofAsked {
    const words = `${now().toString(36)}.${bits}`;
    return { challenge: `${words}.${seal(`proof ${words}`)}`, bits };
  }

  function proves({ key: typed, proof }: TypedKey): boolean {
    if (proof === null) return false;
    const [asked = '', bits = '', mac = ''] = proof.challenge.split('.');
    if (
      !isSame(mac, seal(`proof ${asked}.${bits}`)) ||
      now() - Number.parseInt(asked, 36) >= CHALLENGE_MS
    ) {
      return false;
    }
    return isProof(proof, { bits: Number(bits), key: typed });
  }

  async function sessionOf(token: string): Promise<OpenSession | null> {
    const [end = '', nonce = '', mac = ''] = token.split('.');
    if (!isSame(mac, seal(`${end}.${nonce}`))) return null;
    const [session, until] = [nameOf(nonce), Number.parseInt(end, 36)];
    return now() < until && (await sessions.use(session)) ? { session, until } : null;
  }

  return {
    async tryKey(typed) {
      const price = wrong.price();
      const isProven = price !== null && proves(typed);
      if (price !== null && !isProven) return { is: 'unproven', asked: ask(price) };
      if (timingSafeEqual(hash(typed.key), own)) return { is: 'right' };
      wrong.add(isProven);
      return { is: 'wrong' };
    },
    async begin() {
      const nonce = randomBytes(16).toString('base64url');
      const words = `${(now() + SESSION_MS).toString(36)}.${nonce}`;
      await sessions.begin(nameOf(nonce));
      return `${words}.${seal(words)}`;
    },
    sessionOf,
    async signOut(token) {
      const found = await sessionOf(token);
      if (found) await sessions.close(found.session);
    },
  };
}

// What is stored opens nothing: a hash names the session.
function nameOf(nonce: string): string {
  return createHash('sha256').update(nonce).digest('base64url');
}

function derive(key: string, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(key.normalize('NFKC'), SALT, 64, cost, (error, made) =>
      error ? reject(error) : resolve(made.subarray(32)),
    ),
  );
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
