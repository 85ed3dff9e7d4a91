import { lineWordsOf, type Comment } from './review.ts';

/** A comment where its line is today; `isGone` where no line has its words any more, and the place is the nearest there is. */
export type PlacedComment = Comment & { readonly isGone: boolean };

/** Comments at the lines they were made on, in the order of the text: lines move as a text is written, so each is looked for by its words, the nearest first. */
export function placeComments(
  comments: readonly Comment[],
  lines: readonly string[],
): readonly PlacedComment[] {
  const byWords = new Map<string, number[]>();
  for (const [at, text] of lines.entries()) {
    const words = lineWordsOf(text);
    byWords.set(words, [...(byWords.get(words) ?? []), at + 1]);
  }
  return comments
    .map((comment): PlacedComment => {
      const line = nearest(byWords.get(comment.lineWords) ?? [], comment.line);
      return line === null
        ? { ...comment, line: Math.min(comment.line, Math.max(1, lines.length)), isGone: true }
        : { ...comment, line, isGone: false };
    })
    .toSorted((a, b) => a.line - b.line);
}

function nearest(lines: readonly number[], to: number): number | null {
  return lines.reduce<number | null>(
    (best, line) => (best === null || Math.abs(line - to) < Math.abs(best - to) ? line : best),
    null,
  );
}
