import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const LIMIT = 15_000;
let out: string;
let page: string;
let assets: readonly string[];

// All pages together, as they are built for real: a page built alone shares nothing.
beforeAll(async () => {
  // As `buildPages` does: what a library adds for tests is never sent.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  out = mkdtempSync(join(tmpdir(), 'wholeclass-size-'));
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: out, emptyOutDir: true },
  });
  process.env['NODE_ENV'] = NODE_ENV;
  page = readFileSync(join(out, 'join/index.html'), 'utf8');
  assets = [...page.matchAll(/(?:src|href)="\.\.\/([^"]+)"/g)].map((match) => match[1] ?? '');
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

it('The pupil’s page is under 15 kB compressed, as the page for teachers says', () => {
  const bytes = ['join/index.html', ...assets].map(
    (file) => brotliCompressSync(readFileSync(join(out, file))).length,
  );
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThan(LIMIT);
  expect(readFileSync(join(root, '.github/docs/teachers.md'), 'utf8')).toContain(
    `under ${LIMIT / 1000} kB in two requests`,
  );
});

it('The pupil’s page has one script beside it, and its style in it', () => {
  expect(assets.map((file) => file.replace(/^.*\./, ''))).toEqual(['js']);
  expect(page.match(/<style>/g)).toHaveLength(1);
  const script = readFileSync(join(out, assets.find((file) => file.endsWith('.js')) ?? ''), 'utf8');
  expect(script).not.toMatch(/\bimport\s*[("'{*]|\bfrom\s*["']/);
});

it('The pupil’s page asks nothing of another host and brings no font', () => {
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
  expect(style).toContain('color:');
  expect(style).not.toMatch(/url\(|@import|@font-face/);
  expect(page.replace(style, '')).not.toMatch(/\bstyle=|<script(?![^>]*\bsrc=)|\/\//);
});

it('The board’s page takes five requests without its fonts, and leaves 10 of its 60 kB to the slides', () => {
  const board = readFileSync(join(out, 'board/index.html'), 'utf8');
  const files = [
    'board/index.html',
    ...[...board.matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? ''),
  ];
  expect(files.length).toBeLessThanOrEqual(5);
  expect(
    files
      .map((file) => brotliCompressSync(readFileSync(join(out, file))).length)
      .reduce((sum, one) => sum + one),
  ).toBeLessThan(50_000);
});

it('No page borrows the pupil’s own script', () => {
  const own = assets.map((file) => file.replace('assets/', ''));
  const others = readdirSync(join(out, 'assets')).filter(
    (file) => /\.(js|css)$/.test(file) && !own.includes(file),
  );
  for (const file of others) {
    for (const name of own) {
      expect(readFileSync(join(out, 'assets', file), 'utf8')).not.toContain(name);
    }
  }
});
