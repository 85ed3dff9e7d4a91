import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PresentFilm } from '../deck/make-deck.ts';
import { readCues, type Cue } from '../film/vtt.ts';
import { readManifest } from '../film/manifest.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { isInside } from './files.ts';
import { isSlug } from './lessons.ts';

/** The first of a lesson's films that is there to be played: with times in its film.yaml, and its film.mp4 beside it. */
export async function findFilm({ films, filmTimes }: Pick<Lesson, 'films' | 'filmTimes'>, media: string): Promise<PresentFilm | null> {
  for (const slug of films) {
    const film = await openFilm(slug, media, films.length === 1 && Object.keys(filmTimes.stops).length > 0);
    if (film !== null) return film;
  }
  return null;
}

/** The files of a film that pages use and that are there, by their path under `media/`. */
export async function filmFiles(slug: string, media: string): Promise<readonly string[]> {
  const paths = ['film.mp4', 'captions.en.vtt', 'chapters.vtt'].map((name) => `${slug}/${name}`);
  const there = await Promise.all(paths.map((path) => isInside(media, path)));
  return paths.filter((_, i) => there[i]);
}

/** What is heard and seen in a film, from its captions and descriptions; nothing where it has none. */
export async function filmWords(slug: string, media: string): Promise<{ readonly captions: readonly Cue[]; readonly descriptions: readonly Cue[] }> {
  const cues = async (name: string) => {
    const isThere = await isInside(media, `${slug}/${name}`);
    return isThere ? readCues(await readFile(join(media, slug, name), 'utf8').catch(() => '')) : [];
  };
  return { captions: await cues('captions.en.vtt'), descriptions: await cues('descriptions.vtt') };
}

async function openFilm(slug: string, media: string, isTimed: boolean): Promise<PresentFilm | null> {
  if (!isSlug(slug) || !(await hasFilm(slug, media))) return null;
  const yaml = await readFile(join(media, slug, 'film.yaml'), 'utf8').catch(() => null);
  const manifest = yaml === null ? null : readManifest(yaml, { isTimed }).manifest;
  return manifest === null ? null : { slug, manifest };
}

async function hasFilm(slug: string, media: string): Promise<boolean> {
  const path = `${slug}/film.mp4`;
  if (!(await isInside(media, path))) return false;
  const found = await stat(join(media, path));
  return found.isFile() && found.size > 0;
}
