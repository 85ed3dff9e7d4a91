import type { Today } from '../../lesson/today.ts';
import type { Deck, DeckBlock, DeckCut, DeckSlide } from './deck.ts';

/** What is chosen of a deck: a cut with its session, and what is hidden. */
export type Chosen = Omit<Today, 'names'>;

/**
 * The deck as it is taught today: blocks out of the cut are gone, the others have the minutes the cut gives them and stay optional where the lesson calls them so, hidden slides are gone.
 * The last slide is help wherever the lesson's is (M1); a choice that would leave nothing is none. The questions stay: the room is frozen with all of them.
 */
export function deckOfToday(deck: Deck, chosen: Chosen): Deck {
  const cut = inCut(deck, chosen);
  const ending = endingOf(cut) ?? endingOf(deck);
  const isHidden = ({ id, block }: DeckSlide) =>
    chosen.hiddenSlides.includes(id) || chosen.hiddenBlocks.includes(block);
  const left = cut.slides.filter((slide) => slide === ending || !isHidden(slide));
  const slides = ending === null || left.at(-1) === ending ? left : [...left, ending];
  if (slides.length === 0) return cut;
  return { ...cut, blocks: blocksOf(deck, { cut, slides }), slides };
}

/** The session of a cut that is chosen; null for the whole lesson, and for a cut that the lesson no longer has. */
export function sessionChosen(
  { cuts }: Pick<Deck, 'cuts'>,
  { cut, session }: Chosen,
): DeckCut['sessions'][number] | null {
  const sessions = cuts.find(({ name }) => name === cut)?.sessions;
  return sessions?.[session] ?? sessions?.[0] ?? null;
}

function inCut(deck: Deck, chosen: Chosen): Deck {
  const session = sessionChosen(deck, chosen);
  if (session === null) return deck;
  const minutes = new Map(session.map((one) => [one.block, one.minutes]));
  const blocks = deck.blocks.flatMap((block): DeckBlock[] => {
    const own = minutes.get(block.id);
    return own === undefined ? [] : [{ ...block, minutes: own }];
  });
  const slides = deck.slides
    .filter(({ block }) => minutes.has(block))
    .filter((slide) => !isOutOfPlace(slide, deck, chosen));
  return slides.length === 0 ? deck : { ...deck, blocks, slides };
}

// A second asking belongs to the last session that has it, and to none where the first asking was in no session so far.
function isOutOfPlace(slide: DeckSlide, { cuts, slides }: Deck, { cut, session }: Chosen): boolean {
  if (slide.kind !== 'poll' || slide.rounds.includes(1)) return false;
  const sessions = cuts.find(({ name }) => name === cut)?.sessions ?? [];
  const has = (at: number, block: string) =>
    sessions[at]?.some((one) => one.block === block) ?? false;
  if (sessions.some((_, at) => at > session && has(at, slide.block))) return true;
  const first = slides.find(
    (one) => one.kind === 'poll' && one.question === slide.question && one.rounds.includes(1),
  );
  return first !== undefined && !sessions.some((_, at) => at <= session && has(at, first.block));
}

function endingOf({ slides }: Deck): DeckSlide | null {
  const last = slides.at(-1);
  return last?.kind === 'help' ? last : null;
}

type Left = { readonly cut: Deck; readonly slides: readonly DeckSlide[] };

// A block without slides of its own keeps its time; one whose slides are all hidden has none. The block of an ending that was hidden has no time left.
function blocksOf(deck: Deck, { cut, slides }: Left): readonly DeckBlock[] {
  const shows = (id: string, some: readonly DeckSlide[]) => some.some(({ block }) => block === id);
  return deck.blocks.flatMap((block): DeckBlock[] => {
    const own = cut.blocks.find(({ id }) => id === block.id);
    if (own === undefined) return shows(block.id, slides) ? [{ ...block, minutes: null }] : [];
    return shows(block.id, slides) || !shows(block.id, cut.slides) ? [own] : [];
  });
}
