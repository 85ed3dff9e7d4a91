import { readFile } from 'node:fs/promises';
import { examineFilm } from '../film/film-doctor.ts';
import type { FilmFile } from '../film/film-facts.ts';
import type { Finding } from '../film/finding.ts';
import { readFilmFile } from './film-file.ts';
import { findInMedia, type Media } from './media-folders.ts';
import { readManifestApart } from './reading.ts';

/** A film in `media/` as the doctor sees it. */
export type ExaminedFilm = {
  readonly film: string;
  readonly file: FilmFile;
  readonly findings: readonly Finding[];
};

/** Examines the film in a folder under `media`; whatever lies there, it never throws. `isTimed` where a lesson times its stops itself. */
export async function examineFolder(
  film: string,
  { media, isTimed = false }: { readonly media: Media; readonly isTimed?: boolean },
): Promise<ExaminedFilm> {
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
  return { film, file, findings: examineFilm({ folder: `media/${film}`, file, read, texts }) };
}
