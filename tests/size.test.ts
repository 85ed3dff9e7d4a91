import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { buildPages } from '../src/cli/build-pages.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
let out: string;

// All pages together, as they are built for real: a page built alone shares nothing.
beforeAll(async () => {
  out = await buildPages();
}, 60_000);

it('The pupil’s page is under 25 kB compressed in three requests, as the page for teachers says', () => {
  const page = partsOf('join');
  expect(page.files).toHaveLength(3);
  expect(page.bytes).toBeLessThan(25_000);
  expect(readFileSync(join(root, '.github/docs/teachers.md'), 'utf8')).toContain(
    'under 25 kB in three requests',
  );
});

it('The pupil’s page is drawn before its script, asks nothing of another host and brings no font', () => {
  const [page = '', ...rest] = partsOf('join').files.map((file) =>
    readFileSync(join(out, file), 'utf8'),
  );
  expect(page).toContain('<label for="code">');
  expect(page.replaceAll(/\s(?:href|src)="\.\.?\/[^"]*"/g, '')).not.toMatch(/\bstyle=|\/\//);
  for (const text of rest) {
    expect(text).not.toMatch(/url\(|@import|@font-face|\bfrom\s*["']|\bimport\s*["']/);
    // Names of what is drawn, which no browser asks for.
    expect(text.replaceAll(/http:\/\/www\.w3\.org\/\w/g, '')).not.toMatch(/https?:\/\//);
  }
});

it('The presenter’s page takes at most 20 requests and 250 kB, without its fonts', () => {
  const { files, bytes } = partsOf('present');
  expect(files.length).toBeLessThanOrEqual(20);
  expect(bytes).toBeLessThan(250_000);
});

it('The board’s page takes at most 8 requests without its fonts, and leaves 20 of its 80 kB to the slides', () => {
  const { files, bytes } = partsOf('board');
  expect(files.length).toBeLessThanOrEqual(8);
  expect(bytes).toBeLessThan(60_000);
});

/** What a browser asks for to show a page that was built, fonts apart, and how much it is compressed. */
function partsOf(name: string): { readonly files: readonly string[]; readonly bytes: number } {
  const page = readFileSync(join(out, name, 'index.html'), 'utf8');
  const asked = [...page.matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+)"/g)];
  const files = [`${name}/index.html`, ...asked.map(([, path = '']) => path)];
  const sizes = files.map((file) => brotliCompressSync(readFileSync(join(out, file))).length);
  return { files, bytes: sizes.reduce((sum, one) => sum + one) };
}
