import { isKind, kinds } from '../questions/kinds.ts';
import { nearest } from '../text/nearest.ts';
import { isLayout, layouts } from './layouts.ts';

/** What a fence may hold: slides, text that ends at the next slide, or a part of a slide that is laid out in a way of its own. */
export type FenceHolds = 'slides' | 'text' | 'part';

/** The word of a fence that asks a question from further up once more. */
export const AFTER = 'after';

// The words that open a fence, apart from the kinds of question.
const fences = {
  film: 'slides',
  help: 'text',
  [AFTER]: 'text',
  notes: 'text',
} as const satisfies Readonly<Record<string, FenceHolds>>;

/** What the fence of that word holds; undefined when there is no such fence. */
export function fenceHolds(word: string): FenceHolds | undefined {
  if (isKind(word)) return 'text';
  if (isLayout(word)) return 'part';
  return Object.hasOwn(fences, word) ? fences[word as keyof typeof fences] : undefined;
}

/** What a fence of a word that we do not know would need to be, as a teacher is told. */
export function fenceMeant(word: string): string {
  const near = nearest(word, [...Object.keys(fences), ...Object.keys(kinds), ...Object.keys(layouts)]);
  return near === undefined ? 'it needs a word such as “film”, “choice”, “chat” or “help”' : `it needs to be “::: ${near}”`;
}
