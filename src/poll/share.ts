/** A part of the class as a screen says it: a band by a fraction inside it, or two neighbouring bands. */
export type Share =
  | 'few-or-none'
  | 'up-to-a-quarter'
  | 'about-a-sixth'
  | 'about-a-fifth'
  | 'about-a-quarter'
  | 'about-a-third'
  | 'a-quarter-to-a-half'
  | 'about-two-fifths'
  | 'about-half'
  | 'about-three-fifths'
  | 'a-half-to-three-quarters'
  | 'about-two-thirds'
  | 'about-three-quarters'
  | 'about-four-fifths'
  | 'about-five-sixths'
  | 'three-quarters-or-more'
  | 'nearly-all-or-all';

/** How many picked one of the options of which any number may be picked; null where saying it could give someone away. */
export type OptionShare = Share | 'more-than-half' | 'less-than-half' | null;

/** Every share, from the smallest to the largest. */
export const SHARES: readonly Share[] = [
  'few-or-none',
  'up-to-a-quarter',
  'about-a-sixth',
  'about-a-fifth',
  'about-a-quarter',
  'about-a-third',
  'a-quarter-to-a-half',
  'about-two-fifths',
  'about-half',
  'about-three-fifths',
  'a-half-to-three-quarters',
  'about-two-thirds',
  'about-three-quarters',
  'about-four-fifths',
  'about-five-sixths',
  'three-quarters-or-more',
  'nearly-all-or-all',
];

/** What is said of two neighbouring bands, by the place of the lower one. */
export const ACROSS: readonly Share[] = [
  'up-to-a-quarter',
  'a-quarter-to-a-half',
  'a-half-to-three-quarters',
  'three-quarters-or-more',
];

/** True for one band; false where more are said, so that no one is given away. */
export function isExact(share: Exclude<OptionShare, null>): boolean {
  return share !== 'more-than-half' && share !== 'less-than-half' && !ACROSS.includes(share);
}

/** A share as a screen says it, and other words where none is shown. */
export function shareText(share: OptionShare, notShown: string): string {
  return share === null ? notShown : share.replaceAll('-', ' ');
}

/** How many blocks a result is drawn in: halves, thirds and quarters are all whole. */
export const BLOCKS = 12;

/** How many of the blocks stand for a share; `maybe` more lie between two neighbouring bands. */
export function shareBlocks(share: Share): { readonly full: number; readonly maybe: number } {
  switch (share) {
    case 'few-or-none':
      return { full: 1, maybe: 0 };
    case 'up-to-a-quarter':
      return { full: 1, maybe: 2 };
    case 'about-a-sixth':
    case 'about-a-fifth':
      return { full: 2, maybe: 0 };
    case 'about-a-quarter':
      return { full: 3, maybe: 0 };
    case 'about-a-third':
      return { full: 4, maybe: 0 };
    case 'a-quarter-to-a-half':
      return { full: 3, maybe: 3 };
    case 'about-two-fifths':
      return { full: 5, maybe: 0 };
    case 'about-half':
      return { full: 6, maybe: 0 };
    case 'about-three-fifths':
      return { full: 7, maybe: 0 };
    case 'a-half-to-three-quarters':
      return { full: 6, maybe: 3 };
    case 'about-two-thirds':
      return { full: 8, maybe: 0 };
    case 'about-three-quarters':
      return { full: 9, maybe: 0 };
    case 'about-four-fifths':
    case 'about-five-sixths':
      return { full: 10, maybe: 0 };
    case 'three-quarters-or-more':
      return { full: 9, maybe: 2 };
    case 'nearly-all-or-all':
      return { full: 11, maybe: 0 };
  }
}

/** The bands a share may stand for, by their place in `BANDS`: its one band, two neighbouring ones, one half of them, or any. */
export function shareBands(share: OptionShare): { readonly lower: number; readonly upper: number } {
  switch (share) {
    case 'few-or-none':
      return { lower: 0, upper: 0 };
    case 'up-to-a-quarter':
      return { lower: 0, upper: 1 };
    case 'about-a-sixth':
    case 'about-a-fifth':
    case 'about-a-quarter':
    case 'about-a-third':
      return { lower: 1, upper: 1 };
    case 'a-quarter-to-a-half':
      return { lower: 1, upper: 2 };
    case 'about-two-fifths':
    case 'about-half':
    case 'about-three-fifths':
      return { lower: 2, upper: 2 };
    case 'a-half-to-three-quarters':
      return { lower: 2, upper: 3 };
    case 'about-two-thirds':
    case 'about-three-quarters':
    case 'about-four-fifths':
    case 'about-five-sixths':
      return { lower: 3, upper: 3 };
    case 'three-quarters-or-more':
      return { lower: 3, upper: 4 };
    case 'nearly-all-or-all':
      return { lower: 4, upper: 4 };
    case 'less-than-half':
      return { lower: 0, upper: 2 };
    case 'more-than-half':
      return { lower: 2, upper: 4 };
    case null:
      return { lower: 0, upper: 4 };
  }
}
