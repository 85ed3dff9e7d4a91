import * as v from 'valibot';
import { number, whole } from '../text/schema.ts';

/** Where the program is asked for what a film says of itself, from the site's root. */
export function filmPath(film: string): string {
  return `api/films/${encodeURIComponent(film)}`;
}

/** Where a part of a film's file is sent: the upload's name, the first byte of the part and how many bytes there are in all; from the site's root. */
export function filmPartPath(film: string, upload: string, part: FilmPart): string {
  return `${filmPath(film)}/file/${encodeURIComponent(upload)}?from=${part.from}&of=${part.of}`;
}

/** Which part of a file is sent. */
export type FilmPart = { readonly from: number; readonly of: number };

/** How many bytes are sent at once. */
export const FILM_PART_BYTES = 4 * 1024 * 1024;

/** More than any film for a class has, in bytes. */
export const MAX_FILM_BYTES = 4 * 1024 * 1024 * 1024;

/** Captions are shorter than this, in characters; no film.yaml that is longer than the other is read. */
export const MAX_CAPTIONS = 500_000;
export const MAX_FILM_YAML = 50_000;

/** What is written of a film: its film.yaml, and its captions as WebVTT, null for none. */
export const filmTexts = v.object({
  yaml: v.pipe(v.string(), v.excludes('\0'), v.maxLength(MAX_FILM_YAML)),
  captions: v.nullable(v.pipe(v.string(), v.excludes('\0'), v.maxLength(MAX_CAPTIONS))),
});

/** What is written of a film. */
export type FilmTexts = v.InferOutput<typeof filmTexts>;

/** What the program has of a film. `version` is a number made from what the school itself has written; null where that is nothing. */
export const filmThere = v.object({
  film: v.string(),
  ...filmTexts.entries,
  version: v.nullable(whole),
  /** When it was written, in ms since 1970. */
  saved: number,
  /** True where its film.mp4 is in the folder. */
  hasFile: v.boolean(),
  /** The print of that file; null where there is none, or where no program takes it. */
  file: v.optional(v.nullable(v.string()), null),
});

/** What the program has of a film. */
export type FilmThere = v.InferOutput<typeof filmThere>;

/** `PUT` of a film's texts, done: the version that they are now. */
export const writtenFilm = v.object({ version: whole });

/** `PUT` of a part of a film's file, done: how many bytes are there, whether that is all, and then the print of the file. */
export const writtenPart = v.object({
  bytes: whole,
  isWhole: v.boolean(),
  file: v.optional(v.nullable(v.string()), null),
});

/** A refusal, and, with 412, the film as someone else has written it. */
export const refusedFilm = v.object({
  error: v.object({ code: v.string(), message: v.string() }),
  theirs: v.optional(v.nullable(filmThere), null),
});

/** Why the program did not save a film. */
export type FilmRefusal = v.InferOutput<typeof refusedFilm>;
