import { film } from './film.ts';
import { help } from './help.ts';
import { poll } from './poll.ts';
import type { Around, Shown, SlideKind } from './slide-kind.ts';
import { stop } from './stop.ts';
import { text } from './text.ts';
import { title } from './title.ts';
import { wordsIn, type RoleWords } from '../document/word-fields.ts';
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

/** The kinds that have nothing beside heading, text and notes. */
export type PlainSlideKind = {
  [Kind in SlideKindName]: unknown extends OwnOf<Kind> ? Kind : never;
}[SlideKindName];

/** True for the word of a fence that opens a slide of a kind that has nothing beside heading, text and notes. */
export function isSlideFence(word: string): word is PlainSlideKind {
  return isNameIn(slideKinds, word) && slideKinds[word].fenceHeading !== null;
}

/** The words that open a slide's fence. */
export const slideFences: readonly PlainSlideKind[] = Object.keys(slideKinds).filter(isSlideFence);

/** The inside of a slide's `<section>`. */
export function drawSlide<Kind extends SlideKindName>(slide: SlideOf<Kind>, around: Around): Html {
  return kindsBySlide[slide.kind].draw(slide, around);
}

/** The words in the fields that slides of its kind alone have. */
export function ownWords<Kind extends SlideKindName>(slide: SlideOf<Kind>): readonly RoleWords[] {
  return wordsIn(slide, kindsBySlide[slide.kind].words);
}

/** What a slide is, in a word for the teacher. */
export function labelOf<Kind extends SlideKindName>(slide: SlideOf<Kind>): string {
  return kindsBySlide[slide.kind].label(slide);
}
