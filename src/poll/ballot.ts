import { customRandom } from 'nanoid';

/** Random bytes, given by the caller: `crypto.getRandomValues` or as good. */
export type Random = (bytes: number) => Uint8Array;

/** How often one ballot may change its answer (R4). */
export const MAX_CHANGES = 20;

/** Makes `count` ballots, each 32 random bytes as base64url, in sorted order, so that their place tells nothing (R2). */
export function makeBallots(count: number, random: Random): readonly string[] {
  // 42 characters of six bits and one of four are 256 bits.
  const drawBody = customRandom(BASE64URL, 42, random);
  const drawEnd = customRandom(BASE64URL_ENDS, 1, random);
  return Array.from({ length: count }, () => drawBody() + drawEnd()).sort();
}

/** Takes one ballot out of `free` at random, where the rest stay in their order, so that no copy and no gap tells when; null when none is left (R2). */
export function issueBallot(free: string[], random: Random): string | null {
  return free.length === 0 ? null : (free.splice(randomBelow(free.length, random), 1)[0] ?? null);
}

/** A whole number from 0 to `limit` - 1, each as likely as the next. `limit` at most 2^32. */
export function randomBelow(limit: number, random: Random): number {
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const drawn = random(4).reduce((sum, byte) => sum * 256 + byte, 0);
    if (drawn < fair) return drawn % limit;
  }
}

/** True for a ballot's shape: 43 base64url characters. */
export function isBallot(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Every fourth of them: what 32 bytes may end in. */
const BASE64URL_ENDS = 'AEIMQUYcgkosw048';
