import { textWidth } from '../text/letter-widths.ts';
import { readSignpost, type Signpost } from '../text/signpost.ts';
import type { School } from './school.ts';

/** A page of a school’s site for home, `parents/` or `''` for its first, as it is written and as a code leads there; null where the school named no site, or what it typed is no address. */
export function homePageOf({ homeSite }: Pick<School, 'homeSite'>, path: string): Signpost | null {
  const site = readSignpost(homeSite);
  if (site === null || /[?#]/.test(site.href)) return null;
  const href = new URL(path, site.href.replace(/\/?$/, '/')).href;
  return readSignpost(href.replace(/^https:\/\//, ''));
}

/** As wide as an address on a slide gets: what a lesson’s last slide is measured with. */
export const WIDEST_ON_SLIDE = 'pages-for-home.long-school-name.example';

/** Where a school’s site for home is, as a slide says it; empty where no one said, or where it is too wide for a line. */
export function homeSiteOnSlide(school: Pick<School, 'homeSite'>): string {
  const shown = homePageOf(school, '')?.shown ?? '';
  return textWidth(shown) > textWidth(WIDEST_ON_SLIDE) ? '' : shown;
}
