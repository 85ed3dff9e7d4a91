import type { Film, FilmHears, KnownFilm } from '../film/film.view.ts';
import type { Part } from '../film/stops.ts';
import type { BoardStatus, FilmOrder } from './board-link.ts';
import type { Deck, DeckFilm, DeckSlide } from './deck.ts';
import { filmScreen } from './film-screen.view.ts';
import { deckFor, isUntimed, USUAL, type Showing } from './film-source.ts';

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
export type BoardFilmPlace = { readonly box: HTMLElement; readonly root: string; readonly left: number };

/** Prepares the deck's film, if it has one, for its box. */
export function prepareFilm(deck: Deck, { box, root, left: first }: BoardFilmPlace, hears: FilmHears): BoardFilm {
  const screen = filmScreen(box, hears);
  let [film, chosen, entered]: [Film | null, string | null, string | null] = [null, null, null];
  let [left, isCovered, isOpen] = [first, false, false];
  let sight: DeckSlide | undefined;
  let showing = USUAL;
  // Whether it was played on the slide in sight.
  let hasPlayed = false;
  box.hidden = true;

  const played = (length: number | null = film?.length() ?? null) => deckFor(deck, showing.source, length);
  const address = (path: string | null) => (path === null ? null : root + path);

  function open(): void {
    isOpen = true;
    const now = played();
    const src = showing.source === 'laptop' ? chosen : showing.source === 'media' ? address(now.film?.src ?? null) : null;
    if (film || !now.film || src === null) return;
    film = screen.start({ src, left, know });
    film.look(showing);
  }

  function know(length: number): KnownFilm {
    const { captions, descriptions, fps, title, edition } = played(length).film ?? UNKNOWN;
    return { captions: address(captions), descriptions: address(descriptions), edition, fps, title, part: partOf(entered, length) };
  }

  function drawn(now: Deck): Deck {
    return showing.source === 'laptop' ? deckFor(now, showing.source, film?.length() ?? null) : now;
  }

  function partOf(id: string | null, length?: number): Part | null {
    const slide = played(length).slides.find((one) => one.id === id);
    return slide?.kind === 'film' ? { from: slide.from, to: slide.to } : null;
  }

  function again(): void {
    if (film && film.state() !== 'failed') left = film.at();
    film?.close();
    film = null;
    entered = null;
    if (isOpen) open();
    place(sight, isCovered);
  }

  function show(next: Showing): void {
    const isOther = next.source !== showing.source;
    showing = next;
    if (isOther) again();
    film?.look(next);
  }

  function take(file: unknown): void {
    if (!(file instanceof Blob)) return;
    if (chosen !== null) URL.revokeObjectURL(chosen);
    chosen = URL.createObjectURL(file);
    if (showing.source === 'laptop') again();
  }

  function place(slide: DeckSlide | undefined, covered: boolean): void {
    if (slide?.id !== sight?.id) hasPlayed = false;
    sight = slide;
    isCovered = covered;
    if (!film) return;
    const part = slide?.kind === 'film' ? partOf(slide.id) : null;
    if (!isInSight()) film.pause();
    else if (part && entered !== slide?.id) film.enter(part);
    if (!covered) entered = slide?.kind === 'film' ? slide.id : null;
  }

  function isInSight(): boolean {
    return sight?.kind === 'film' && !isCovered;
  }

  function carryOut(order: FilmOrder): void {
    if (!film || !isInSight()) return;
    switch (order.do) {
      case 'none':
        return;
      case 'play':
        hasPlayed = true;
        return film.play();
      case 'pause':
        return film.pause();
      case 'seek':
        return film.seek(order.at);
    }
  }

  function turn(step: number): boolean {
    if (!film || !isInSight() || step < (sight?.steps ?? 0) || film.state() === 'failed') return false;
    if (film.state() === 'playing') {
      film.pause();
      return true;
    }
    // A film whose stops nobody knows stops where it is paused.
    if (hasPlayed && isUntimed(deck, showing.source, film.length())) return false;
    hasPlayed = true;
    film.play();
    return true;
  }

  function status(): BoardStatus['film'] {
    if (showing.source === 'laptop' && chosen === null) return { state: 'absent', at: 0, isAwaited: true };
    if (!film) return { state: showing.source === 'media' && deck.film ? 'ready' : 'absent', at: left };
    return { state: film.state(), at: film.at(), length: film.length(), lacks: film.lacks(), ...(screen.isRefused() && { isRefused: true }) };
  }

  function close(): void {
    film?.close();
    screen.close();
  }

  const press = () => void (deck.slides.some(({ kind }) => kind === 'film') && screen.press());
  return { open, press, show, take, place, at: () => entered, carryOut, turn, drawn, status, close };
}

// What a film is until its length is known; the player asks for it no sooner.
const UNKNOWN: DeckFilm = { title: '', src: '', captions: null, descriptions: null, chapters: null, fps: 25, length: 0 };
