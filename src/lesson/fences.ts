import { isKind, kinds } from '../questions/kinds.ts';

/** What a fence may hold: slides, or text that ends at the next slide. */
export type FenceHolds = 'slides' | 'text';

// The words that open a fence, apart from the kinds of question.
const fences = {
  film: 'slides',
  help: 'text',
  notes: 'text',
} as const satisfies Readonly<Record<string, FenceHolds>>;

/** The words that open a fence, as a sentence names them: “::: film”, “::: help”, …, or “::: scale”. */
export function fenceNames(): string {
  const names = [...Object.keys(fences), ...Object.keys(kinds)].map((word) => `“::: ${word}”`);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** What the fence of that word holds; undefined when there is no such fence. */
export function fenceHolds(word: string): FenceHolds | undefined {
  if (isKind(word)) return 'text';
  return Object.hasOwn(fences, word) ? fences[word as keyof typeof fences] : undefined;
}
