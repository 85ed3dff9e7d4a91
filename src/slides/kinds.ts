import { film } from './film.ts';
import { help } from './help.ts';
import { poll } from './poll.ts';
import type { Around, Shown, SlideKind } from './slide-kind.ts';
import { stop } from './stop.ts';
import { text } from './text.ts';
import { title } from './title.ts';
import type { Html } from '../text/html.ts';
import { isNameIn } from '../text/own.ts';

/** Every kind of slide. One that has a fence is opened by its own name. */
export const slideKinds = { title, text, help, film, stop, poll } as const;

/** The name of a kind of slide. */
export type SlideKindName = keyof typeof slideKinds;

type OwnOf<Kind extends SlideKindName> =
  (typeof slideKinds)[Kind] extends SlideKind<infer Own> ? Own : never;

/** A slide of one kind, as the lesson has it. */
export type SlideOf<Kind extends SlideKindName> = Kind extends SlideKindName
  ? Shown & OwnOf<Kind> & { readonly kind: Kind }
  : never;

/** One thing on the board. */
export type Slide = SlideOf<SlideKindName>;

/** The kinds that have nothing beside heading, text and notes. */
export type PlainSlideKind = {
  [Kind in SlideKindName]: unknown extends OwnOf<Kind> ? Kind : never;
}[SlideKindName];

/** True for the word of a fence that opens a slide of a kind that has nothing beside heading, text and notes. */
export function isSlideFence(word: string): word is PlainSlideKind {
  return isNameIn(slideKinds, word) && kindOf(word).fenceHeading !== null;
}

/** The words that open a slide's fence. */
export const slideFences: readonly PlainSlideKind[] = Object.keys(slideKinds).filter(isSlideFence);

/** What is said of slides of a kind; what takes a slide may be handed one of that kind alone. */
export function kindOf(kind: SlideKindName): SlideKind {
  return slideKinds[kind] as SlideKind;
}

/** The inside of a slide's `<section>`. */
export function drawSlide(slide: Slide, around: Around): Html {
  return kindOf(slide.kind).draw(slide, around);
}

/** What a slide is, in a word for the teacher. */
export function labelOf(slide: Slide): string {
  return kindOf(slide.kind).label(slide);
}
