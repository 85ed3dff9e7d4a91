import { OLDEST, oldestInWords } from './browsers.ts';

const SCRIPTED = ['library', 'present', 'print-desk', 'read', 'school', 'safeguarding', 'sign-in', 'sign-ins'];
const PUPILS = 'join';
const FOR_PUPILS = 'This page needs a newer browser. Ask your teacher for a paper slip instead.';
const FOR_OTHERS = `If this page stays empty, this browser is too old for it. It needs ${oldestInWords(OLDEST.others)} or later.`;
const START = '\ndocument.getElementById("late")?.remove();';

/** What a page that is nothing without its script says where the script does not start, some seconds after it was opened (`#late` in the style sheets). Null for pages that need no script. */
export function tooOldWords(page: string): string | null {
  if (page === PUPILS) return FOR_PUPILS;
  return SCRIPTED.includes(page) ? FOR_OTHERS : null;
}

/** A page by the place of its shell: `/print/desk/index.html` is `print-desk`. */
function pageOf(path: string): string {
  return (
    path
      .replace(/^\//, '')
      .replace(/\/?index\.html$/, '')
      .replaceAll('/', '-') || 'library'
  );
}

/** Puts the words into the built pages, and at each script's end what takes them away: a script that a browser cannot read never gets there. A plugin of Vite. */
export const tooOld = {
  name: 'too-old',
  apply: 'build' as const,
  transformIndexHtml: {
    order: 'post' as const,
    handler(html: string, { path }: { readonly path: string }) {
      const words = tooOldWords(pageOf(path));
      return words === null ? html : html.replace('<body>', `<body>\n    <p id="late">${words}</p>`);
    },
  },
  renderChunk: {
    order: 'pre' as const,
    handler: (code: string, { isEntry, name }: { readonly isEntry: boolean; readonly name: string }) =>
      isEntry && tooOldWords(name) !== null ? code + START : null,
  },
};
