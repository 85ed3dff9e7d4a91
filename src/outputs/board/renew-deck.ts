import type { Deck, DeckSlide } from './deck.ts';

/** The slide to be at once a lesson has changed: the same one, or where its heading gave it another name, the one that stands in its place. */
export function keepPlace(before: Deck, after: Deck, slide: string): string {
  const was = before.slides.map(({ id }) => id);
  const is = after.slides.map(({ id }) => id);
  if (is.includes(slide)) return slide;
  const at = was.indexOf(slide);
  if (at < 0) return slide;
  // What is the same before and behind the change tells where it is.
  let above = 0;
  while (above < at && was[above] === is[above]) above += 1;
  let below = 0;
  while (
    below < is.length - above &&
    was.length - 1 - below > at &&
    was.at(-1 - below) === is.at(-1 - below)
  ) {
    below += 1;
  }
  const end = is.length - below;
  const place = above === end ? above : Math.min(at, end - 1);
  return is[Math.min(place, is.length - 1)] ?? slide;
}

/** A changed lesson while a room is open: the questions of the room stay as they were asked (R1), their slides too. */
export function keepQuestions(before: Deck, after: Deck): Deck {
  const asked = new Map(before.questions.map((question) => [question.id, question]));
  const slides = new Map(
    before.slides.flatMap((slide) => (slide.kind === 'poll' ? [[slide.id, slide] as const] : [])),
  );
  const keep = (slide: DeckSlide): DeckSlide => {
    const open = slide.kind === 'poll' ? slides.get(slide.id) : undefined;
    return open === undefined ? slide : { ...open, block: slide.block };
  };
  const drawn = before.formulas ?? [];
  const isNew = ({ words }: { readonly words: string }) =>
    !drawn.some((one) => one.words === words);
  const formulas = [...drawn, ...(after.formulas ?? []).filter(isNew)];
  return {
    ...after,
    ...(formulas.length > 0 && { formulas }),
    questions: after.questions.map((question) => asked.get(question.id) ?? question),
    slides: after.slides.map(keep),
  };
}
