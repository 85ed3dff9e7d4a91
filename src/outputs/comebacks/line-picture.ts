/** A line as it stands on a picture: its words in rows, and how big. */
export type PictureText = { readonly rows: readonly string[]; readonly size: number };

/** The side of the square picture, in px, as message apps show it without cutting. */
export const PICTURE_SIDE = 1080;

const ROOM = { width: 760, height: 560 } as const;
const SIZES: readonly number[] = [112, 100, 88, 76, 66, 58];
const LEADING = 1.25;

/** Breaks a line into rows at the largest size that fits the bubble; `widthOf` measures words at a size, in px. */
export function fitPicture(
  words: string,
  widthOf: (words: string, size: number) => number,
): PictureText {
  for (const size of SIZES) {
    const rows = rowsOf(words, (row) => widthOf(row, size) <= ROOM.width);
    const fits =
      rows.every((row) => widthOf(row, size) <= ROOM.width) &&
      rows.length * size * LEADING <= ROOM.height;
    if (fits) return { rows, size };
  }
  const size = SIZES.at(-1) ?? 0;
  return { rows: rowsOf(words, (row) => widthOf(row, size) <= ROOM.width), size };
}

function rowsOf(words: string, fits: (row: string) => boolean): readonly string[] {
  const rows: string[] = [];
  for (const word of words.split(' ')) {
    const longer = `${rows.at(-1) ?? ''} ${word}`.trim();
    if (rows.length > 0 && fits(longer)) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

/** How far apart the rows of a picture stand, in px. */
export function rowHeight({ size }: PictureText): number {
  return size * LEADING;
}
