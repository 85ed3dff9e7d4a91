import { filmsKey } from '../text/browser-keys.ts';
import { openBrowserFilms } from './film-homes.view.ts';
import { filmsHere } from './films-here.view.ts';
import { readManifest, type Manifest } from './manifest.ts';

/** The films of this browser as they say of themselves, by their names. */
export type FilmsHere = ReadonlyMap<string, Manifest>;

/** Reads the films that are saved in this browser; `site` is the path of the site. */
export async function readFilmsHere(site: string): Promise<FilmsHere> {
  if ((await filmsHere(site)).length === 0) return new Map();
  const all = await openBrowserFilms(filmsKey(site)).all();
  return new Map(
    all.flatMap(({ film, yaml }) => {
      const { manifest } = readManifest(yaml, { isTimed: true });
      return manifest === null ? [] : [[film, manifest] as const];
    }),
  );
}
