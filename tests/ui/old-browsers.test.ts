import { execFileSync } from 'node:child_process';
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newerApis, tooOld } from '../../src/ui/old-browsers.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wholeclass-old-')));
const page = (body: string) =>
  `<!doctype html><html><body>${body}<script type="module" src="./page.ts"></script></body></html>`;
const files = {
  // Both pages share what sorts as soon as it is imported.
  'shared.ts': 'export const sorted = [3, 1, 2].toSorted().join();',
  'index.html': page('<noscript>This page needs JavaScript</noscript>'),
  'page.ts':
    "import { sorted } from './shared.ts';\nconsole.log('library', sorted, [1, 2].with(-1, 5).join());",
  'parents/index.html': page(''),
  'parents/page.ts': [
    "import { sorted } from '../shared.ts';",
    "console.log('parents', sorted, 'a\\ud800'.toWellFormed() === 'a\\ufffd', '🙂'.toWellFormed());",
    "console.log(URL.parse('no address'), URL.canParse('/a', 'https://b.example'));",
  ].join('\n'),
  'check/index.html': page('<noscript>JavaScript is off on this tablet</noscript>'),
  'check/page.ts': "console.log('check');",
  'join/index.html': page('<noscript>This page needs JavaScript</noscript>'),
  'join/page.ts': "console.log('join');",
};
const built = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const input = {
    library: 'index.html',
    parents: 'parents/index.html',
    check: 'check/index.html',
    join: 'join/index.html',
  };
  const inputs = Object.fromEntries(
    Object.entries(input).map(([name, path]) => [name, join(folder, path)]),
  );
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [newerApis, tooOld],
    build: {
      modulePreload: false,
      rolldownOptions: {
        input: inputs,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a page's script where arrays, words and addresses are as in Chrome 109, and gives what it says. */
function runOld(script: string): string {
  const old =
    "for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name]; delete String.prototype.toWellFormed; delete URL.parse; delete URL.canParse;";
  const page =
    "globalThis.document = { getElementById: (id) => ({ remove: () => console.log('takes away', id) }) };";
  const address = JSON.stringify(pathToFileURL(join(folder, 'dist', script)).href);
  return execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `${old}${page}await import(${address});`],
    { encoding: 'utf8' },
  );
}

test('a script that others share and that sorts as it is read has what it needs before it, in a browser without toSorted', () => {
  const scripts = globSync('*.js', { cwd: join(folder, 'dist') });
  expect(scripts.length).toBeGreaterThan(4);
  expect(runOld('library.js')).toBe('library 1,2,3 1,5\ntakes away late\n');
  expect(runOld('parents.js')).toBe('parents 1,2,3 true 🙂\nnull true\ntakes away late\n');
});

test('pages that say what happens without scripts say so of an old browser too, but for the tablets’ check', () => {
  expect(built('index.html')).toContain('<p id="late">If this page stays empty, load it again.');
  expect(built('join/index.html')).toContain(
    '<p id="late">This page has not started. Load it again. If this stays, ask your {{teacher}} for a paper slip instead.',
  );
  for (const path of ['parents/index.html', 'check/index.html']) {
    expect(built(path)).not.toContain('id="late"');
  }
});
