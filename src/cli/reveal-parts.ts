import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

/** The source that reveal.js brings beside its bundle, in which each part is a file. */
const SOURCE = '/node_modules/reveal.js/js/';
/** Does nothing; a method that is asked whether it is at work answers that it is not. */
const IDLE =
  'export default class { constructor() { return new Proxy({}, { get: () => () => undefined }); } }';
/** What the board has of its own, or never: it is led by the presenter, shows no control of reveal.js and is printed by other pages. */
const UNUSED = [
  'autoanimate',
  'controls',
  'jumptoslide',
  'keyboard',
  'notes',
  'overlay',
  'overview',
  'pointer',
  'printview',
  'progress',
  'scrollview',
  'slidenumber',
  'touch',
];
/** What stands in the place of a part, by the name it is imported by. */
const instead = new Map([
  ...UNUSED.map((part) => [`./controllers/${part}`, IDLE] as const),
  // It fits headings into lines, for a class that no slide has.
  ['fitty', 'export default () => undefined;'],
  // All of it, for its version alone.
  ['../package.json', 'export const version = "";'],
]);
const MARK = '\0reveal:';

/** Builds reveal.js from its source, without the parts that the board never uses. */
export const revealParts: Plugin = {
  name: 'reveal-parts',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === 'reveal.js') {
      return normalizePath(fileURLToPath(new URL(`../..${SOURCE}reveal.js`, import.meta.url)));
    }
    if (importer?.includes(SOURCE) !== true || !instead.has(source)) return null;
    // A page that has its own copy of reveal.js has its own of these.
    const [, copy = ''] = importer.split('?');
    return `${MARK}${source}?${copy}`;
  },
  load: (id) => {
    const [, source = ''] = new RegExp(`^${MARK}([^?]*)`).exec(id) ?? [];
    return instead.get(source) ?? null;
  },
};
