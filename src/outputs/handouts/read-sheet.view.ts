// What runs inside a sheet's page while it is printed. Each function is handed to the page as its text, so it holds all that it needs.
import type { SheetSeen } from './sheet-seen.ts';

/** Reads what will be on paper, once the page says that all of it is there and its typefaces are; links to pages of ours, which lead nowhere from paper, become words. Throws where that takes longer than `longestMs`. */
export async function readSheet(longestMs: number): Promise<SheetSeen> {
  const page = document.documentElement;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('The sheet is still being filled in')),
      longestMs,
    );
    const look = (): void => {
      if (page.dataset['filling'] !== undefined) return;
      clearTimeout(late);
      resolve();
    };
    new MutationObserver(look).observe(page, { attributes: true });
    look();
  });
  await document.fonts.ready;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.origin === location.origin) link.removeAttribute('href');
  }
  const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')];
  const reviewed =
    document.querySelector<HTMLElement>('[data-reviewed]')?.dataset['reviewed'] ?? '';
  return {
    title: document.title.replace(/ · Wholeclass$/, ''),
    language: page.lang,
    reviewed: /^\d{4}-\d\d-\d\d$/.test(reviewed) ? reviewed : null,
    headings: headings.map((one) =>
      (one.checkVisibility() ? one.innerText : one.textContent).replaceAll(/\s+/g, ' ').trim(),
    ),
  };
}
