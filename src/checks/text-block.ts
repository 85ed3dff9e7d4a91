import type { ParentNode, Span } from '../document/nodes.ts';

/**
 * What a text block is in its lesson: the myth of a myth question is there to be corrected, a message
 * is what a character writes in a thread, a hard question is a pupil’s, there to be answered, `alt`
 * are a picture's words, and `address` is where a link leads.
 */
export type Role =
  | 'field'
  | 'heading'
  | 'text'
  | 'message'
  | 'cell'
  | 'code'
  | 'footnote'
  | 'alt'
  | 'address'
  | 'prompt'
  | 'option'
  | 'explanation'
  | 'myth'
  | 'hard question';

/** From its character `at` on, a text block's text stands there in the file, until the next piece. */
export type Piece = Span & { readonly at: number };

/** Which table a cell is of, and its row and column there, from 0. */
export type CellPlace = {
  readonly table: ParentNode;
  readonly row: number;
  readonly column: number;
};

/** Words that belong together, such as a paragraph, an option, a cell or a heading, without their Markdown marks. */
export type TextBlock = {
  readonly to: 'pupils' | 'teacher';
  readonly role: Role;
  /** The field of the head it stands in, or the line of the question's fence; null elsewhere. */
  readonly within: string | number | null;
  /** True for an option of a knowledge question that its answer shows to be wrong. */
  readonly isWrong?: true;
  /** Where it stands in its table, for a cell. */
  readonly cell?: CellPlace;
  /** Its lines joined by blanks. */
  readonly text: string;
  /** Where in the file the text from `at` on stands. */
  readonly pieces: readonly Piece[];
};

/** The audience of words, and what they are. */
export type TextBlockKind = Omit<TextBlock, 'text' | 'pieces' | 'cell'>;

/** Where in the file the character of a text block's text stands, from 1. */
export function placeIn({ pieces }: TextBlock, index: number): Span {
  let [low, high] = [0, pieces.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= index) low = middle;
    else high = middle;
  }
  const piece = pieces[low] ?? { at: 0, line: 1, column: 1 };
  return { line: piece.line, column: piece.column + index - piece.at };
}
