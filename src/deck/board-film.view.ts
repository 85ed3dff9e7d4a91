import { startFilm, type Film, type FilmHears } from '../film/film.view.ts';
import type { BoardStatus, FilmOrder } from './board-link.ts';
import type { DeckFilm, DeckSlide } from './deck.ts';

/** The deck's film on the board: nothing is loaded before the board was started. */
export type BoardFilm = {
  open(): void;
  /** Tells which slide is in sight: a film slide gets its part ready, any other stops the film; a cover stops it and keeps its place. */
  place(slide: DeckSlide | undefined, covered: boolean): void;
  /** The film slide the film is at, in sight or under a cover. */
  readonly at: () => string | null;
  carryOut(order: FilmOrder): void;
  readonly status: () => BoardStatus['film'];
  close(): void;
};

/** Where the film is drawn, its files' root as seen from the page, and where it was left. */
export type BoardFilmPlace = { readonly box: HTMLElement; readonly root: string; readonly left: number };

/** Prepares the deck's film, if it has one, for its box. */
export function prepareFilm(deckFilm: DeckFilm | null, { box, root, left }: BoardFilmPlace, hears: FilmHears): BoardFilm {
  let film: Film | null = null;
  let entered: string | null = null;
  let inSight = false;
  box.hidden = true;

  function open(): void {
    if (!deckFilm || film) return;
    const { src, captions, fps, title } = deckFilm;
    film = startFilm(box, { src: root + src, captions: captions && root + captions, fps, title, left }, hears);
  }

  function place(slide: DeckSlide | undefined, covered: boolean): void {
    inSight = slide?.kind === 'film' && !covered;
    if (!film) return;
    if (!inSight) film.pause();
    else if (slide?.kind === 'film' && entered !== slide.id) film.enter(slide);
    if (!covered) entered = slide?.kind === 'film' ? slide.id : null;
  }

  function carryOut(order: FilmOrder): void {
    if (!film || !inSight) return;
    switch (order.do) {
      case 'none':
        return;
      case 'play':
        return film.play();
      case 'pause':
        return film.pause();
      case 'seek':
        return film.seek(order.at);
    }
  }

  function status(): BoardStatus['film'] {
    if (!deckFilm) return { state: 'absent', at: 0 };
    return { state: film?.state() ?? 'ready', at: film?.at() ?? left };
  }

  return { open, place, at: () => entered, carryOut, status, close: () => film?.close() };
}
