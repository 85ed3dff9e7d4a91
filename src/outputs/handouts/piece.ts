import type { Document, Node } from '../../document/nodes.ts';

/** A piece of a handout in its order: a heading of level 1 to 3, Markdown, a part by its fence, or a new page. */
export type Piece =
  | { readonly kind: 'text'; readonly document: Document }
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly words: string;
      readonly wordsNodes: readonly Node[];
    }
  | {
      readonly kind: 'part';
      readonly name: string;
      readonly words: readonly string[];
      readonly inner: readonly Piece[];
      readonly line: number;
    }
  /** What parts one card from the next, in a fence that cuts. */
  | { readonly kind: 'next' }
  | { readonly kind: 'page' };
