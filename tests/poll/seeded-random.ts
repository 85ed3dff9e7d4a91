import type { Random } from '../../src/poll/ballot.ts';

/** Bytes that look random and are the same for the same seed (xorshift). */
export function seededRandom(seed: number): Random {
  let state = seed * 2_654_435_761 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 255;
  };
  return (bytes) => Uint8Array.from({ length: bytes }, next);
}
