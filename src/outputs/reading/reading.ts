import type { HelpOnDevices } from '../../subjects/help-topics.ts';
import type { PollView } from '../../room/protocol.ts';
import type { Cover } from '../board/board-link.ts';
import { deckDrawing } from '../board/deck-drawing.ts';
import type { Deck, DeckSlide } from '../board/deck.ts';
import type { Drawing } from '../../text/drawing.ts';
import { askHtml } from '../board/poll-panel.ts';
import { resultHtml } from '../board/poll-result.ts';
import { isPollOf } from '../board/sections.ts';

/** One slide of the reading view: `html` has what was shown of it and nothing else. */
export type ReadingSlide = {
  readonly id: string;
  readonly kind: DeckSlide['kind'];
  readonly html: string;
};

/** A lesson as one page to read: the slide that the board is at, what covers it, and the slides that there are to read, in the lesson's order. */
export type Reading = {
  readonly title: string;
  readonly slide: string | null;
  readonly cover: Cover;
  /** True while the room takes answers. */
  readonly asking: boolean;
  /** As in the pupils' own view. */
  readonly help?: HelpOnDevices;
  readonly slides: readonly ReadingSlide[];
};

/**
 * What a pupil's reading view gets of its room; `n` numbers the room's steps, for `?after=N` (R16).
 */
export type ReadingView =
  | ({ readonly state: 'open'; readonly n: number } & Reading)
  | { readonly state: 'finished'; readonly n: number };

/** Where a lesson is. */
export type ReadingPlace = {
  readonly slide: string | null;
  readonly cover: Cover;
  readonly poll: PollView | null;
};

/**
 * A deck as one page to read: all of its slides with all that is in them, for staff or for the
 * audience the deck was made for (`pupils-reading.ts`). A question has its right answer only while
 * the board shows its result.
 */
export function readingOf(deck: Deck, { slide, cover, poll }: ReadingPlace): Reading {
  const { slides } = deck;
  return {
    title: deck.boardTitle,
    slide: slides.some(({ id }) => id === slide) ? slide : null,
    cover,
    asking: poll?.state === 'asking' || poll?.state === 'closing',
    slides: slides.map((one) => ({
      id: one.id,
      kind: one.kind,
      html: readable(one, poll, deckDrawing(deck)),
    })),
  };
}

function readable(slide: DeckSlide, poll: PollView | null, drawing: Drawing): string {
  if (slide.kind !== 'poll' || poll === null || !isPollOf(slide, poll)) return slide.html;
  const ask = (line: string) => `${askHtml(poll.question, { line }, drawing)}`;
  switch (poll.state) {
    case 'asking':
      return ask('This question is open. You can pass.');
    case 'closing':
      return ask('Closing now.');
    case 'closed':
      return ask('Answers are closed. Thank you.');
    case 'shown':
      return `${resultHtml(poll.question, poll.published, drawing)}`;
  }
}
