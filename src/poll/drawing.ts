import type { Html } from '../text/html.ts';

/** Words of a question with formulas among them, as they are drawn, and how many lines of words the highest of them takes. */
export type DrawnWords = { readonly html: Html; readonly lines: number };

/** How words of a question are drawn; null for words without a formula, which are shown as they are. */
export type Drawing = (words: string) => DrawnWords | null;

/** Draws nothing: all is words. */
export const inWords: Drawing = () => null;

/** Words of a question as a page shows them. */
export function drawnOr(words: string, drawing: Drawing): Html | string {
  return drawing(words)?.html ?? words;
}
