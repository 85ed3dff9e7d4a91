import { OLDEST, oldestInWords } from './browsers.ts';

// Plugins of Vite that write the built pages for the browsers of the table, and a sentence for older ones.

/** What a bundler tells of a script that it made. */
type Chunk = {
  readonly isEntry: boolean;
  readonly name: string;
  readonly facadeModuleId: string | null;
};

type Added = Readonly<Record<string, (...how: never[]) => unknown>>;

/** What browsers of the table lack, by where it belongs: Chrome 109 all of it, Safari and Firefox some. Each is self-contained: its own text is put into scripts. */
const newer = {
  'Array.prototype': {
    toSorted(this: unknown[], order: (a: unknown, b: unknown) => number) {
      return [...this].sort(order);
    },
    toReversed(this: unknown[]) {
      return [...this].reverse();
    },
    toSpliced(this: unknown[], ...how: [number, number]) {
      const copy = [...this];
      copy.splice(...how);
      return copy;
    },
    with(this: unknown[], at: number, item: unknown) {
      const copy = [...this];
      copy[at < 0 ? at + copy.length : at] = item;
      return copy;
    },
  },
  'String.prototype': {
    toWellFormed(this: string) {
      return this.replace(/\p{Surrogate}/gu, '\ufffd');
    },
  },
  URL: {
    canParse(...how: [string, string?]) {
      try {
        return Boolean(new URL(...how));
      } catch {
        return false;
      }
    },
    parse(...how: [string, string?]) {
      try {
        return new URL(...how);
      } catch {
        return null;
      }
    },
  },
} satisfies Readonly<Record<string, Added>>;

/** Puts those that a script uses before its words. Not before a page’s own script alone: what that imports runs before it, and a worker has scripts of its own. */
export const newerApis = {
  name: 'newer-apis',
  apply: 'build' as const,
  renderChunk: {
    order: 'pre' as const,
    handler(code: string) {
      const added = Object.entries(newer).flatMap(([place, methods]) => {
        const start = place.endsWith('.prototype') ? '' : place;
        const used = Object.entries(methods).flatMap(([name, method]) =>
          code.includes(`${start}.${name}(`) ? [String(method)] : [],
        );
        return used.length === 0 ? [] : [`[${place}, { ${used.join(', ')} }]`];
      });
      if (added.length === 0) return null;
      return `for (const [place, methods] of [${added.join(', ')}])
  for (const [name, value] of Object.entries(methods))
    if (!(name in place)) Object.defineProperty(place, name, { value, configurable: true, writable: true });
${code}`;
    },
  },
};

/** School tablets live long: the pupils’ page, which shares no script with others, is written for older browsers than they are. What Safari 14 reads Chrome 90 and Firefox 88 do, too. `rewrite` writes a script again for a target. */
export function forOldTablets<Rewritten>(rewrite: (code: string, target: string) => Rewritten) {
  return {
    name: 'for-old-tablets',
    apply: 'build' as const,
    renderChunk: (code: string, { name }: Chunk) =>
      name === PUPILS ? rewrite(code, `safari${OLDEST.pupils.safari}`) : null,
  };
}

const PUPILS = 'join';
const FOR_PUPILS =
  'This page has not started. Load it again. If this stays, ask your {{teacher}} for a paper slip instead.';
const FOR_OTHERS = `If this page stays empty, load it again. If that does not help, this browser is too old for it: it needs ${oldestInWords(OLDEST.others)} or later.`;
const START = '\ndocument.getElementById("late")?.remove();';

/** What a page says where its script does not start, some seconds after it was opened (`#late` in the style sheets): its browser is too old, or a network has cut the script off. Null for pages that need no script, which say nothing where scripts are off, and for the tablets’ check, which says all of this itself. */
function tooOldWords(page: string, html: string): string | null {
  if (page === 'check' || !html.includes('<noscript')) return null;
  return page === PUPILS ? FOR_PUPILS : FOR_OTHERS;
}

/** A page by the place of its shell: `/print/desk/index.html` is `print/desk`. */
function pageOf(path: string): string {
  return path.replace(/^\//, '').replace(/\/?index\.html$/, '');
}

/** Puts the words into the built pages, and at each page’s script’s end what takes them away: a script that a browser cannot read never gets there. */
export const tooOld = {
  name: 'too-old',
  apply: 'build' as const,
  transformIndexHtml: {
    order: 'post' as const,
    handler(html: string, { path }: { readonly path: string }) {
      const words = tooOldWords(pageOf(path), html);
      return words === null
        ? html
        : html.replace('<body>', `<body>\n    <p id="late">${words}</p>`);
    },
  },
  renderChunk: {
    order: 'pre' as const,
    handler: (code: string, { isEntry, facadeModuleId }: Chunk) =>
      isEntry && facadeModuleId?.endsWith('.html') === true ? code + START : null,
  },
};
