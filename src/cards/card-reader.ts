import type { Side } from './marks.ts';
import { readCards, type Frame } from './read-cards.ts';
import { addFrame, countSides, startSweep, viewSweep, type SweepView } from './sweep.ts';

/** All that leaves a reader while it reads; `isDark` where the camera sees next to no light. */
export type ReadingView = SweepView & { readonly isDark: boolean };

/** How many cards have each letter at the top. */
export type CardCounts = Readonly<Record<Side, number>>;

/** Reads a camera's frames, one after the other; times are ms on any clock that goes forward. */
export type CardReader = {
  read(frame: Frame, now: number): ReadingView;
  /** What was read, letter by letter; the cards it came from are forgotten with this. */
  count(): CardCounts;
};

/** Below this light, of 255, no card can be told from another. */
const DARK = 24;

/** Opens a reader that has seen nothing. */
export function openCardReader(): CardReader {
  let sweep = startSweep(0);
  return {
    read(frame, now) {
      sweep = addFrame(sweep, readCards(frame), now);
      return { ...viewSweep(sweep, now), isDark: lightOf(frame) < DARK };
    },
    count() {
      const counts = countSides(sweep);
      sweep = startSweep(0);
      return counts;
    },
  };
}

/** The mean light of a frame, of every hundredth pixel or so. */
function lightOf({ luma }: Frame): number {
  let [sum, count] = [0, 0];
  for (let place = 0; place < luma.length; place += 97) {
    sum += luma[place] ?? 0;
    count += 1;
  }
  return sum / Math.max(1, count);
}
