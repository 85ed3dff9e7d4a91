import type { Cue } from '../../film/vtt.ts';

/** What is said and seen in a film, with when. */
export type SpokenFilm = {
  readonly captions: readonly Cue[];
  readonly descriptions: readonly Cue[];
};

/** What the presenter alone gets of the lesson's films, from `present/<slug>/film.json`: their words, and what is wrong with them, in sentences. */
export type FilmPages = {
  readonly media: SpokenFilm | null;
  readonly awaited: SpokenFilm | null;
  readonly told: readonly string[];
};
