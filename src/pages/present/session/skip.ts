import type { Deck, DeckBlock, DeckSlide } from '../../../outputs/board/deck.ts';
import type { PresenterState } from './presenter-state.ts';
import { slideOf } from './moves.ts';
import { wordsOfHtml } from '../../../text/words-of-html.ts';

// What a class may never lose for want of time: who is responsible, how the story ends, and who helps. Stricter than what a block is known to carry: no one is asked here.
const KEPT =
  /responsib|\bfault\b|\bblame|\bthe one who\b|\bwho (?:asks?|keeps?|pressures?|pass(?:es|ed)?|shares?|threatens?)\b|\bhelp|\btell|\btold\b|\bbeliev|\bchildline\b|\b999\b|\bend(?:s|ed|ing)?\b/i;

/** True for a block that pacing may offer to leave out: optional, between others, and with no film, stop or help in it, nor any word of responsibility, an ending or help. */
export function maySkip(deck: Deck, block: DeckBlock): boolean {
  const slides = deck.slides.filter((slide) => slide.block === block.id);
  const at = deck.blocks.indexOf(block);
  const isBetween = at > 0 && at < deck.blocks.length - 1;
  const isFree = block.optional && block.carries.length === 0;
  return (
    isFree &&
    isBetween &&
    slides.length > 0 &&
    !KEPT.test(block.title) &&
    slides.every((slide) => isPlain(deck, slide))
  );
}

function isPlain({ questions }: Deck, slide: DeckSlide): boolean {
  if (slide.kind === 'film' || slide.kind === 'stop' || slide.kind === 'help') return false;
  const asked =
    slide.kind === 'poll' ? questions.find(({ id }) => id === slide.question) : undefined;
  const words = [
    slide.heading,
    wordsOfHtml(slide.html),
    asked?.prompt ?? '',
    ...(asked?.options.map(({ text }) => text) ?? []),
  ];
  return !KEPT.test(words.join(' ').replaceAll(/\s+/g, ' '));
}

/** The block to leave out when the plan needs so many minutes more than there are: the shortest that makes up for them, or else the longest; null where none may be. */
export function blockToSkip(
  deck: Deck,
  { slide, skipped }: Pick<PresenterState, 'slide' | 'skipped'>,
  over: number,
): DeckBlock | null {
  const here = slideOf(deck, slide)?.block;
  const ahead = deck.blocks.slice(deck.blocks.findIndex(({ id }) => id === here) + 1);
  const found = ahead.filter(
    (block) => (block.minutes ?? 0) > 0 && !skipped.includes(block.id) && maySkip(deck, block),
  );
  const byLength = found.toSorted((a, b) => (a.minutes ?? 0) - (b.minutes ?? 0));
  return byLength.find(({ minutes }) => (minutes ?? 0) >= over) ?? byLength.at(-1) ?? null;
}

/** The block left out last that can still be put back, since the lesson has not come to it. */
export function blockToPutBack(
  deck: Deck,
  { slide, skipped }: Pick<PresenterState, 'slide' | 'skipped'>,
): DeckBlock | null {
  const place = (block: string | undefined) => deck.blocks.findIndex(({ id }) => id === block);
  const here = place(slideOf(deck, slide)?.block);
  const last = skipped.findLast((block) => place(block) > here);
  return deck.blocks.find(({ id }) => id === last) ?? null;
}
