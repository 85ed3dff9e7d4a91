import type { FencedSlideKind } from '../slides/kinds.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import type { QuestionWord } from './fences.ts';
import type { Part } from './part.ts';

/** The line that opens a fence, without its word. */
export type FenceLine = Omit<Part & { readonly type: 'open' }, 'word'>;

/** The fence of a question. */
export type QuestionFence = FenceLine & { readonly word: QuestionWord };

/** A slide before its Markdown is rendered. */
export type DraftSlide = {
  readonly line: number;
  heading: string;
  /** Where the heading is written: in a deck, further down than the slide's own line. */
  headingLine: number;
  readonly body: SourceLine[];
  readonly notes: SourceLine[];
  show:
    | { readonly kind: 'title' | 'text' }
    | { readonly kind: 'fenced'; readonly as: FencedSlideKind }
    | { readonly kind: 'film'; readonly from: string | null; to: string | null }
    | { readonly kind: 'stop'; readonly stop: string }
    | { readonly kind: 'question'; readonly fence: QuestionFence };
  /** Dropped unless something is written on it: the heading of a block, a bare `---`. */
  ifUsed: boolean;
  /** True where the author's own tool would not show it. */
  hidden?: boolean;
  /** True where a plan's section has been taken out: notes left there go to the slide before. */
  readonly soft?: boolean;
};

/** A block before its slides are rendered. */
export type DraftBlock = {
  readonly title: string;
  readonly minutes: number | null;
  readonly optional: boolean;
  readonly line: number;
  readonly slides: DraftSlide[];
  /** The teacher's safe ending. */
  readonly land: SourceLine[];
};

/** A lesson while its parts are put together. */
export type Draft = {
  readonly blocks: DraftBlock[];
  readonly problems: Problem[];
  readonly stops: Set<string>;
  readonly blockLevel: number;
  /** Text before the first slide that is for the teacher. */
  readonly earlyNotes: SourceLine[];
  slide: DraftSlide | null;
  /** True between a question's fences. */
  asking: boolean;
  /** The film block that is open, and its part that waits for its end. */
  film: {
    readonly heading: string;
    readonly line: number;
    last: string | null;
    part: DraftSlide | null;
  } | null;
  films: number;
  /** False where the lesson has no film: then its stops are those of a story the teacher tells. */
  readonly hasFilm: boolean;
  readonly filmTimes: DraftTimes;
};

/** The times a plan gives to its film, in seconds; `line` is where the first stands, `last` the latest so far. */
export type DraftTimes = {
  line: number | null;
  from: number | null;
  to: number | null;
  readonly stops: Map<string, number>;
  last: number;
};
