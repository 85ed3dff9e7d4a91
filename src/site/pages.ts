import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onceEach } from '../text/once-each.ts';
import type { SheetName } from './lesson-looks.ts';

/** The pages as Vite built them: shells to fill, and assets whose names carry their hash. */
export type Pages = {
  /** The shell of a page folder (`''` is the library); null when there is none. */
  shell(page: string): Promise<string | null>;
  /** An asset by its path (`assets/present-x1y2.js`); null when there is none. */
  asset(path: string): Promise<Buffer | null>;
  /** The script that keeps the pages for home; null where it was not built. */
  worker(): Promise<string | null>;
  /** A style sheet that pages have only where they need it, by its name, `maths`; null where it was not built. */
  sheet(name: SheetName): Promise<string | null>;
  /** Paths of all assets. */
  assets(): Promise<readonly string[]>;
};

/** Opens the folder of built pages. Assets are kept in memory once read: a changed one has another name. */
export function openPages(folder: string): Pages {
  const cache = new Map<string, Buffer>();
  let listed: readonly string[] = [];

  async function assets(): Promise<readonly string[]> {
    const names = await readdir(join(folder, 'assets')).catch(() => []);
    return names.map((name) => `assets/${name}`).toSorted();
  }

  function shell(page: string): Promise<string | null> {
    return readFile(join(folder, page, 'index.html'), 'utf8').catch(() => null);
  }

  return {
    assets,
    shell,
    sheet: async (name) =>
      (await assets()).find(
        (path) => path.startsWith(`assets/${name}-`) && path.endsWith('.css'),
      ) ?? null,
    worker: () => readFile(join(folder, 'offline.js'), 'utf8').catch(() => null),
    async asset(path) {
      const known = cache.get(path);
      if (known !== undefined) return known;
      // Only names that the folder itself lists are opened, so that no path can lead out of it.
      if (!listed.includes(path)) listed = await assets();
      if (!listed.includes(path)) return null;
      const body = await readFile(join(folder, path)).catch(() => null);
      if (body !== null) cache.set(path, body);
      return body;
    },
  };
}

// As Vite names most assets: a name, eight letters of a hash, and the kind.
const HASHED = /(?<![\w.-])[\w.-]+-[\w-]{8}\.\w+/g;

/** Those of all assets that a text names. */
function namedIn(text: string, all: ReadonlySet<string>): readonly string[] {
  const hashed = [...new Set(text.match(HASHED))].map((name) => `assets/${name}`);
  const others = [...all].filter((path) => path.search(HASHED) < 0);
  return [
    ...hashed.filter((path) => all.has(path)),
    ...others.filter((path) => text.includes(path.slice('assets/'.length))),
  ];
}

// What an asset names is looked for once: one that says something else has another name.
const namedBy = onceEach<Pages, Map<string, readonly string[]>>(() => new Map());

/** The assets that a page needs, and those that they need in turn: what a door may serve along with the page. */
export async function assetsOf(shell: string, pages: Pages): Promise<ReadonlySet<string>> {
  const all = new Set(await pages.assets());
  const known = namedBy(pages);
  const needed = new Set(namedIn(shell, all));
  // A set that grows is gone through to its end.
  for (const path of needed) {
    if (!/\.(js|css)$/.test(path)) continue;
    let names = known.get(path);
    if (names === undefined) {
      const body = await pages.asset(path);
      // While a newer build is put in its place there is none for a moment: the next who asks looks again.
      if (body === null) continue;
      names = namedIn(String(body), all);
      known.set(path, names);
    }
    for (const name of names) needed.add(name);
  }
  return needed;
}
