import * as v from 'valibot';
import type { Cue } from '../../film/vtt.ts';
import { number, type Fields } from '../../text/schema.ts';

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

const cue = v.object({ start: number, end: number, text: v.string() } satisfies Fields<Cue>);
const spoken = v.object({
  captions: v.array(cue),
  descriptions: v.array(cue),
} satisfies Fields<SpokenFilm>);

/** `present/<slug>/film.json`. */
export const filmPagesSchema = v.object({
  media: v.nullable(spoken),
  awaited: v.nullable(spoken),
  told: v.array(v.string()),
} satisfies Fields<FilmPages>);
