import type { Html } from './html.ts';

/** Words with formulas among them, as they are drawn, and how many lines of words the highest of them takes. */
export type DrawnWords = { readonly html: Html; readonly lines: number };

/** How words are drawn; null for words without a formula, which are shown as they are. */
export type Drawing = (words: string) => DrawnWords | null;

/** Draws nothing: all is words. */
export const inWords: Drawing = () => null;

/** Words as a page shows them. */
export function drawnOr(words: string, drawing: Drawing): Html | string {
  return drawing(words)?.html ?? words;
}
