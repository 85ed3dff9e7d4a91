import type { SlipItem } from '../../../room/slips.ts';

/** A question as it stands on a slip, and which of its two times it is. */
export function slipTitle({ question: { prompt, paired }, round }: SlipItem): string {
  return paired ? `${prompt} (${round === 1 ? 'before' : 'after'})` : prompt;
}
