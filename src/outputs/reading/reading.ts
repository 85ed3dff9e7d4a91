import type { PollView } from '../../room/protocol.ts';
import type { Cover } from '../board/board-link.ts';
import type { Deck, DeckSlide } from '../board/deck.ts';
import { askHtml } from '../board/poll-panel.ts';
import { resultHtml } from '../board/poll-result.ts';
import { isPollOf } from '../board/sections.ts';
import { shownPart } from './shown-part.ts';

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
  readonly slides: readonly ReadingSlide[];
};

/** What a pupil's reading view is told of its room; `n` numbers the room's steps, for `?after=N` (R16). */
export type ReadingView =
  | ({ readonly state: 'open'; readonly n: number } & Reading)
  | { readonly state: 'finished'; readonly n: number };

/** Where a lesson is: `seen` names the slides shown so far, with their steps; null for all of them. */
export type ReadingPlace = {
  readonly seen: Readonly<Record<string, number>> | null;
  readonly slide: string | null;
  readonly cover: Cover;
  readonly poll: PollView | null;
};

/** A lesson as it may be read at this place. A question has its right answer only while the board shows its result. */
export function readingOf(deck: Deck, { seen, slide, cover, poll }: ReadingPlace): Reading {
  const shown = deck.slides.filter(({ id }) => seen === null || Object.hasOwn(seen, id));
  return {
    title: deck.boardTitle,
    slide: shown.some(({ id }) => id === slide) ? slide : null,
    cover,
    asking: poll?.state === 'asking' || poll?.state === 'closing',
    slides: shown.map((one) => ({
      id: one.id,
      kind: one.kind,
      html:
        seen === null
          ? readable(one, poll, one.steps)
          : inWords(readable(one, poll, seen[one.id] ?? 0)),
    })),
  };
}

// Pictures lie behind the staff door: a pupil reads what is on them.
function inWords(html: string): string {
  return html.replaceAll(/<img\b[^>]*>/g, (tag) => {
    const words = / alt="([^"]*)"/.exec(tag)?.[1] ?? '';
    return words === '' ? '' : `<span class="picture-words">Picture on the board: ${words}</span>`;
  });
}

function readable(slide: DeckSlide, poll: PollView | null, step: number): string {
  if (slide.kind !== 'poll' || poll === null || !isPollOf(slide, poll)) {
    return shownPart(slide.html, step);
  }
  switch (poll.state) {
    case 'asking':
      return `${askHtml(poll.question, { line: 'This question is open. You can pass.' })}`;
    case 'closing':
      return `${askHtml(poll.question, { line: 'Closing now.' })}`;
    case 'closed':
      return `${askHtml(poll.question, { line: 'Answers are closed. Thank you.' })}`;
    case 'shown':
      return `${resultHtml(poll.question, poll.published)}`;
  }
}
