import { filmsKey, slugOfDeskKey } from '../text/browser-keys.ts';
import { answerOf, openBrowserDatabase } from '../text/browser-database.view.ts';
import { addressOfMine, idOfShipped, slugOfMine } from '../text/my-lesson.ts';

/** What a browser has of films: those that are saved in it, and what is typed of any and not saved yet. */
export const FILM_STORES = [
  { name: 'films', keyPath: 'film' },
  { name: 'drafts', keyPath: 'film' },
] as const;

/** The films that are saved in this browser, by their names; none where it has none or tells of none. Nothing is made in one that has no film. `site` is the path of the site. */
export async function filmsHere(site: string): Promise<readonly string[]> {
  const name = filmsKey(site);
  try {
    const all = await indexedDB.databases();
    if (!all.some((one) => one.name === name)) return [];
    const { run } = openBrowserDatabase(name, FILM_STORES);
    return (await run('readonly', (films) => answerOf(films.getAllKeys()))).map(String);
  } catch {
    return [];
  }
}

/**
 * Leads from a page of a lesson that came with the site to the same page with a film of this browser, where one is saved
 * of those that the lesson would rather have than the one that the site plays, or of that one. Resolves to true where it leads there. `root` leads
 * to the site’s root. A lesson that is being taught, and its board, stay what they are.
 */
export async function leadToFilmHere(root: string): Promise<boolean> {
  const { content = '' } =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-films"]') ?? {};
  if (content === '') return false;
  const site = new URL(root, location.href).pathname;
  const here = await filmsHere(site);
  if (!content.split(' ').some((film) => here.includes(film))) return false;
  const [, page = '', slug = ''] =
    /^(\w+)\/([\w-]+)\//.exec(location.pathname.slice(site.length)) ?? [];
  if (slug === '' || (IN_LESSON.includes(page) && isTaught(slug, site))) return false;
  const own = `${site}${page}/${slugOfMine(idOfShipped(slug))}/`;
  const rest = location.href.slice(new URL(`${site}${page}/${slug}/`, location.href).href.length);
  location.replace(addressOfMine(`${own}${rest}`));
  return true;
}

const IN_LESSON: readonly string[] = ['present', 'board'];

function isTaught(slug: string, site: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => slugOfDeskKey(key, site) === slug);
  } catch {
    return false;
  }
}
