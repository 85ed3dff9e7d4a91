import type { ColouredCode } from './code-colours.ts';
import type { ReadMaths } from './maths-nodes.ts';

/** Where a node stands in the text it was read from: a line of the file and a column in it, both from 1. */
export type Span = { readonly line: number; readonly column: number };

/**
 * Who may see a document: the class on its board, the teacher alone, or the reader of a sheet of
 * paper.
 */
export type Audience = 'class' | 'teacher' | 'paper';

/** A text as a tree: what `toHtml` draws, and what every reader and every check goes by. */
export type Document = {
  readonly kind: 'document';
  readonly audience: Audience;
  readonly children: readonly Node[];
};

/** A node with others in it; `step` is there where it comes with the step of that number, from 1, and not from the start. */
type Parent = {
  readonly span: Span;
  readonly step?: number;
  readonly children: readonly Node[];
};

/** Nodes that are no more than what is in them, by kind; `to-html.ts` says what each is drawn as. */
export type PlainKind =
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'table'
  | 'tableHead'
  | 'tableBody'
  | 'row'
  | 'emphasis'
  | 'strong'
  | 'struck'
  /**
   * A thread of messages; in it turns of one person each, which begin with who it is, and the story
   * between them.
   */
  | 'thread'
  | 'between'
  | 'who'
  | 'columns'
  | 'column'
  /** Cards to sort: first in their groups, which comes a step later, then the same cards mixed. */
  | 'cards'
  | 'sortedCards'
  | 'cardGroup'
  | 'mixedCards'
  | 'groupNames'
  | 'cardList'
  | 'cardWords'
  /** A clock that counts down from its step on, and what to do meanwhile. */
  | 'timer'
  | 'timerClock'
  /** Steps of working, an item each. */
  | 'working'
  /** A link to what no slide can show, and where it leads. */
  | 'linkCard'
  /** What comes a step later and is no item, no turn and no paragraph. */
  | 'later'
  /** What the marks of a slide point to. */
  | 'sources';

/** A node with others in it. */
export type ParentNode = Parent &
  (
    | { readonly kind: PlainKind }
    /** As it is written, 1 to 6; a slide's text shows none larger than 4. */
    | { readonly kind: 'heading'; readonly level: number }
    /** `start` is null where it is not ordered, or begins with 1. */
    | { readonly kind: 'list'; readonly isOrdered: boolean; readonly start: number | null }
    | { readonly kind: 'cell'; readonly isHead: boolean; readonly side: Side | null }
    | { readonly kind: 'turn'; readonly isRight: boolean }
    /** A card keeps its number wherever it lies. */
    | { readonly kind: 'card'; readonly number: number }
    | { readonly kind: 'source'; readonly name: string }
    /** `href` is null where it leads where no lesson may lead: then its words alone are left. */
    | {
        readonly kind: 'link';
        readonly href: string | null;
        readonly title: string;
        /** The address as it is written, and where. */
        readonly written: string;
        readonly address: Span;
      }
    /** HTML that the lesson has itself, as far as the allow-list lets it through. */
    | {
        readonly kind: 'element';
        readonly tag: string;
        readonly attributes: Readonly<Record<string, string>>;
      }
  );

/** Where the words of a table's column stand, if not at the left. */
export type Side = 'middle' | 'right';

/** How much room a picture takes; null for as much as there is. */
export type PictureSize = 'small' | 'medium' | 'large' | 'full';

/** Words in one run: the character at `n` stands in the column `span.column + n`; `span` is null for words of ours, which stand nowhere in the text. */
type Text = { readonly kind: 'text'; readonly span: Span | null; readonly text: string };

/** Lines of code, from 1, that are marked together: the first of a block from the start, all others with a step of their own. */
export type MarkedLines = { readonly step: number | null; readonly lines: readonly number[] };

/** A node of a document. */
export type Node =
  | ParentNode
  | Text
  /** A name in braces: a character's, `{Sam}`, or a handout's field. */
  | { readonly kind: 'field'; readonly span: Span | null; readonly name: string }
  | { readonly kind: 'codeSpan'; readonly span: Span; readonly text: string }
  /** A block of code, and each of its lines as words with their places. */
  | {
      readonly kind: 'code';
      readonly span: Span;
      readonly text: string;
      readonly lines: readonly (readonly Text[])[];
      /** The same text in colours; null where its language is not known. */
      readonly colours: ColouredCode | null;
      /** Which of its lines are marked, one group after the other; none where no lines are. */
      readonly marked: readonly MarkedLines[];
    }
  /** A formula: as it is written, as browsers draw it, and in words on one line. One that cannot be read is shown as it is written. */
  | {
      readonly kind: 'maths';
      /** Where its TeX begins. */
      readonly span: Span;
      readonly tex: string;
      /** True for one in the middle of a line of its own, `$$`. */
      readonly isDisplay: boolean;
      readonly read: ReadMaths;
    }
  /** The end of a line: forced, or one that is no more than a blank, within a paragraph or between blocks. */
  | { readonly kind: 'break'; readonly isForced: boolean }
  | { readonly kind: 'rule'; readonly span: Span }
  /** A picture of ours, by its path under `media/`. */
  | {
      readonly kind: 'picture';
      readonly span: Span;
      readonly path: string;
      /** What it shows, for who cannot see it. */
      readonly words: readonly Node[];
      readonly size: PictureSize | null;
    }
  /** The number that points to a source; none where the class is not shown the source. */
  | {
      readonly kind: 'sourceMark';
      readonly span: Span;
      readonly name: string;
      readonly number: string | null;
    };

/** The kinds of nodes. */
export type Kind = Node['kind'];

/** A node of one kind. */
export type NodeOf<K extends Kind> = Node & { readonly kind: K };

/** A document with nothing in it. */
export function emptyDocument(audience: Audience): Document {
  return { kind: 'document', audience, children: [] };
}

/** True for a document that shows nothing. */
export function isEmpty({ children }: Document): boolean {
  return children.length === 0;
}

/** True for a node with others in it. */
export function isParent(node: Node): node is ParentNode {
  return 'children' in node;
}
