import { printable } from './plain-report.ts';

/** A line of a lesson, cut to a width round one place in it, and how many columns before that place. */
export type SourceView = { readonly line: string; readonly before: number };

/** The line at a place of the text (both count from 1), as much of it as fits; null where there is no such line, or nothing on it. */
export function viewSource(
  lines: readonly string[],
  { line, column }: { readonly line: number; readonly column: number },
  width: number,
): SourceView | null {
  const text = lines[line - 1];
  // What a whole lesson lacks is reported at its first line, which then is only the fence of its
  // head.
  if (text === undefined || /^-*$/.test(text.trim())) return null;
  const letters = [
    ...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(
      printable(text.slice(0, column + 4 * width).replaceAll('\t', ' ')),
    ),
  ];
  const at = letters.findLastIndex(({ index }) => index <= Math.max(0, column - 1));
  // A long line starts a third of the width before the place.
  const start = columnsOf(letters) <= width ? 0 : Math.max(0, at - Math.floor(width / 3));
  let end = start;
  let used = start > 0 ? 2 : 0;
  while (end < letters.length && used + columnsOf(letters.slice(end, end + 1)) <= width - 2) {
    used += columnsOf(letters.slice(end, (end += 1)));
  }
  const words = (from: number, to: number) =>
    letters
      .slice(from, to)
      .map(({ segment }) => segment)
      .join('');
  const [head, tail] = [start > 0 ? '… ' : '', end < letters.length ? ' …' : ''];
  return {
    line: (head + words(start, end) + tail).trimEnd(),
    before: head.length + columnsOf(letters.slice(start, Math.max(start, at))),
  };
}

// Letters of East Asia and most pictures take two columns of a terminal.
function columnsOf(letters: readonly { readonly segment: string }[]): number {
  return letters.reduce(
    (sum, { segment }) =>
      sum +
      (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}]/u.test(
        segment,
      )
        ? 2
        : 1),
    0,
  );
}
