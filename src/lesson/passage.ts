import type { Piece, WordFinder } from '../document/find-words.ts';
import { withoutBraces } from '../document/braces.ts';

/** What a passage is in its lesson: the myth of a myth question is there to be put right, a message is what a character writes in a thread, a hard question is a pupil’s, there to be answered, `alt` are a picture's words, and `address` is where a link leads. */
export type Role =
  | 'field'
  | 'heading'
  | 'text'
  | 'message'
  | 'cell'
  | 'footnote'
  | 'alt'
  | 'address'
  | 'prompt'
  | 'option'
  | 'explanation'
  | 'myth'
  | 'hard question';

/** Words that belong together, such as a paragraph, an option, a cell or a heading, without their Markdown marks. */
export type Passage = {
  readonly to: 'pupils' | 'teacher';
  readonly role: Role;
  /** The field of the head it stands in, or the line of the question's fence; null elsewhere. */
  readonly within: string | number | null;
  /** Its lines joined by blanks. */
  readonly text: string;
  /** Where in the file the text from `at` on stands. */
  readonly pieces: readonly Piece[];
};

/** Whom words are for, and what they are. */
export type PassageKind = Pick<Passage, 'to' | 'role' | 'within'>;

/** Where in the file the character of a passage's text stands, from 1. */
export function placeIn(
  { pieces }: Passage,
  index: number,
): { readonly line: number; readonly column: number } {
  let [low, high] = [0, pieces.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= index) low = middle;
    else high = middle;
  }
  const piece = pieces[low] ?? { at: 0, line: 1, column: 1 };
  return { line: piece.line, column: piece.column + index - piece.at };
}

/** A passage while its words are put together. */
export type PassageDraft = {
  readonly kind: PassageKind;
  readonly words: string[];
  length: number;
  readonly pieces: Piece[];
};

/** A passage without words. */
export function startPassage(kind: PassageKind): PassageDraft {
  return { kind, words: [], length: 0, pieces: [] };
}

/** Adds words as they are found in their lines; the braces round a character's name are none of them. */
export function addWords(draft: PassageDraft, words: string, find: WordFinder['find']): void {
  for (const run of withoutBraces(words)) {
    const pieces = find(run, draft.length);
    if (run.trim() !== '') draft.pieces.push(...pieces);
    addBlank(draft, run);
  }
}

/** Adds words, such as a blank, that have no place of their own. */
export function addBlank(draft: PassageDraft, words = ' '): void {
  if (draft.length === 0 && words.trim() === '') return;
  draft.words.push(words);
  draft.length += words.length;
}

/** The passage, with plain quotes; none where it has no words. */
export function endPassage({ kind, words, pieces }: PassageDraft): readonly Passage[] {
  const text = words.join('');
  if (text.trim() === '') return [];
  return [
    {
      ...kind,
      text: text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"').replaceAll('\t', ' '),
      pieces,
    },
  ];
}
