import type { DraftBlock, DraftSlide } from '../lesson/draft.ts';

/** Blocks with the minutes that a plan does not give, and the blocks whose minutes are guessed. */
export type GuessedMinutes = {
  readonly blocks: readonly DraftBlock[];
  readonly guessed: readonly DraftBlock[];
};

/** A lesson is as long where its plan does not say. */
export const USUAL_MINUTES = 60;

const OPENS =
  /^(?:starter|hook|do now|warm[- ]?up|intro(?:duction)?|register|recap|revisit|retrieval)\b/i;
const CLOSES = /^(?:plenary|exit tickets?|wrap[- ]?up|cool[- ]?down|review|reflection|closure)\b/i;
const BETWEEN =
  /^(?:main(?: (?:activity|task|teaching|part))?|teach(?:ing)?|input|modelling|(?:guided|independent) (?:practi[sc]e|work|task)|(?:i|we|you) do|apply|development)$/i;

/** Gives the parts of a plan that have no minutes, “Starter”, “Main”, “Plenary”, a share of what the lesson has left: the first and last the small ones. Two parts must be named so, or nothing is guessed. */
export function guessMinutes(blocks: readonly DraftBlock[], total: number | null): GuessedMinutes {
  const named = blocks.flatMap(({ slides, title, minutes }) => [
    ...(minutes !== null && isPart(title) ? [title] : []),
    ...slides.filter(isUntimedPart).map(({ heading }) => heading),
  ]);
  if (named.length < 2) return { blocks, guessed: [] };
  const parted = blocks.flatMap(partBlock);
  const untimed = parted.filter(({ isGuess }) => isGuess);
  const known = parted.reduce((sum, { block }) => sum + (block.minutes ?? 0), 0);
  const left = (total ?? USUAL_MINUTES) - known;
  if (untimed.length === 0 || left < untimed.length * 2) return { blocks, guessed: [] };
  const shares = sharesOf(
    untimed.map(({ block }) => block.title),
    left,
  );
  let nth = 0;
  const guessed: DraftBlock[] = [];
  const made = parted.map(({ block, isGuess }) => {
    if (!isGuess) return block;
    const one = { ...block, minutes: shares[nth] ?? 1 };
    nth += 1;
    guessed.push(one);
    return one;
  });
  return { blocks: made, guessed };
}

function isPart(heading: string): boolean {
  return OPENS.test(heading) || CLOSES.test(heading) || BETWEEN.test(heading);
}

function isUntimedPart({ heading, show }: DraftSlide): boolean {
  return show.kind === 'text' && heading.length < 60 && isPart(heading);
}

type Parted = { readonly block: DraftBlock; readonly isGuess: boolean };

function partBlock(block: DraftBlock): readonly Parted[] {
  const parted: { readonly block: DraftBlock; readonly isGuess: boolean }[] = [];
  for (const slide of block.slides) {
    const isBlocks = slide.line === block.line && slide.heading === block.title;
    if (isUntimedPart(slide) && !isBlocks) {
      const { heading: title, line } = slide;
      parted.push({
        block: { title, minutes: null, optional: false, line, slides: [slide], land: [] },
        isGuess: true,
      });
    } else {
      if (parted.length === 0) parted.push({ block: { ...block, slides: [] }, isGuess: false });
      parted.at(-1)?.block.slides.push(slide);
    }
  }
  // A block without a slide of its own, and its safe ending, stay.
  if (parted[0]?.isGuess !== false && (block.minutes !== null || block.land.length > 0)) {
    parted.unshift({ block: { ...block, slides: [] }, isGuess: false });
  }
  return parted;
}

// Small parts weigh one, all large ones together four; whole fives where there is room.
function sharesOf(titles: readonly string[], left: number): readonly number[] {
  const isSmall = (title: string) => OPENS.test(title) || CLOSES.test(title);
  const large = titles.filter((title) => !isSmall(title)).length;
  const weights = titles.map((title) => (isSmall(title) ? 1 : 4 / large));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const step = left >= titles.length * 10 ? 5 : 1;
  return weights.map((weight) =>
    Math.max(step === 5 ? 5 : 1, Math.floor(((weight / whole) * left) / step) * step),
  );
}
