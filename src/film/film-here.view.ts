import { filmsKey } from '../text/browser-keys.ts';
import { readAs } from '../text/schema.ts';
import { isServedHere } from '../text/served-here.view.ts';
import { fetchFile } from '../text/site-file.view.ts';
import { openBrowserFilms, openServerFilms } from './film-homes.view.ts';
import { filmThere, type FilmThere } from './film-protocol.ts';

/** What is said of a film: by the program, or, where none serves this page, by this browser or else by the site itself; null where none of them says anything. `root` leads to the site’s root. */
export async function filmHere(film: string, root: string): Promise<FilmThere | null> {
  const site = new URL(root, location.href);
  const there = isServedHere()
    ? await openServerFilms(site).read(film)
    : ((await filmInBrowser(film, site.pathname)) ?? (await filmOfSite(film, root)));
  return there?.yaml === '' ? null : there;
}

/** The same of this browser alone; nothing is made in one that has no film. */
async function filmInBrowser(film: string, site: string): Promise<FilmThere | null> {
  const all = await indexedDB.databases().catch(() => []);
  const isThere = all.some(({ name }) => name === filmsKey(site));
  return isThere ? openBrowserFilms(filmsKey(site)).home.read(film) : null;
}

async function filmOfSite(film: string, root: string): Promise<FilmThere | null> {
  const file = await fetchFile(`${root}film/${encodeURIComponent(film)}/film.json`).catch(
    () => null,
  );
  return file?.ok === true ? readAs(filmThere, await file.json().catch(() => null)) : null;
}
