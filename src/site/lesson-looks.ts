import { namesOf } from '../text/own.ts';
import type { Pages } from './pages.ts';

// What only some lessons have looks as one of these sheets says, and pages without it do not load the sheet: how each is known in a page.
const SHEETS = {
  maths: ['<math'],
  'lesson-parts': ['class="timer', 'class="code-', 'class="working', 'class="link-card'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a style sheet that is loaded only where a lesson needs it. */
export type SheetName = keyof typeof SHEETS;

/** Those that a page needs, by what is in it; `shown` may be data for a script, where a tag and a quotation mark are written otherwise. */
export function sheetsFor(shown: string): readonly SheetName[] {
  const plain = shown.replaceAll('\\u003c', '<').replaceAll('\\"', '"');
  return namesOf(SHEETS).filter((name) => SHEETS[name].some((mark) => plain.includes(mark)));
}

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
