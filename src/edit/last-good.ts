import type { DeckSlide } from '../outputs/board/deck.ts';
import { spansOf } from './outline.ts';
import type { Reading } from './reading.ts';

/** For each slide of a lesson, in order, its last version that was read without a mistake; null for one that never was. */
export type GoodSlides = readonly (DeckSlide | null)[];

/** What the board shows of a slide: as it is now, or as it last worked. */
export type ShownSlide = { readonly slide: DeckSlide; readonly isLastGood: boolean };

/** No slide was read yet. */
export const NONE_GOOD: GoodSlides = [];

const NONE_BROKEN: ReadonlySet<string> = new Set();

/** The slides that work, after another reading: one with a mistake in its lines stays as it was. A question that cannot be read is another slide by its name: where there are as many slides as before, it is known by its place. */
export function rememberGood(
  good: GoodSlides,
  { deck: { slides }, ...reading }: Reading,
): GoodSlides {
  const broken = brokenSlides(reading);
  const known = new Map(good.flatMap((slide) => (slide === null ? [] : [[slide.id, slide]])));
  const inPlace = (at: number) => (good.length === slides.length ? good[at] : undefined);
  return slides.map((slide, at) =>
    broken.has(slide.id) ? (known.get(slide.id) ?? inPlace(at) ?? null) : slide,
  );
}

/** A slide as the board shows it: while a line of it is broken, as it last worked, where it ever did; null where the lesson has no such slide. */
export function shownSlide(good: GoodSlides, { deck }: Reading, id: string): ShownSlide | null {
  const at = deck.slides.findIndex((slide) => slide.id === id);
  const now = deck.slides[at];
  if (now === undefined) return null;
  const worked = good[at] ?? now;
  return worked === now
    ? { slide: now, isLastGood: false }
    : { slide: { ...worked, id }, isLastGood: true };
}

function brokenSlides({ outline, problems }: Omit<Reading, 'deck'>): ReadonlySet<string> {
  const mistakes = problems.filter(({ severity }) => severity === 'error');
  if (mistakes.length === 0) return NONE_BROKEN;
  return new Set(
    spansOf(outline)
      .filter(({ from, to }) => mistakes.some(({ line }) => line >= from && line <= to))
      .map(({ slide }) => slide.id),
  );
}
