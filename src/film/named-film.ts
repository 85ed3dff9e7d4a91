import * as v from 'valibot';

/** How a film in a list is read. */
export const namedFilm = v.object({
  name: v.string(),
  title: v.string(),
  /** Seconds; null where its film.yaml gives no times that can be used: then no lesson can show it yet. */
  length: v.nullable(v.number()),
  /** True where its file is there to be played. */
  isHere: v.boolean(),
  /** False where someone still has to confirm that a class may see it: then it is not offered for a safeguarding lesson. */
  isConfirmed: v.boolean(),
});

/** A film that has a folder of this name under `media/`, and what it is called. */
export type NamedFilm = v.InferOutput<typeof namedFilm>;
