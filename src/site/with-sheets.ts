import { namesOf } from '../text/own.ts';
import { SHEETS, type SheetName } from './lesson-looks.ts';
import type { Pages } from './pages.ts';

/** A page's shell that loads these sheets after its own. */
export async function withSheets(
  shell: string,
  names: readonly SheetName[],
  pages: Pages,
): Promise<string> {
  const paths = await Promise.all(names.map((name) => pages.sheet(name)));
  const up = /\b(?:href|src)="((?:\.\.?\/)+)assets\//.exec(shell)?.[1] ?? '../';
  const links = paths.flatMap((path) =>
    path === null ? [] : [`  <link rel="stylesheet" crossorigin href="${up}${path}">\n  `],
  );
  return links.length === 0 ? shell : shell.replace('</head>', () => `${links.join('')}</head>`);
}

/** Every such sheet there is, for a site of which anyone may have all. */
export async function allSheets(pages: Pages): Promise<readonly string[]> {
  const paths = await Promise.all(namesOf(SHEETS).map((name) => pages.sheet(name)));
  return paths.filter((path) => path !== null);
}
