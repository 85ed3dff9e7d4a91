import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildFolderPages } from '../../src/cli/build-folder-pages.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { OLDEST, type OldestBrowsers } from '../../src/ui/browsers.ts';
import { tooNewFor } from '../browser/old-apis.ts';

/** The pages that parents and young people open at home. */
const HOME = ['at-home', 'away', 'comebacks', 'help', 'parents', 'privacy', 'supporters'];
/** Looked for before they are used. */
const GUARDED = ['requestIdleCallback'];

let pages: string;
let inFolder: string;

beforeAll(async () => {
  pages = await buildPages();
  inFolder = await buildFolderPages();
}, 240_000);

describe.each([
  ['pupils’ page', ['join'], OLDEST.pupils],
  ['pages for home', HOME, OLDEST.home],
  ['all pages', null, OLDEST.others],
] as const)('%s', (_, names, oldest) => {
  const scripts = () =>
    names === null
      ? scriptsIn(pages, globSync('**/*.{html,js}', { cwd: pages }))
      : scriptsIn(pages, reachedFrom(names.map((name) => `${name}/index.html`)));

  it('call nothing that the oldest browsers of the table do not have', () => {
    expect(scripts().size).toBeGreaterThan(0);
    expect([...scripts()].flatMap(([file, script]) => callsTooNew(file, script, oldest))).toEqual(
      [],
    );
  });

  it('have no expression that the oldest Safari cannot read', () => {
    const unread = oldest.safari < 16.4 ? /\(\?<[=!]|static\{|#\w+ in / : /\(\?[a-z]*-?[a-z]+:/;
    const found = [...scripts()].filter(([, script]) => unread.test(script));
    expect(found.map(([file]) => file)).toEqual([]);
  });
});

it('Pages of a folder call nothing that the oldest browsers of the table do not have', () => {
  const scripts = scriptsIn(inFolder, globSync('**/*.{html,js}', { cwd: inFolder }));
  expect(scripts.size).toBeGreaterThan(10);
  expect(
    [...scripts].flatMap(([file, script]) => callsTooNew(file, script, OLDEST.others)),
  ).toEqual([]);
});

it('Styles have no ranges in their conditions, which Safari before 16.4 passes over, and say to phones that letters stay as large as they are', () => {
  const sheets = [pages, inFolder].flatMap((folder) =>
    globSync('**/*.{css,html}', { cwd: folder }).map(
      (file) => [file, stylesOf(readFileSync(join(folder, file), 'utf8'), file)] as const,
    ),
  );
  const ranged = sheets.filter(([, style]) => /@media[^{]*[<>]/.test(style));
  expect(ranged.map(([file]) => file)).toEqual([]);
  const unsaid = sheets.filter(
    ([, style]) =>
      /(?<![-\w])text-size-adjust/.test(style) && !style.includes('-webkit-text-size-adjust'),
  );
  expect(unsaid.map(([file]) => file)).toEqual([]);
});

/** Files that a page asks for by name, one after the other. */
function reachedFrom(first: readonly string[]): readonly string[] {
  const reached = new Set(first);
  for (const file of reached) {
    const text = readFileSync(join(pages, file), 'utf8');
    for (const [, path = ''] of text.matchAll(
      /["'`(]((?:\.\.?\/)+[\w./-]+\.js|assets\/[\w.-]+\.js)/g,
    )) {
      const at = path.startsWith('assets/') ? path : normalize(join(dirname(file), path));
      reached.add(at.replace(/^(?:\.\.\/)+/, ''));
    }
  }
  return [...reached];
}

function scriptsIn(folder: string, files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const script = file.endsWith('.js')
        ? text
        : [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, one]) => one).join('\n');
      return script.trim() === '' ? [] : [[file, script]];
    }),
  );
}

/** What a script calls of what is too new, but for what it brings itself. */
function callsTooNew(file: string, script: string, oldest: OldestBrowsers): readonly string[] {
  return tooNewFor(oldest)
    .map(({ at }) => at)
    .filter((at) => !GUARDED.includes(at) && callOf(at).test(script) && !brings(script, at))
    .map((at) => `${file}: ${at}`);
}

function callOf(at: string): RegExp {
  const [owner = '', ...names] = at.split('.');
  const name = names.at(-1);
  if (at === 'Iterator') return ITERATED;
  if (name === undefined) return new RegExp(`(?<![.\\w])${owner}\\(`);
  return new RegExp(names[0] === 'prototype' ? `\\.${name}\\(` : `\\b${owner}\\.${name}\\(`);
}

/** A method of an iterator; a list has it, too, if it was made one before. */
const ITERATED =
  /[\w)\]]\.(?:(?:values|keys|entries)\(\)|matchAll\([^()]*\))\.(?:map|filter|some|every|find|reduce|toArray|take|drop|flatMap|forEach)\(/;

function brings(script: string, at: string): boolean {
  const name = at.slice(at.lastIndexOf('.') + 1);
  return at.includes('.') && new RegExp(`[{,}]${name}\\([^()]*\\)\\{`).test(script);
}

function stylesOf(text: string, file: string): string {
  return file.endsWith('.css')
    ? text
    : [...text.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => style).join('\n');
}
