import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

const at = (path: string) => normalizePath(fileURLToPath(new URL(path, import.meta.url)));
/** What only some lessons need, and what stands in its place until one does. */
const LATER = {
  katex: at('../edit/katex-later.view.ts'),
  './code-colours.ts': at('../edit/code-colours-later.view.ts'),
} as const;
/** Reads styles, which no lesson may have: what would read one refuses it. */
const NO_STYLES = '\0no-styles';

/** Builds the worker that reads lessons in a page: formulas and the colours of code are loaded where a text has any, and the sentences that show what each phrase of a word list finds are left out. */
export const readerParts: Plugin = {
  name: 'reader-parts',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === 'postcss' && importer?.includes('/sanitize-html/') === true) return NO_STYLES;
    if (importer?.includes('/src/document/') !== true) return null;
    return source === 'katex' || source === './code-colours.ts' ? LATER[source] : null;
  },
  load: (id) =>
    id === NO_STYLES
      ? 'export const parse = () => { throw new Error("Cannot read a style: no lesson may have one"); };'
      : null,
  transform: (code, id) =>
    /\/src\/checks\/words\/[\w-]+\.json$/.test(id) ? withoutExamples(code) : null,
};

function withoutExamples(list: string): string {
  return JSON.stringify(
    JSON.parse(list, (name, value: unknown) =>
      name === 'example' && typeof value === 'string' ? '' : value,
    ),
  );
}
