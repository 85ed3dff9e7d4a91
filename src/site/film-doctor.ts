import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examineFilm } from '../film/film-doctor.ts';
import type { FilmFile } from '../film/film-facts.ts';
import type { Finding } from '../film/finding.ts';
import { readFilmFile } from './film-file.ts';
import { isInside } from './is-inside.ts';
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
  { media, isTimed = false }: { readonly media: string; readonly isTimed?: boolean },
): Promise<ExaminedFilm> {
  const text = async (name: string): Promise<string | null> =>
    (await isInside(media, `${film}/${name}`))
      ? readFile(join(media, film, name), 'utf8').catch(() => null)
      : null;
  const isThere = await isInside(media, `${film}/film.mp4`);
  const file: FilmFile = isThere
    ? await readFilmFile(join(media, film, 'film.mp4'))
    : { kind: 'missing' };
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
