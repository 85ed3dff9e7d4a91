import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path/posix';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { root } from '../../src/cli/root.ts';
import { knownNumbers } from '../../src/help/known-contacts.ts';

let out: string;
let pages: ReadonlyMap<string, string>;
let files: ReadonlySet<string>;

// The site as it ships, every lesson of it.
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'wholeclass-site-'));
  files = new Set((await buildSite({ home: root, pages: await buildPages(), out })).map(({ path }) => path));
  pages = new Map([...files].filter((path) => path.endsWith('.html')).map((path) => [path, readFileSync(join(out, path), 'utf8')]));
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Every address in a page as it was written. */
function addressesIn(page: string): readonly string[] {
  const single = [...page.matchAll(/\s(?:href|src|poster|data|action)="([^"]*)"/g)].map(([, address = '']) => address);
  const sets = [...page.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, set = '']) => set.split(',').map((one) => one.trim().split(/\s/, 1)[0] ?? ''));
  return [...single, ...sets];
}

/** What is wrong with an address of a page, at a site's root or in any folder; nothing where it leads somewhere. */
function deadEnd(path: string, address: string): string | null {
  if (address.startsWith('tel:')) return knownNumbers.has(address.slice(4)) ? null : 'rings a number off the list';
  if (address === 'data:,') return null;
  if (/^(?:[a-z]+:|\/)/i.test(address)) return 'leaves the site';
  const [place = '', part = ''] = address.replace(/\?[^#]*/, '').split('#');
  const file = join(dirname(path), place);
  if (file.startsWith('..')) return 'leaves the folder that the site lies in';
  const target = place === '' ? path : place.endsWith('/') ? join(file, 'index.html') : file;
  if (!files.has(target)) return 'leads nowhere';
  return part === '' || (pages.get(target) ?? '').includes(` id="${part}"`) ? null : 'leads to no such place in its page';
}

test('no address on any page of the site leads nowhere, to another site, or to a place that its page does not have', () => {
  expect(pages.size).toBeGreaterThan(200);
  const dead = [...pages].flatMap(([path, page]) =>
    addressesIn(page).flatMap((address) => {
      const why = deadEnd(path, address);
      return why === null ? [] : [`${path}: ${address} ${why}`];
    }),
  );
  expect(dead).toEqual([]);
});

test('the paper that the page “Print” lays out has its pictures where that page finds them', () => {
  const mains = [...files].filter((path) => path.endsWith('sheets.json'));
  const dead = mains.flatMap((path) =>
    Object.values(JSON.parse(readFileSync(join(out, path), 'utf8')) as Readonly<Record<string, string>>).flatMap((main) =>
      addressesIn(main).filter((address) => !address.startsWith('#') && deadEnd('print/index.html', address) !== null),
    ),
  );
  expect(mains.length).toBeGreaterThan(10);
  expect(dead).toEqual([]);
});

test('no page of the site has a script or a style in it that its own policy would refuse', () => {
  const refused = [...pages].flatMap(([path, page]) => {
    const body = page.replaceAll(/<script type="application\/json"[^>]*>[^]*?<\/script>/g, '');
    const found = body.match(/<style\b|<script(?![^>]*\ssrc=)[^>]*>|<[a-z][^>]*\s(?:style|on[a-z]+)=/g) ?? [];
    return found.map((what) => `${path}: ${what}`);
  });
  expect(refused).toEqual([]);
});
