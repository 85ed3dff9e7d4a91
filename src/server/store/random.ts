import { randomFillSync } from 'node:crypto';
import type { Random } from '../../poll/ballot.ts';

/** How many bytes are drawn at once. */
const DRAWN = 4096;

/** Random bytes as `crypto.randomBytes` gives them, at a tenth of the cost: many are drawn at once. What was handed out is wiped here. */
export const random: Random = openRandom(randomFillSync);

/** Draws by `fill`, which fills its bytes with random ones. */
export function openRandom(fill: (bytes: Buffer) => unknown): Random {
  const drawn = Buffer.alloc(DRAWN);
  let at = DRAWN;
  return (size) => {
    if (size > DRAWN) {
      throw new RangeError(`Cannot draw ${size} random bytes: at most ${DRAWN} at once`);
    }
    if (at + size > DRAWN) {
      fill(drawn);
      at = 0;
    }
    const bytes = Uint8Array.from(drawn.subarray(at, at + size));
    drawn.fill(0, at, at + size);
    at += size;
    return bytes;
  };
}
