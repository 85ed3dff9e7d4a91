import { readSignpost, type Signpost } from '../text/signpost.ts';
import type { School } from './school.ts';

/** A page of a school’s site for home, `parents/` or `''` for its first, as it is written and as a code leads there; null where the school named no site, or what it typed is no address. */
export function homePageOf({ homeSite }: Pick<School, 'homeSite'>, path: string): Signpost | null {
  const site = readSignpost(homeSite);
  if (site === null || /[?#]/.test(site.href)) return null;
  const href = new URL(path, site.href.replace(/\/?$/, '/')).href;
  return readSignpost(href.replace(/^https:\/\//, ''));
}
