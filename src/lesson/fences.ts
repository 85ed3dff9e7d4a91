import { isKind } from '../questions/kinds.ts';

/** What a fence may hold: slides, or text that ends at the next slide. */
export type FenceHolds = 'slides' | 'text';

// The words that open a fence, apart from the kinds of question.
const fences = {
  film: 'slides',
  help: 'text',
  notes: 'text',
} as const satisfies Readonly<Record<string, FenceHolds>>;

/** What the fence of that word holds; undefined when there is no such fence. */
export function fenceHolds(word: string): FenceHolds | undefined {
  if (isKind(word)) return 'text';
  return Object.hasOwn(fences, word) ? fences[word as keyof typeof fences] : undefined;
}
