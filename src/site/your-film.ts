import { readFile } from 'node:fs/promises';
import type { FilmThere } from '../film/film-protocol.ts';
import { writeData, type Slots } from '../text/fill-page.ts';
import { html } from '../text/html.ts';
import { filmsToName } from './films.ts';
import { isSlug } from './lessons.ts';
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

/** Where the page of each film is. */
export async function filmPaths({ media }: Pick<SiteParts, 'media'>): Promise<readonly string[]> {
  return (await filmsToName(media)).map(({ name }) => `film/${name}/index.html`);
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
  };
}

function homeOf({ own }: SiteParts): 'server' | 'browser' {
  return own === undefined ? 'browser' : 'server';
}
