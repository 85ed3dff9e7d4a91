/** How large a part of those who took part chose an option; symmetric: none is one with few, all with nearly all (D4). */
export type Band = 'few-or-none' | 'quarter' | 'half' | 'three-quarters' | 'nearly-all-or-all';

/** The bands from the smallest part to the largest. */
export const BANDS: readonly Band[] = [
  'few-or-none',
  'quarter',
  'half',
  'three-quarters',
  'nearly-all-or-all',
];

/** Whole numbers from `min` to `max`. */
export type Range = { readonly min: number; readonly max: number };

/** The counts that fall into a band when `all` took part: up to an eighth, then to three, five and seven eighths. */
export function bandRange(band: Band, all: number): Range {
  const eighth = Math.floor(all / 8);
  const half = Math.ceil((3 * all) / 8);
  switch (band) {
    case 'few-or-none':
      return { min: 0, max: eighth };
    case 'quarter':
      return { min: eighth + 1, max: half - 1 };
    case 'half':
      return { min: half, max: all - half };
    case 'three-quarters':
      return { min: all - half + 1, max: all - eighth - 1 };
    case 'nearly-all-or-all':
      return { min: all - eighth, max: all };
  }
}

/** The band of a count when `all` took part. */
export function bandOf(count: number, all: number): Band {
  const band = BANDS.find((one) => count <= bandRange(one, all).max);
  if (!band) {
    throw new RangeError(
      `Cannot find the band of ${count} out of ${all}: it must be at most ${all}`,
    );
  }
  return band;
}
