import { USUAL_FPS, type Part } from '../../film/stops.ts';
import type { Deck, DeckFilm, DeckSlide, OtherFilms } from './deck.ts';

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
  /** The slide of the film from which it plays to its end without its stops; null or not there where it stops. */
  readonly whole?: string | null;
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
  const { source, speed, captions, described, whole } = { ...USUAL, ...showing };
  const safe = { source, speed: SPEEDS.includes(speed) ? speed : 1, captions, described };
  return whole ? { ...safe, whole } : safe;
}

/** The deck with no stop ahead on the slide from which the film plays whole. */
export function asWhole(deck: Deck, whole: string | null = null): Deck {
  if (whole === null) return deck;
  const slides = deck.slides.map((one) =>
    one.kind === 'film' && one.id === whole ? { ...one, to: null } : one,
  );
  return { ...deck, slides };
}

/** A file whose length differs by more than this, in seconds, from the one that film.yaml gives the awaited film is another film. */
const SLACK = 0.5;
/** And from that of the film that is here, whose length is known to the frame. */
const SLACK_HERE = 0.1;

/**
 * The deck as it plays from a source: its film, the parts and the cards of its slides.
 * `length` is that of a chosen file, in seconds, null until it is known. Until then, and where it is not that of the film whose times are known,
 * the file is a film that no one has described: it has no stops, no captions, no title and no note of any other.
 */
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
      const slack = deck.awaited ? SLACK : SLACK_HERE;
      const fits =
        timed.film !== null && length !== null && Math.abs(length - timed.film.length) <= slack;
      return fits ? timed : untimed(deck, length ?? 0);
    }
  }
}

/** The deck as its slides are drawn: what they say of a film they say of the one that is shown today. In place of the film itself, sources without a file have slides of their own. */
export function drawnDeck(deck: Deck, source: FilmSource, length: number | null): Deck {
  return source === 'laptop' || source === 'elsewhere' ? deckFor(deck, source, length) : deck;
}

/** True where a chosen file is known not to be the film whose times are known: then the teacher stops it. */
export function isUntimed(deck: Deck, source: FilmSource, length: number | null): boolean {
  return (
    source === 'laptop' && length !== null && deckFor(deck, source, length).film?.title === UNTIMED
  );
}

const UNTIMED = 'Your film';

function timedBy(deck: Deck, { film, parts }: NonNullable<Deck['awaited']>): Deck {
  return {
    ...deck,
    film,
    slides: withOther(
      deck,
      ({ awaited, unknown }) => awaited ?? unknown,
      ({ id }) => parts[id] ?? WHOLE,
    ),
  };
}

/** A film of which nothing is known but its length, in seconds. */
export function unknownFilm(length: number): DeckFilm {
  return {
    title: '',
    src: '',
    captions: null,
    descriptions: null,
    chapters: null,
    fps: USUAL_FPS,
    length,
  };
}

function untimed(deck: Deck, length: number): Deck {
  return {
    ...deck,
    film: { ...unknownFilm(length), title: UNTIMED },
    slides: withOther(
      deck,
      ({ unknown }) => unknown,
      () => WHOLE,
    ),
  };
}

const WHOLE: Part = { from: 0, to: null };

// What slides say of a film they say of another one.
function withOther(
  { slides }: Deck,
  cardOf: (cards: OtherFilms) => string,
  partOf: (slide: DeckSlide) => Part,
): readonly DeckSlide[] {
  return slides.map((slide) => ({
    ...slide,
    ...(slide.kind === 'film' && partOf(slide)),
    ...(slide.cards && { html: cardOf(slide.cards) }),
  }));
}
