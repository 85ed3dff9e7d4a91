import type { Part } from '../film/stops.ts';
import type { Deck, DeckFilm, DeckSlide } from './deck.ts';

/** Where today's film comes from: `media/`, a file chosen on this laptop, a player that is not ours, or no film and the story told from the notes. */
export type FilmSource = 'media' | 'laptop' | 'elsewhere' | 'story';

/** How the film is shown today. It is a state and not an order, so that a board that comes back shows it so. */
export type Showing = {
  readonly source: FilmSource;
  /** Times the film's own pace. */
  readonly speed: number;
  readonly captions: boolean;
  /** What is seen, in words on the board and, where the computer has a voice of its own, read aloud. */
  readonly described: boolean;
};

/** As every lesson starts. */
export const USUAL: Showing = { source: 'media', speed: 1, captions: true, described: false };

/** The speeds there are: faster, the stop comes too late for the frame it must not show. */
export const SPEEDS: readonly number[] = [1, 1.25, 1.5];

/** The speed after this one, the slowest after the fastest. */
export function nextSpeed(speed: number): number {
  return SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
}

/** A showing as it may be: whatever was sent or kept, its speed is one there is. */
export function safeShowing(showing: Showing | undefined): Showing {
  const { source, speed, captions, described } = { ...USUAL, ...showing };
  return { source, speed: SPEEDS.includes(speed) ? speed : 1, captions, described };
}

/** A file whose length differs by more than this, in seconds, is another film than the one whose times are known. */
const SLACK = 1;

/** The deck as it plays from a source. `length` is that of a chosen file, in seconds, once it is known: one that does not fit plays without stops of its own. */
export function deckFor(deck: Deck, source: FilmSource, length: number | null = null): Deck {
  switch (source) {
    case 'media':
      return deck;
    case 'story':
      return { ...deck, film: null };
    case 'elsewhere':
      return deck.awaited ? timedBy(deck, deck.awaited) : deck;
    case 'laptop': {
      const timed = deck.awaited ? timedBy(deck, deck.awaited) : deck;
      const fits = timed.film !== null && (length === null || Math.abs(length - timed.film.length) <= SLACK);
      return fits ? timed : untimed(deck, length ?? 0);
    }
  }
}

/** True where a chosen file is not the film whose times are known: then the teacher stops it. */
export function isUntimed(deck: Deck, source: FilmSource, length: number | null): boolean {
  return source === 'laptop' && deckFor(deck, source, length).film?.title === UNTIMED;
}

const UNTIMED = 'Your film';

function timedBy(deck: Deck, { film, parts }: NonNullable<Deck['awaited']>): Deck {
  return { ...deck, film, slides: withParts(deck, (slide) => parts[slide.id] ?? WHOLE) };
}

function untimed(deck: Deck, length: number): Deck {
  const film: DeckFilm = { title: UNTIMED, src: '', captions: null, descriptions: null, chapters: null, fps: 25, length };
  return { ...deck, film, slides: withParts(deck, () => WHOLE) };
}

const WHOLE: Part = { from: 0, to: null };

function withParts({ slides }: Deck, partOf: (slide: DeckSlide) => Part): readonly DeckSlide[] {
  return slides.map((slide) => (slide.kind === 'film' ? { ...slide, ...partOf(slide) } : slide));
}
