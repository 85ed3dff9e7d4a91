import { isNameIn } from '../text/own.ts';

/** Fills in what shells of pages have in common: `<!--part:nav-->`. `path` is the shell's own, from the folder of all pages: `/print/desk/index.html`. */
export function wholeShell(shell: string, path: string): string {
  const folder = path.replace(/^\//, '').replace(/\/?index\.html$/, '');
  const up = '../'.repeat(folder === '' ? 0 : folder.split('/').length);
  return shell.replaceAll(/^( *)<!--part:([a-z-]+)-->/gm, (_, indent: string, name: string) => {
    const lines = isNameIn(parts, name) ? parts[name]({ folder, up }) : null;
    if (lines === null) throw new Error(`${path}: there is no part “${name}” of shells`);
    return lines.map((line) => indent + line).join('\n');
  });
}

/** The same as a plugin of Vite, for both ways in which pages are built. */
export const shells = {
  name: 'shells',
  transformIndexHtml: {
    order: 'pre' as const,
    handler: (shell: string, { path }: { readonly path: string }) => wholeShell(shell, path),
  },
};

/** Puts a built page's style sheets before its scripts: nothing can be drawn without them, and a slow phone takes what it asked for one by one. */
export function styleFirst(page: string): string {
  const sheet = /^ *<link rel="stylesheet"[^>]*>\n/gm;
  const script = /^ *<script type="module"/m;
  const found = page.match(sheet)?.join('') ?? '';
  return script.test(page)
    ? page.replaceAll(sheet, '').replace(script, (first) => found + first)
    : page;
}

/** The same as a plugin of Vite. */
export const styles = {
  name: 'style-first',
  transformIndexHtml: { order: 'post' as const, handler: styleFirst },
};

/** `folder` is the shell's, empty for the library; `up` leads from there to the site's root, and one step further out of the folder of pages. */
type Place = { readonly folder: string; readonly up: string };
type PartName =
  | 'head'
  | 'quiet-head'
  | 'site-head'
  | 'steps-head'
  | 'site-look'
  | 'steps-look'
  | 'paper-look'
  | 'plan-look'
  | 'dots'
  | 'nav';

const EVERY = [
  '<meta charset="utf-8" />',
  '<meta name="viewport" content="width=device-width, initial-scale=1" />',
];
/** What keeps a page out of searches. */
export const UNLISTED = '<meta name="robots" content="noindex" />';
const ROOM = '<meta name="wholeclass-room" content="<!--slot:room-->" />';
const BARS = [
  '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f1" />',
  '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111c26" />',
];
/** Where the sheets go that only some lessons need, in no line of their own. */
const LOOKS = '<!--slot:looks-->';
const NO_ICON = '<link rel="icon" href="data:," />';
/** The staff's pages that lead to each other: where each is, what it is called, and its shell. */
const NAV = [
  { to: '', words: 'Lessons', shell: '' },
  { to: 'edit/', words: 'My lessons', shell: 'edit' },
  { to: 'print/', words: 'Print', shell: 'print/desk' },
  { to: 'school/', words: '{{Your school}}', shell: 'school' },
] as const;

/** Every part, as the lines of it. */
const parts: Readonly<Record<PartName, (place: Place) => readonly string[]>> = {
  // What every page begins with.
  head: () => EVERY,
  // A page that says nothing of itself: no icon is asked for, no search finds it.
  'quiet-head': () => [...EVERY, UNLISTED + LOOKS, NO_ICON],
  'site-head': (place) => [...EVERY, UNLISTED + LOOKS, ROOM, icon(place)],
  'steps-head': (place) => [...EVERY, UNLISTED, ...BARS, ROOM, icon(place)],
  'site-look': (place) => sheets(place, 'ui', ['fonts', 'page', 'dark', 'site', 'home-foot']),
  'steps-look': (place) =>
    sheets(place, 'ui', ['fonts', 'page', 'dark', 'steps', 'steps-inside', 'home-foot']),
  'paper-look': (place) =>
    sheets(place, 'outputs/handouts', [
      'paper',
      'pages',
      'sheet',
      'layouts',
      'form',
      'transcript',
      'notes',
      'handout',
      'plan-sheet',
      'poster',
      'contact-list',
      'flow',
      'table',
      'alongside',
      'cut',
    ]),
  // In the order in which one has to win over another.
  'plan-look': (place) => [
    ...sheets(place, 'ui', ['reading-fonts', 'page', 'dark', 'site', 'home-foot']),
    ...sheets(place, 'outputs/board', ['slides']),
    ...sheets(place, 'outputs/handouts', ['paper']),
    ...sheets(place, 'outputs/plan', ['plan-before']),
    ...sheets(place, 'pages/lesson', [
      'plan',
      'plan-menu',
      'plan-offline',
      'plan-strip',
      'plan-versions',
      'plan-report',
    ]),
    ...sheets(place, 'outputs/plan', ['plan-blocks']),
    ...sheets(place, 'ui', ['controls']),
    ...sheets(place, 'pages/lesson', ['plan-today']),
    ...sheets(place, 'outputs/home', ['check-line']),
    ...sheets(place, 'outputs/handouts', ['layouts']),
    ...sheets(place, 'pages/lesson', ['plan-staff', 'plan-print', 'plan-styles']),
  ],
  // The nine dots of the mark, in a box of 27 by 27: one shape, since a slow phone draws each by itself.
  dots: () => [
    `<path d="${[0, 10, 20].flatMap((y) => [0, 10, 20].map((x) => `M${x} ${y + 3.5}a3.5 3.5 0 1 1 7 0 3.5 3.5 0 1 1-7 0`)).join('')}" />`,
  ],
  nav: (place) => [
    '<nav class="site-nav" aria-label="Wholeclass">',
    ...NAV.map((way) => `  ${link(place, way)}`),
    '</nav>',
  ],
};

function icon({ up }: Place): string {
  return `<link rel="icon" href="../${up}ui/mark.svg" />`;
}

/** `folder` is one of the folder in which `pages` is. */
function sheets({ up }: Place, folder: string, names: readonly string[]): readonly string[] {
  return names.map((name) => `<link rel="stylesheet" href="../${up}${folder}/${name}.css" />`);
}

function link({ folder, up }: Place, { to, words, shell }: (typeof NAV)[number]): string {
  return `<a href="${up === '' ? './' : up}${to}"${shell === folder ? ' aria-current="page"' : ''}>${words}</a>`;
}
