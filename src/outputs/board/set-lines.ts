import type { Drawing } from '../../text/drawing.ts';
import { linesOf } from '../../slides/text-size.ts';

type Setting = Parameters<typeof linesOf>[1] & { readonly drawing: Drawing };

/** How many lines words of a question take, one of them as high as the highest formula among them. */
export function setLines(words: string, { drawing, ...setting }: Setting): number {
  return linesOf(words, setting) + (drawing(words)?.lines ?? 1) - 1;
}
