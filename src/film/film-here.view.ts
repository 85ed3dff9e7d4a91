import { filmsKey } from '../text/browser-keys.ts';
import { readAs } from '../text/schema.ts';
import { isServedHere } from '../text/served-here.view.ts';
import { fetchFile } from '../text/site-file.view.ts';
import { openBrowserFilms, openServerFilms } from './film-homes.view.ts';
import { filmsHere } from './films-here.view.ts';
import { filmThere, type FilmThere } from './film-protocol.ts';

/** What is said of a film: by the program, or, where none serves this page, by this browser or else by the site itself; null where none of them says anything. `root` leads to the site’s root. */
export async function filmHere(film: string, root: string): Promise<FilmThere | null> {
  const site = new URL(root, location.href);
  const there = isServedHere()
    ? await openServerFilms(site).read(film)
    : await filmWithout(film, { root, site: site.pathname });
  return there?.yaml === '' ? null : there;
}

// What is said in this browser is newer; its file may be the site’s all the same.
async function filmWithout(
  film: string,
  { root, site }: { readonly root: string; readonly site: string },
): Promise<FilmThere | null> {
  const shipped = await filmOfSite(film, root);
  if (!(await filmsHere(site)).includes(film)) return shipped;
  const own = await openBrowserFilms(filmsKey(site)).home.read(film);
  return own && { ...own, hasFile: shipped?.hasFile === true, file: shipped?.file ?? null };
}

async function filmOfSite(film: string, root: string): Promise<FilmThere | null> {
  const file = await fetchFile(`${root}film/${encodeURIComponent(film)}/film.json`).catch(
    () => null,
  );
  return file?.ok === true ? readAs(filmThere, await file.json().catch(() => null)) : null;
}
