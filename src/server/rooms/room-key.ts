import { createHash, scrypt, timingSafeEqual } from 'node:crypto';
import type { Snapshot } from '../../room/store.ts';

/** So that trying phrases on a file that was taken away costs a lot: about 50 ms each. */
const COST = { N: 2 ** 14, r: 8, p: 1 };
const BYTES = 32;

/**
 * The key of a room, base64url, derived from its phrase: the holder of the phrase has the key, and
 * the server has neither (R13).
 */
export function keyFromPhrase(phrase: string, lesson: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(phrase, `wholeclass ${lesson}`, BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key.toString('base64url')),
    );
  });
}

/** What the server keeps of a key. */
export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** True for the key of a room that is not over; takes as long for a wrong one. */
export function holdsKey({ room }: Snapshot, key: string): boolean {
  return (
    room.state !== 'finished' &&
    timingSafeEqual(hashOf(key), Buffer.from(room.keyHash, 'base64url'))
  );
}
