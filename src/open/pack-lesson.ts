import { strToU8, zipSync, type Zippable } from 'fflate';
import type { MediaFile } from './opened.ts';

/** The file of a packed lesson that says what it is, and which of its files is the lesson. */
export const MANIFEST = 'wholeclass.json';

/** What is said of a film that a lesson names: its folder under `media/`, its film.yaml, and its captions, null for none. */
export type PackedFilm = {
  readonly film: string;
  readonly yaml: string;
  readonly captions: string | null;
};

/** What is said of a film within its folder. */
export const FILM_YAML = 'film.yaml';
export const FILM_CAPTIONS = 'captions.en.vtt';

/** A lesson with its pictures, and with what is said of its film, as one zip file, laid out as the folder of a school's own lessons is: `soil.md`, `media/soil/jar.png`, `media/worms/film.yaml`. */
export function packLesson(
  { slug, text }: { readonly slug: string; readonly text: string },
  media: readonly MediaFile[],
  films: readonly PackedFilm[] = [],
): Uint8Array {
  const lesson = `${slug}.md`;
  const files: Zippable = {
    [MANIFEST]: strToU8(`${JSON.stringify({ v: 1, lesson })}\n`),
    [lesson]: strToU8(text),
  };
  // A picture is packed already.
  for (const { path, bytes } of media) files[`media/${path}`] = [bytes, { level: 0 }];
  for (const { film, yaml, captions } of films) {
    files[`media/${film}/${FILM_YAML}`] = strToU8(yaml);
    if (captions !== null) files[`media/${film}/${FILM_CAPTIONS}`] = strToU8(captions);
  }
  return zipSync(files);
}
