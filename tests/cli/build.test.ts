import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { build, buildSite, tryPdfs } from '../../src/cli/build.ts';
import { readBuildOptions } from '../../src/cli/build/options.ts';
import { pictureSizes } from '../../src/supporters/post-picture.ts';
import { posts } from '../../src/supporters/posts.ts';
import { writeSchool } from '../server/school.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

// It starts, ends at once, and is no browser, whatever else is on this machine.
test('on a machine without a browser the site is whole: it says so, its pictures are drawings, and no page offers a PDF', async () => {
  vi.stubEnv('BROWSER_PATH', '/bin/true');
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const home = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const parts = { home, pages: join(home, 'pages'), out: join(home, 'dist') };
  try {
    // No picture of such a page was ever made and kept.
    writeSchool(home, { 'pages/supporters/index.html': `<meta charset="utf-8" /><!-- ${home} --><main><!--slot:main--></main>` });
    await buildSite({ ...parts, withPictures: true });
    const why = 'The browser /bin/true does not start: install Chromium, Chrome or Edge, or name another in BROWSER_PATH.';
    expect(said.mock.calls).toEqual([[`The posts’ pictures are SVG files, of which the supporters’ page makes PNGs. ${why}`]]);
    expect(await tryPdfs(parts)).toBe(`No PDFs lie ready made: ${why} Each sheet can be printed from its page.`);
    const names = posts.flatMap(({ id }) => pictureSizes.map((size) => `${id}-${size.id}.svg`));
    expect(readdirSync(join(parts.out, 'supporters/pictures')).toSorted()).toEqual(names.toSorted());
    const offered = [...readFileSync(join(parts.out, 'supporters/index.html'), 'utf8').matchAll(/href="\.\/(pictures\/[^"]+)"/g)];
    expect(offered.map(([, path = '']) => path).toSorted()).toEqual(names.map((name) => `pictures/${name}`).toSorted());
    expect(existsSync(join(parts.out, 'print/pdf'))).toBe(false);
    expect(readFileSync(join(parts.out, 'print/index.html'), 'utf8')).toContain('"pdfs":[]');
  } finally {
    rmSync(home, { recursive: true });
  }
});

test('“npm run build” reads its words, and builds nothing of what it cannot read', async () => {
  expect(readBuildOptions([])).toEqual({ forEveryone: false, withPdfs: true, help: false });
  expect(readBuildOptions(['--no-pdfs'])).toEqual({ forEveryone: false, withPdfs: false, help: false });
  expect(readBuildOptions(['--public'])).toEqual({ forEveryone: true, withPdfs: false, help: false });
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await build(['--nopdfs'])).toBe(1);
  expect(told.mock.calls).toEqual([["Cannot read this: Unknown option '--nopdfs'. See npm run build -- --help"]]);
  expect(readBuildOptions(['./dist'])).toEqual({ wrong: "Cannot read this: Unexpected argument './dist'. See npm run build -- --help" });
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(await build(['--help'])).toBe(0);
  expect(said.mock.calls.flat().join('')).toMatch(/--no-pdfs\s+leaves the PDFs out\n\s+--public/);
});
