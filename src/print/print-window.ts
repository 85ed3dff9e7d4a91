import type { Browser, Page } from './browser.ts';
import { openOwnWindows, readPicture } from './offline-window.ts';
import type { Site } from '../site/site.ts';
import type { Media } from '../site/media-folders.ts';
import { FIELD } from '../outputs/handouts/fields-by-link.ts';
import type { SheetSeen } from '../outputs/handouts/sheet-seen.ts';

/** A sheet as the browser printed it, and what its page says of itself. */
export type Printed = { readonly pdf: Uint8Array; readonly facts: SheetSeen };

/** A window of a browser in which sheets are printed, one after the other; nothing is asked of any network. */
export type PrintWindow = {
  /** Prints the page at an address of the site (`print/x/worksheet/?style=large`) as Ctrl+P does. Throws where there is none. `look` looks at the page before it is printed. */
  print(address: string, look?: (page: Page) => Promise<void>): Promise<Printed>;
  close(): Promise<void>;
};

/** What is printed: the site, where its pictures are, and what the teacher's browser keeps that a sheet follows, by its keys. */
export type PrintSource = {
  readonly site: Site;
  readonly media: Media;
  readonly saved?: Readonly<Record<string, string>>;
};

/** What runs in the sheet's page; Node never calls it, it only carries its text there. */
type InPage = {
  openFields(field: string): void;
  readSheet(longestMs: number): Promise<SheetSeen>;
};
const inPage: InPage = await import(
  new URL('../outputs/handouts/read-sheet.view.ts', import.meta.url).href
);

/** How a page becomes a PDF: tagged, with an outline, on the paper that its style sheet names. */
const PDF_OPTIONS = {
  tagged: true,
  outline: true,
  preferCSSPageSize: true,
  printBackground: true,
} as const;
const LONGEST_MS = 30_000;

/** Opens the window; the browser stays its owner's. */
export async function openPrintWindow(
  browser: Browser,
  { site, media, saved = {} }: PrintSource,
): Promise<PrintWindow> {
  const paper = {
    viewport: { width: 794, height: 1123 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  } as const;
  const { context, origin } = await openOwnWindows(browser, paper, async (path) => {
    if (path.startsWith('media/')) return readPicture(media, path);
    return site.read(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  });
  context.setDefaultTimeout(LONGEST_MS);
  const items = Object.entries(saved);
  const page = await context.newPage();
  let last = '';
  await page.addInitScript((all) => {
    for (const [key, value] of all) localStorage.setItem(key, value);
  }, items);

  return {
    async print(address, look) {
      // A page of its own each time, even where only what follows the # is another.
      const path = address.replace(/#.*/, '');
      if (path === last) await page.goto('about:blank');
      last = path;
      const response = await page.goto(`${origin}/${address}`);
      if (response?.ok() !== true) {
        throw new Error(`Cannot print ${address}: there is no such page`);
      }
      const facts = await page.evaluate(inPage.readSheet, LONGEST_MS);
      await page.evaluate(inPage.openFields, FIELD);
      // Chromium 156 leaves parts of a page untagged that is still laid out for print when it is printed.
      if (look !== undefined) {
        await page.emulateMedia({ media: 'print' });
        await look(page);
        await page.emulateMedia({ media: null });
      }
      return { pdf: await page.pdf(PDF_OPTIONS), facts };
    },
    close: () => context.close(),
  };
}
