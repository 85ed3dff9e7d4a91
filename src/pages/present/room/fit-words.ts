import type { Version } from '../../../lesson/versions.ts';
import { GRACE } from '../session/bell.ts';

/** What the start answers to an end time: how the version fits, and a shorter one to use where it does not. */
export type Fit = {
  readonly words: string;
  readonly isOver: boolean;
  readonly use: Version | null;
};

const minutesWords = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`);

/** How a version of `minutes` fits into the `left` until the end; null for what is not known. `all` are the lesson's versions, the longest first. */
export function fitOf(
  minutes: number | null,
  left: number | null,
  all: readonly Version[],
): Fit | null {
  if (minutes === null) return null;
  if (left === null) {
    return { words: `It takes ${minutesWords(minutes)}`, isOver: false, use: null };
  }
  const spare = left - minutes;
  if (spare >= 0) {
    const words = spare === 0 ? 'It just fits' : `It fits, with ${minutesWords(spare)} spare`;
    return { words, isOver: false, use: null };
  }
  const over = minutesWords(-spare);
  // The desk calls that on time: nothing has to be chosen again for it.
  if (-spare < GRACE) {
    return { words: `${over} over: no need to shorten`, isOver: false, use: null };
  }
  const fits = all.find((one) => one.sessions === 1 && one.minutes !== null && one.minutes <= left);
  return { words: `${over} over`, isOver: true, use: fits ?? null };
}
