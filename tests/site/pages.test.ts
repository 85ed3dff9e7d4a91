import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildFolderPages } from '../../src/cli/build-folder-pages.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { assetsOf, openPages, type Pages } from '../../src/site/pages.ts';

// Each asset's name is looked for in each text, whatever it is like.
async function slowly(pages: Pages): Promise<(shell: string) => readonly string[]> {
  const all = await pages.assets();
  const namedIn = (text: string) =>
    all.filter((path) => text.includes(path.slice('assets/'.length)));
  const named = new Map<string, readonly string[]>();
  for (const path of all.filter((one) => /\.(js|css)$/.test(one))) {
    named.set(path, namedIn(String(await pages.asset(path))));
  }
  return (shell) => {
    const needed = new Set(namedIn(shell));
    for (const path of needed) for (const name of named.get(path) ?? []) needed.add(name);
    return [...needed].toSorted();
  };
}

test.each([
  ['a server and a site', buildPages],
  ['a folder', buildFolderPages],
])('A page of %s has every asset that it names, and that those name in turn', async (_, build) => {
  const folder = await build();
  const pages = openPages(folder);
  const shells = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.replaceAll('\\', '/').replace(/\/?index\.html$/, ''));
  expect(shells.length).toBeGreaterThan(15);
  const expected = await slowly(pages);
  let found = 0;
  for (const page of shells) {
    const shell = (await pages.shell(page)) ?? '';
    const assets = [...(await assetsOf(shell, pages))].toSorted();
    expect([page, ...assets]).toEqual([page, ...expected(shell)]);
    found += assets.length;
  }
  expect(found).toBeGreaterThan(50);
});

test('An asset that cannot be read while a newer build is put in its place is looked at again', async () => {
  const bodies = new Map([
    ['assets/join-12345678.js', 'import "./room-12345678.js"'],
    ['assets/room-12345678.js', ''],
  ]);
  let isThere = false;
  const pages: Pages = {
    ...openPages('nowhere'),
    assets: async () => [...bodies.keys()],
    asset: async (path) => (isThere ? Buffer.from(bodies.get(path) ?? '') : null),
  };
  const shell = '<script src="../assets/join-12345678.js"></script>';
  expect([...(await assetsOf(shell, pages))]).toEqual(['assets/join-12345678.js']);
  isThere = true;
  expect([...(await assetsOf(shell, pages))]).toEqual([...bodies.keys()]);
});
