import { film } from './film.ts';
import { help } from './help.ts';
import { poll } from './poll.ts';
import type { Around, FencedKind, Shown, SlideKind } from './slide-kind.ts';
import { stop } from './stop.ts';
import { text } from './text.ts';
import { title } from './title.ts';
import type { Document, Node, Span } from '../document/nodes.ts';
import { isInline } from '../document/visit.ts';
import { changedWords, nodesOf, wordsIn, type RoleWords } from '../document/word-fields.ts';
import type { Html } from '../text/html.ts';
import { isNameIn } from '../text/own.ts';

/** Every kind of slide. One that has a fence is opened by its own name. */
export const slideKinds = { title, text, help, film, stop, poll } as const;

/** The name of a kind of slide. */
export type SlideKindName = keyof typeof slideKinds;

type OwnOf<Kind extends SlideKindName> =
  (typeof slideKinds)[Kind] extends SlideKind<infer Own> ? Own : never;

/** A slide of one kind, as the lesson has it. */
export type SlideOf<Kind extends SlideKindName> = {
  [Name in Kind]: Shown & OwnOf<Name> & { readonly kind: Name };
}[Kind];

/** One thing on the board. */
export type Slide = SlideOf<SlideKindName>;

// The same table, in a form by which the compiler knows that a slide is handed to its own kind.
const kindsBySlide: {
  readonly [Kind in SlideKindName]: SlideKind<OwnOf<Kind>>;
} = slideKinds;

/** The kinds that a fence of their own name opens. */
export type FencedSlideKind = {
  [Kind in SlideKindName]: (typeof slideKinds)[Kind] extends FencedKind<OwnOf<Kind>> ? Kind : never;
}[SlideKindName];

// And once more, of those alone.
const fencedKinds: {
  readonly [Kind in FencedSlideKind]: FencedKind<OwnOf<Kind>>;
} = slideKinds;

/** True for the word of a fence that opens a slide. */
export function isSlideFence(word: string): word is FencedSlideKind {
  return isNameIn(slideKinds, word) && slideKinds[word].fence !== null;
}

/** The words that open a slide's fence. */
export const slideFences: readonly FencedSlideKind[] = Object.keys(slideKinds).filter(isSlideFence);

/** A slide that a fence opened, of what every slide has; its text is all that stood in the fence. */
export function fencedSlide<Kind extends FencedSlideKind>(kind: Kind, shown: Shown): SlideOf<Kind> {
  return { ...shown, ...fencedKinds[kind].fence.read(shown.body), kind };
}

/** The inside of a slide's `<section>`. */
export function drawSlide<Kind extends SlideKindName>(slide: SlideOf<Kind>, around: Around): Html {
  return kindsBySlide[slide.kind].draw(slide, around);
}

/** The words in the fields that slides of its kind alone have. */
export function ownWords<Kind extends SlideKindName>(slide: SlideOf<Kind>): readonly RoleWords[] {
  return wordsIn(slide, kindsBySlide[slide.kind].words);
}

/** All that the class reads below a slide's heading: its text, and the words in fields of its kind's own. */
export function shownBody<Kind extends SlideKindName>(slide: SlideOf<Kind>): Document {
  const span = { line: slide.line, column: 1 };
  const below = ownWords(slide).flatMap(({ words }) => boxesOf(nodesOf(words), span));
  return below.length === 0
    ? slide.body
    : { ...slide.body, children: [...slide.body.children, ...below] };
}

// Words without a box of their own are a paragraph.
function boxesOf(nodes: readonly Node[], span: Span): readonly Node[] {
  const isLine = nodes.length > 0 && nodes.every(isInline);
  return isLine ? [{ kind: 'paragraph', span, children: nodes }] : nodes;
}

/** A slide with what `change` makes of its text, and of the words in fields of its kind's own. */
export function withShown<Kind extends SlideKindName>(
  slide: SlideOf<Kind>,
  change: (nodes: readonly Node[]) => readonly Node[],
): SlideOf<Kind> {
  const body = { ...slide.body, children: change(slide.body.children) };
  return { ...slide, ...changedWords(slide, kindsBySlide[slide.kind].words, change), body };
}

/** What a slide is, in a word for the teacher. */
export function labelOf<Kind extends SlideKindName>(slide: SlideOf<Kind>): string {
  return kindsBySlide[slide.kind].label(slide);
}
