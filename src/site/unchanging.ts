import { once, onceForEach } from '../text/once-each.ts';
import type { SiteParts } from './site-parts.ts';

/**
 * What a site is made from, where none of it changes while the site is written: each folder is
 * looked into once, and each lesson and handout is read once, not for each page that shows it.
 */
export function unchanging(parts: SiteParts): SiteParts {
  const { lessons, handouts, pages } = parts;
  return {
    ...parts,
    isUnchanging: true,
    lessons: { all: once(lessons.all), one: onceForEach(lessons.one) },
    handouts: {
      sheets: once(handouts.sheets),
      all: once(handouts.all),
      one: onceForEach(handouts.one),
      texts: once(handouts.texts),
    },
    pages: {
      shell: onceForEach(pages.shell),
      asset: onceForEach(pages.asset),
      worker: once(pages.worker),
      sheet: onceForEach(pages.sheet),
      assets: once(pages.assets),
    },
  };
}
