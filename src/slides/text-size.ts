/** The board's sizes of text, of 720: a heading, and body text, than which nothing that has to be read is smaller (6%). */
export const HEADING = 54;
/** The size of body text. */
export const BODY = 44;

/** How wide a letter is on average, in parts of its size, in our two faces. */
const WIDTH = { heading: 0.57, text: 0.47 } as const;

/** How many lines words take at a size and a width, both of 720: an estimate, from averages of our two faces. */
export function linesOf(
  words: string,
  {
    size,
    width,
    face,
  }: { readonly size: number; readonly width: number; readonly face: keyof typeof WIDTH },
): number {
  return Math.max(1, Math.ceil((words.length * size * WIDTH[face]) / width));
}
