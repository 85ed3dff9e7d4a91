import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { buildPages } from '../src/cli/build-pages.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const LIMIT = 25_000;
let out: string;
let page: string;
let assets: readonly string[];

// All pages together, as they are built for real: a page built alone shares nothing.
beforeAll(async () => {
  out = await buildPages();
  page = readFileSync(join(out, 'join/index.html'), 'utf8');
  assets = [...page.matchAll(/(?:src|href)="\.\.\/([^"]+)"/g)].map((match) => match[1] ?? '');
}, 60_000);

it('The pupil’s page is under 25 kB compressed, as the page for teachers says', () => {
  const bytes = ['join/index.html', ...assets].map(
    (file) => brotliCompressSync(readFileSync(join(out, file))).length,
  );
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThan(LIMIT);
  expect(readFileSync(join(root, '.github/docs/teachers.md'), 'utf8')).toContain(
    `under ${LIMIT / 1000} kB in one request`,
  );
});

/** What stands in each style of a page. */
function stylesOf(html: string): readonly string[] {
  return [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style = '']) => style);
}

it('The pupil’s page has its style and its script in it, and asks for no other file', () => {
  expect(assets).toEqual([]);
  expect(stylesOf(page)).toHaveLength(2);
  expect(page.match(/<script/g)).toHaveLength(1);
  // What classes do in Preact, which no component of it is.
  expect(scriptOf(page)).not.toMatch(/setState|forceUpdate|componentDidCatch/);
  expect(scriptOf(page)).not.toMatch(/\bimport\s*[("'{*]|\bfrom\s*["']/);
});

it('The pupil’s page is read whole before its script, so that its field is in the first frame', () => {
  expect(page.indexOf('<script')).toBeGreaterThan(page.indexOf('</form>'));
  expect(page).toMatch(/<\/script><\/body>\s*<\/html>\s*$/);
});

it('The pupil’s page has its field before its style, shows nothing of itself without it, and is not drawn before it is read', () => {
  const [first = '', whole = ''] = stylesOf(page);
  expect(first).toBe('#join{visibility:hidden}');
  expect(whole).toMatch(/#join\{visibility:visible\}$/);
  expect(page.indexOf(whole)).toBeGreaterThan(page.indexOf('</form>'));
  const [, awaited = ''] =
    /<link rel="expect" href="#([^"]+)" blocking="render" \/>/.exec(page) ?? [];
  expect(page).toContain(`<svg id="${awaited}" class="unseen" aria-hidden="true"><style>`);
});

it('The pupil’s page asks nothing of another host and brings no font', () => {
  const styles = stylesOf(page);
  expect(styles.join('')).toContain('color:');
  expect(styles.join('')).not.toMatch(/url\(|@import|@font-face/);
  const bare = [...styles, scriptOf(page)].reduce((rest, one) => rest.replace(one, ''), page);
  expect(bare).not.toMatch(/\bstyle=|\/\//);
  // Names of what is drawn, which no browser asks for.
  expect(scriptOf(page).replaceAll(/http:\/\/www\.w3\.org\/\w/g, '')).not.toMatch(/https?:\/\//);
});

it('The presenter’s page has in it all that a lesson is started with, under 6 kB compressed beside the start itself, and asks for its fonts alone', () => {
  const presenter = readFileSync(join(out, 'present/index.html'), 'utf8');
  expect(presenter).not.toMatch(/<script[^>]*\ssrc=|rel="(?:stylesheet|modulepreload)"/);
  expect(presenter.match(/url\((?!\.\.\/\.\.\/assets\/[^)]+\.woff2\))/g)).toBeNull();
  expect(presenter).toMatch(/<\/script><\/body>\s*<\/html>\s*$/);
  expect(brotliCompressSync(Buffer.from(presenter)).length).toBeLessThan(6_000);
});

it('The presenter’s desk has every token that its sheets use, though its page has those of its start alone', () => {
  const presenter = readFileSync(join(out, 'present/index.html'), 'utf8');
  const sheets = [...presenter.matchAll(/assets\/([\w.-]+\.css)/g)].map(([, name = '']) =>
    readFileSync(join(out, 'assets', name), 'utf8'),
  );
  expect(sheets.length).toBeGreaterThan(0);
  const tokens = ['tokens', 'page-tokens'].flatMap((name) =>
    namesIn(readFileSync(join(root, `src/ui/${name}.css`), 'utf8'), /(--[\w-]+):/g),
  );
  const here = new Set([presenter, ...sheets].flatMap((text) => namesIn(text, /(--[\w-]+):/g)));
  const used = sheets.flatMap((sheet) => namesIn(sheet, /var\(\s*(--[\w-]+)/g));
  expect(used.filter((name) => tokens.includes(name) && !here.has(name))).toEqual([]);
});

it('The board’s page takes five requests without its fonts, and leaves 10 of its 55 kB to the slides', () => {
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
  ).toBeLessThan(45_000);
});

function scriptOf(html: string): string {
  return /<script type="module">([^]*?)<\/script>/.exec(html)?.[1] ?? '';
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}
