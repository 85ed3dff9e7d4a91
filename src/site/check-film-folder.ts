import { readFile } from 'node:fs/promises';
import { checkFilm } from '../film/check-film.ts';
import type { FilmFile } from '../film/film-facts.ts';
import type { Finding } from '../film/finding.ts';
import { readFilmFile } from './film-file.ts';
import { findInMedia, type Media } from './media-folders.ts';
import { readManifestApart } from './reading.ts';

/** A film in `media/` with what the check of it found. */
export type CheckedFilm = {
  readonly film: string;
  readonly file: FilmFile;
  readonly findings: readonly Finding[];
};

/** Checks the film in a folder under `media`; whatever lies there, it never throws. `isTimed` where a lesson times its stops itself. */
export async function checkFilmFolder(
  film: string,
  { media, isTimed = false }: { readonly media: Media; readonly isTimed?: boolean },
): Promise<CheckedFilm> {
  const text = async (name: string): Promise<string | null> => {
    const place = await findInMedia(media, `${film}/${name}`);
    return place === null ? null : readFile(place, 'utf8').catch(() => null);
  };
  const place = await findInMedia(media, `${film}/film.mp4`);
  const file: FilmFile = place === null ? { kind: 'missing' } : await readFilmFile(place);
  const [yaml, captions, chapters, descriptions] = await Promise.all(
    ['film.yaml', 'captions.en.vtt', 'chapters.vtt', 'descriptions.vtt'].map(text),
  );
  const read =
    yaml === undefined || yaml === null
      ? null
      : await readManifestApart({ manifest: yaml, isTimed });
  const texts = {
    captions: captions ?? null,
    chapters: chapters ?? null,
    descriptions: descriptions ?? null,
  };
  return { film, file, findings: checkFilm({ folder: `media/${film}`, file, read, texts }) };
}
