import { readFile } from 'node:fs/promises';
import type { FilmThere } from '../film/film-protocol.ts';
import { writeData, type Slots } from '../text/fill-page.ts';
import { html } from '../text/html.ts';
import { filePrint, filmsToName } from './films.ts';
import { isSlug } from './lessons.ts';
import { mediaFiles } from './media-files.ts';
import { findInMedia, type Media } from './media-folders.ts';
import type { SiteParts } from './site-parts.ts';

/** “Your film” of all the films that have a folder here. */
export async function allFilms(parts: SiteParts): Promise<Slots> {
  const films = await filmsToName(parts.media);
  return {
    title: 'Films · Wholeclass',
    data: writeData({ home: homeOf(parts), film: null, there: null, films }),
  };
}

/** “Your film” of one film; null where none has such a folder. */
export async function oneFilm(path: string, parts: SiteParts): Promise<Slots | null> {
  const [, film = ''] = /^film\/([^/]+)\/index\.html$/.exec(path) ?? [];
  const films = await filmsToName(parts.media);
  const found = films.find(({ name }) => name === film);
  const there = found === undefined ? null : await textsOf(film, parts.media);
  if (found === undefined || there === null) return null;
  return {
    title: String(html`${found.title} · Wholeclass`),
    data: writeData({
      home: homeOf(parts),
      film,
      there,
      films,
    }),
  };
}

/** What a site of files says of one film, for lessons that are written in a browser; null where it says nothing. */
export async function filmData(path: string, parts: SiteParts): Promise<FilmThere | null> {
  const [, film = ''] = /^film\/([^/]+)\/film\.json$/.exec(path) ?? [];
  const there = parts.room === 'page' ? await textsOf(film, parts.media) : null;
  if (there === null || there.yaml === '') return null;
  // Of a film that no lesson of the site plays, the site has no file.
  const files = await mediaFiles(await parts.lessons.all(), parts.media);
  return { ...there, hasFile: files.includes(`${film}/film.mp4`) };
}

/** Where the page of each film is, and what a site of files says of it. */
export async function filmPaths(parts: SiteParts): Promise<readonly string[]> {
  const names = (await filmsToName(parts.media)).map(({ name }) => name);
  const pages = names.map((name) => `film/${name}/index.html`);
  if (parts.room !== 'page') return pages;
  const texts = await Promise.all(names.map((name) => textsOf(name, parts.media)));
  const described = names.filter((_, at) => (texts[at]?.yaml ?? '') !== '');
  return [...pages, ...described.map((name) => `film/${name}/film.json`)];
}

async function textsOf(film: string, media: Media): Promise<FilmThere | null> {
  if (!isSlug(film)) return null;
  const textAt = async (name: string) => {
    const place = await findInMedia(media, `${film}/${name}`);
    return place === null ? null : readFile(place, 'utf8').catch(() => null);
  };
  return {
    film,
    yaml: (await textAt('film.yaml')) ?? '',
    captions: await textAt('captions.en.vtt'),
    version: null,
    saved: 0,
    hasFile: (await findInMedia(media, `${film}/film.mp4`)) !== null,
    file: await filePrint(film, media),
  };
}

function homeOf({ own }: SiteParts): 'server' | 'browser' {
  return own === undefined ? 'browser' : 'server';
}
