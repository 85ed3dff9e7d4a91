import { startFilm, type Film, type FilmHears, type FilmStart } from '../../film/film.view.ts';
import { makePlayer, type Player } from '../../film/player.view.ts';

/** The one player of a board, for every film that is shown on it. */
export type FilmScreen = {
  /** To be called within a press: from then on films may play with sound here. */
  press(): void;
  start(film: FilmStart): Film;
  /** True from when the browser did not let the film play until the next press. */
  readonly isRefused: () => boolean;
  close(): void;
};

/** Prepares a player for a box; none is made before a film is started or a press unlocks it. */
export function filmScreen(box: HTMLElement, hears: FilmHears): FilmScreen {
  // One element for all films: a press unlocks an element, and the next film has to play without another.
  let player: Player | null = null;
  let isRefused = false;
  const here = () => (player ??= makePlayer());

  function blocked(): void {
    isRefused = true;
    hears.blocked();
  }

  return {
    press() {
      isRefused = false;
      here().unlock();
    },
    start: (film) => startFilm(here(), { ...film, box }, { ...hears, blocked }),
    isRefused: () => isRefused,
    close: () => player?.close(),
  };
}
