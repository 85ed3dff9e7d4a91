import type { Film, FilmHears, KnownFilm } from '../../film/film.view.ts';
import type { Part } from '../../film/stops.ts';
import { SETTLE_MS, type BoardStatus, type FilmOrder } from './board-link.ts';
import type { Deck, DeckSlide } from './deck.ts';
import { filmScreen } from './film-screen.view.ts';
import {
  asWhole,
  deckFor,
  drawnDeck,
  isUntimed,
  unknownFilm,
  USUAL,
  type Showing,
} from './film-source.ts';

/** The deck's film on the board: nothing is loaded before the board was started. */
export type BoardFilm = {
  open(): void;
  /** To be called within a press in this window, before anything else: from then on the film may play with sound. */
  press(): void;
  /** Tells how the film is shown today; another source is another film. */
  show(showing: Showing): void;
  /** Takes a film chosen on this laptop; it stays in this window and is gone with it. */
  take(file: unknown): void;
  /** Tells which slide is in sight: a film slide gets its part ready, any other stops the film; a cover stops it and keeps its place. */
  place(slide: DeckSlide | undefined, covered: boolean): void;
  /** The film slide the film is at, in sight or under a cover. */
  readonly at: () => string | null;
  carryOut(order: FilmOrder): void;
  /** Next without a presenter, with so many of the slide’s steps shown: plays the film in sight, or pauses it; false where it turns the page, past one without known times once it is paused. */
  turn(step: number): boolean;
  /** A deck with what its slides say of the film that is shown today. */
  drawn(deck: Deck): Deck;
  readonly status: () => BoardStatus['film'];
  close(): void;
};

/** Where the film is drawn, its files' root as seen from the page, and where it was left. */
export type BoardFilmPlace = {
  readonly box: HTMLElement;
  readonly root: string;
  readonly left: number;
};

/** What is in sight: a slide, whether something covers it, and whether the film was played on it since it came. */
type Sight = {
  readonly slide: DeckSlide | undefined;
  readonly isCovered: boolean;
  readonly hasPlayed: boolean;
};

/** How long a film that could not be fetched is waited for before it is asked for again, in ms: each time twice as long. */
const RETRY_MS = { first: 2_000, longest: 15_000 } as const;

const NOTHING: Sight = { slide: undefined, isCovered: false, hasPlayed: false };

function isFilmIn({ slide, isCovered }: Sight): boolean {
  return slide?.kind === 'film' && !isCovered;
}

function partOf({ slides }: Deck, id: string | null): Part | null {
  const slide = slides.find((one) => one.id === id);
  return slide?.kind === 'film' ? { from: slide.from, to: slide.to } : null;
}

/** Prepares the deck's film, if it has one, for its box. */
export function prepareFilm(
  deck: Deck,
  { box, root, left: first }: BoardFilmPlace,
  hears: FilmHears,
): BoardFilm {
  const screen = filmScreen(box, { ...hears, changed });
  let film: Film | null = null;
  let chosen: string | null = null;
  let entered: string | null = null;
  // Which film was left where; before any was started, where the one that was here before a reload was.
  let left: { readonly src: string | null; readonly at: number } = { src: null, at: first };
  let isOpen = false;
  let sight = NOTHING;
  let showing = USUAL;
  // How often a film that failed was asked for since one was last loaded, and when it is asked for next.
  let tries = 0;
  let nextTry: number | undefined;
  let turnedAt = -Infinity;
  box.hidden = true;

  const played = (length: number | null = film?.length() ?? null) =>
    asWhole(deckFor(deck, showing.source, length), showing.whole);
  const address = (path: string | null) => (path === null ? null : root + path);

  function open(): void {
    isOpen = true;
    const now = played();
    const src =
      showing.source === 'laptop'
        ? chosen
        : showing.source === 'media'
          ? address(now.film?.src ?? null)
          : null;
    if (film || !now.film || src === null) return;
    // Another film begins at its start.
    if (left.src !== src) left = { src, at: left.src === null ? left.at : 0 };
    film = screen.start({ src, left: left.at, know });
    film.look(showing);
  }

  function know(length: number): KnownFilm {
    const { captions, descriptions, fps, title, edition } =
      played(length).film ?? unknownFilm(length);
    return {
      captions: address(captions),
      descriptions: address(descriptions),
      edition,
      fps,
      title,
      part: partOf(played(length), entered),
    };
  }

  function drawn(now: Deck): Deck {
    return drawnDeck(now, showing.source, film?.length() ?? null);
  }

  // While it is asked for again it has still failed: the presenter offers nothing that does not work yet.
  const hasFailed = () =>
    film !== null && (film.state() === 'failed' || (tries > 0 && film.length() === null));

  function changed(): void {
    if (film?.state() === 'failed') retryLater();
    else if (film && film.length() !== null) tries = 0;
    hears.changed();
  }

  function retryLater(): void {
    if (nextTry !== undefined || showing.source !== 'media' || !isFilmIn(sight)) return;
    nextTry = window.setTimeout(retry, Math.min(RETRY_MS.first * 2 ** tries, RETRY_MS.longest));
  }

  function retry(): void {
    stopRetrying();
    tries += 1;
    again();
  }

  function stopRetrying(): void {
    clearTimeout(nextTry);
    nextTry = undefined;
  }

  function again(): void {
    if (film) left = { ...left, at: film.at() };
    film?.close();
    film = null;
    entered = null;
    if (isOpen) open();
    place(sight.slide, sight.isCovered);
  }

  function show(next: Showing): void {
    const isOther = next.source !== showing.source;
    // The part that plays ends elsewhere now.
    if (next.whole !== showing.whole) entered = null;
    showing = next;
    if (isOther) startOver();
    film?.look(next);
  }

  function take(file: unknown): void {
    if (!(file instanceof Blob)) return;
    if (chosen !== null) URL.revokeObjectURL(chosen);
    chosen = URL.createObjectURL(file);
    if (showing.source === 'laptop') startOver();
  }

  function startOver(): void {
    stopRetrying();
    tries = 0;
    again();
  }

  function place(slide: DeckSlide | undefined, covered: boolean): void {
    const isHere = slide?.id === sight.slide?.id;
    const wasIn = isHere && isFilmIn(sight);
    sight = { slide, isCovered: covered, hasPlayed: sight.hasPlayed && isHere };
    if (!isFilmIn(sight)) stopRetrying();
    else if (!wasIn && hasFailed()) return retry();
    if (!film) return;
    const part = slide?.kind === 'film' ? partOf(played(), slide.id) : null;
    if (!isFilmIn(sight)) film.pause();
    else if (part && entered !== slide?.id) film.enter(part);
    if (!covered) entered = slide?.kind === 'film' ? slide.id : null;
  }

  function carryOut(order: FilmOrder): void {
    if (order.do !== 'none' && isFilmIn(sight) && hasFailed()) retry();
    if (!film || !isFilmIn(sight)) return;
    switch (order.do) {
      case 'none':
        return;
      case 'play':
        sight = { ...sight, hasPlayed: true };
        return film.play();
      case 'pause':
        return film.pause();
      case 'seek':
        return film.seek(order.at);
    }
  }

  function turn(step: number): boolean {
    if (!film || !isFilmIn(sight) || step < (sight.slide?.steps ?? 0) || hasFailed()) {
      return false;
    }
    // Pressed again within a second it does what it did once.
    const since = Date.now() - turnedAt;
    if (since >= 0 && since < SETTLE_MS) return true;
    turnedAt = Date.now();
    if (film.state() === 'playing') {
      film.pause();
      return true;
    }
    // A film whose stops no one knows stops where it is paused.
    if (sight.hasPlayed && isUntimed(deck, showing.source, film.length())) return false;
    sight = { ...sight, hasPlayed: true };
    film.play();
    return true;
  }

  function status(): BoardStatus['film'] {
    if (showing.source === 'laptop' && chosen === null) {
      return { state: 'absent', at: 0, isAwaited: true };
    }
    if (!film) {
      return { state: showing.source === 'media' && deck.film ? 'ready' : 'absent', at: left.at };
    }
    return {
      state: hasFailed() ? 'failed' : film.state(),
      at: film.at(),
      length: film.length(),
      lacks: film.lacks(),
      ...(screen.isRefused() && { isRefused: true }),
    };
  }

  function close(): void {
    stopRetrying();
    film?.close();
    screen.close();
  }

  const press = () => void (deck.slides.some(({ kind }) => kind === 'film') && screen.press());
  return {
    open,
    press,
    show,
    take,
    place,
    at: () => entered,
    carryOut,
    turn,
    drawn,
    status,
    close,
  };
}
