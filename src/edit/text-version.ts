import { sha256 } from '../text/sha256.ts';

/** More bytes than any lesson has: a larger file is no lesson. */
export const MAX_LESSON_BYTES = 8_000_000;

/** The version of a lesson's file: the first six bytes of its SHA-256 as a number, which JSON holds exactly; never 0, which is no version. */
export function versionOf(bytes: Uint8Array): number {
  const six = sha256(bytes).subarray(0, 6);
  return six.reduce((number, byte) => number * 256 + byte, 0) || 1;
}
