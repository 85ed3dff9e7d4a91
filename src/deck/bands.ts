import type { Band } from '../poll/disclose.ts';

const words: Readonly<Record<Band, string>> = {
  'few-or-none': 'few or none',
  'about-a-quarter': 'about a quarter',
  'about-half': 'about half',
  'about-three-quarters': 'about three quarters',
  'nearly-all-or-all': 'nearly all or all',
};

const blocks: Readonly<Record<Band, number>> = {
  'few-or-none': 0.5,
  'about-a-quarter': 2.5,
  'about-half': 5,
  'about-three-quarters': 7.5,
  'nearly-all-or-all': 9.5,
};

/** A band in the class's words. */
export function bandText(band: Band): string {
  return words[band];
}

/** How many of ten equal blocks stand for a band: one figure for the whole band, so that it says no more than the words. */
export function bandBlocks(band: Band): number {
  return blocks[band];
}
