/** How large a part of the class chose an option, in words that are symmetric: none is one with few, all with nearly all (D4). */
export type Band = 'few-or-none' | 'about-a-quarter' | 'about-half' | 'about-three-quarters' | 'nearly-all-or-all';

/** The bands from the smallest part to the largest. */
export const BANDS: readonly Band[] = ['few-or-none', 'about-a-quarter', 'about-half', 'about-three-quarters', 'nearly-all-or-all'];

/** Whole numbers from `least` to `most`. */
export type Range = { readonly least: number; readonly most: number };

/** The counts that fall into a band when `all` answered: up to an eighth, then to three, five and seven eighths. */
export function bandRange(band: Band, all: number): Range {
  const eighth = Math.floor(all / 8);
  const half = Math.ceil((3 * all) / 8);
  switch (band) {
    case 'few-or-none':
      return { least: 0, most: eighth };
    case 'about-a-quarter':
      return { least: eighth + 1, most: half - 1 };
    case 'about-half':
      return { least: half, most: all - half };
    case 'about-three-quarters':
      return { least: all - half + 1, most: all - eighth - 1 };
    case 'nearly-all-or-all':
      return { least: all - eighth, most: all };
  }
}

/** The band of a count when `all` answered, at least ten of them. */
export function bandOf(count: number, all: number): Band {
  const band = BANDS.find((one) => count <= bandRange(one, all).most);
  if (!band) throw new RangeError(`Cannot find the band of ${count} out of ${all}: it must be at most ${all}`);
  return band;
}

/** A band as the board says it. */
export function bandText(band: Band): string {
  switch (band) {
    case 'few-or-none':
      return 'few or none';
    case 'about-a-quarter':
      return 'about a quarter';
    case 'about-half':
      return 'about half';
    case 'about-three-quarters':
      return 'about three quarters';
    case 'nearly-all-or-all':
      return 'nearly all or all';
  }
}

/** How many of ten equal blocks stand for a band. */
export function bandBlocks(band: Band): number {
  switch (band) {
    case 'few-or-none':
      return 0.5;
    case 'about-a-quarter':
      return 2.5;
    case 'about-half':
      return 5;
    case 'about-three-quarters':
      return 7.5;
    case 'nearly-all-or-all':
      return 9.5;
  }
}
