import { html } from '../text/html.ts';
import { SHEET_NAMES, type SheetName } from './lesson-looks.ts';
import type { Pages } from './pages.ts';

/** The links to some style sheets, for a page's head; `up` leads from the page to the site's root, `../../`. */
export async function sheetLinks(
  names: readonly SheetName[],
  pages: Pages,
  up: string,
): Promise<string> {
  const paths = await sheetFiles(names, pages);
  return paths
    .map((path) => `${html`<link rel="stylesheet" crossorigin href="${up}${path}">`}`)
    .join('');
}

/** The paths of some style sheets from the site's root. */
export async function sheetFiles(
  names: readonly SheetName[],
  pages: Pages,
): Promise<readonly string[]> {
  const paths = await Promise.all(names.map((name) => pages.sheet(name)));
  return paths.filter((path) => path !== null);
}

/** Every such sheet there is, for a site of which anyone may have all. */
export function allSheets(pages: Pages): Promise<readonly string[]> {
  return sheetFiles(SHEET_NAMES, pages);
}
