// What runs inside a sheet's page while it is printed. Each function is handed to the page as its text, so it holds all that it needs.
import type { SheetSeen } from './sheet-seen.ts';

/** Reads what will be on paper, where the page shows itself as it prints; links to pages of ours, which lead nowhere from paper, become words. */
export function readSheet(): SheetSeen {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) if (link.origin === location.origin) link.removeAttribute('href');
  const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility());
  const reviewed = document.querySelector<HTMLElement>('[data-reviewed]')?.dataset['reviewed'] ?? '';
  return {
    title: document.title.replace(/ · Wholeclass$/, ''),
    language: document.documentElement.lang,
    reviewed: /^\d{4}-\d\d-\d\d$/.test(reviewed) ? reviewed : null,
    headings: headings.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim()),
  };
}
