import { shareBlocks, type OptionShare } from '../../../poll/disclose.ts';

/** How many of a result’s blocks are full, and how many more there may be. */
export type ShareBlocks = { readonly full: number; readonly maybe: number };

/** The blocks of a share; null for one that says no more than more or less than half. */
export function blocksOf(share: OptionShare): ShareBlocks | null {
  const isDrawn = share !== null && share !== 'more-than-half' && share !== 'less-than-half';
  return isDrawn ? shareBlocks(share) : null;
}
