import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path/posix';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { root } from '../../src/cli/root.ts';
import { awayWrong } from './away-link.ts';

/** The site as it ships, every lesson of it, written to a folder of its own. */
export type BuiltSite = {
  readonly files: ReadonlySet<string>;
  /** Its pages by their paths. */
  readonly pages: ReadonlyMap<string, string>;
  text(path: string): string;
  remove(): void;
};

/** Builds it: the whole, or what anyone may read. */
export async function builtSite(forEveryone: boolean): Promise<BuiltSite> {
  const out = mkdtempSync(join(tmpdir(), 'wholeclass-site-'));
  const files = new Set(
    (await buildSite({ home: root, pages: await buildPages(), out, forEveryone })).map(
      ({ path }) => path,
    ),
  );
  const text = (path: string) => readFileSync(join(out, path), 'utf8');
  return {
    files,
    pages: new Map(
      [...files].filter((path) => path.endsWith('.html')).map((path) => [path, text(path)]),
    ),
    text,
    remove: () => rmSync(out, { recursive: true, force: true }),
  };
}

/** Every address in a page as it was written. */
export function addressesIn(page: string): readonly string[] {
  const single = [...page.matchAll(/\s(?:href|src|poster|data|action)="([^"]*)"/g)].map(
    ([, address = '']) => address,
  );
  const sets = [...page.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, set = '']) =>
    set.split(',').map((one) => one.trim().split(/\s/, 1)[0] ?? ''),
  );
  return [...single, ...sets];
}

/** The file that an address of a page leads to, seen from the site's root; it may not be there. */
export function fileAt(path: string, address: string): string {
  const place = address.replace(/[?#].*$/, '');
  if (place === '') return path;
  return place.endsWith('/')
    ? join(dirname(path), place, 'index.html')
    : join(dirname(path), place);
}

/** What is wrong with an address of a page, at a site's root or in any folder; nothing where it leads somewhere. */
export function deadEnd(
  { files, pages, text }: BuiltSite,
  path: string,
  address: string,
): string | null {
  const away = awayWrong(address);
  if (away !== undefined) return away;
  if (address === 'data:,') return null;
  if (/^(?:[a-z]+:|\/)/i.test(address)) return 'leaves the site';
  const target = fileAt(path, address);
  if (target.startsWith('..')) return 'leaves the folder that the site lies in';
  if (!files.has(target)) return 'leads nowhere';
  const part = address.split('#')[1] ?? '';
  // A drawing has a place that it looks otherwise for.
  const there = target.endsWith('.svg') ? text(target) : (pages.get(target) ?? '');
  return part === '' || there.includes(` id="${part}"`)
    ? null
    : 'leads to no such place in its page';
}

/** Every address on a page of the site that leads nowhere, with why. */
export function deadEnds(site: BuiltSite): readonly string[] {
  return [...site.pages].flatMap(([path, page]) =>
    addressesIn(page).flatMap((address) => {
      const why = deadEnd(site, path, address);
      return why === null ? [] : [`${path}: ${address} ${why}`];
    }),
  );
}
