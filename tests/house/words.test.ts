import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { privateWordsOf, privateWordsOfPage, storedKeys, type Hit } from './private-words.ts';
import { readTree, root } from './read-tree.ts';

/** Names that must be as they are, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'src/outputs/handouts/part-names.ts kept': 'the name of a part that handouts write, `::: kept`',
  'tests/film/our-film.test.ts told': 'what media/speech-bubbles/make/told.ts exports',
};

/** Folders that still have private words, by what holds them: take off a clean one, add none. */
const notYet: Readonly<Record<Hit['kind'], readonly string[]>> = {
  identifier: [],
  comment: [],
  'test name': [],
  page: [],
};

const scripts = ['src', 'tests'].flatMap((top) =>
  readTree(top)
    .filter(({ path }) => /\.tsx?$/.test(path))
    .map(({ path, text }) => ({ path: `${top}/${path}`, text })),
);
/** Papers that stay as they were written on their day. */
const ofTheirDay = /^\.github\/(?:decisions\/|CHANGELOG\.md)/;
/** Every other paper; lessons and handouts are for pupils, and are looked at as pages are. */
const pages = ['', '.github', 'src', 'lessons', 'handouts']
  .flatMap((top) =>
    (top === ''
      ? [{ path: 'README.md', text: readFileSync(join(root, 'README.md'), 'utf8') }]
      : readTree(top).map(({ path, text }) => ({ path: `${top}/${path}`, text }))
    ).filter(({ path }) => path.endsWith('.md')),
  )
  .filter(({ path }) => !ofTheirDay.test(path))
  .filter(({ path }) => !/^(?:lessons|handouts)\//.test(path) || path.endsWith('README.md'));

const hits = [
  ...scripts.flatMap(({ path, text }) => privateWordsOf(path, text)),
  ...pages.flatMap(({ path, text }) => privateWordsOfPage(path, text)),
].filter(
  ({ path, words }) =>
    !Object.hasOwn(allowed, `${path} ${words}`) && !path.startsWith('tests/house/'),
);

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** What is found in a planted file. */
function found(text: string): readonly string[] {
  return privateWordsOf('planted.ts', text).map(({ kind, words }) => `${kind}: ${words}`);
}

describe('private words', () => {
  test('of identifiers are found, as names and as parts of names', () => {
    expect(found('const MOST_PUPILS = 33;')).toEqual(['identifier: MOST_PUPILS']);
    expect(found('function readKept(said: string) {}')).toEqual([
      'identifier: readKept',
      'identifier: said',
    ]);
    expect(found('type Told = { readonly heard: string };')).toEqual([
      'identifier: Told',
      'identifier: heard',
    ]);
    expect(found('const toldAgain = heardOf(saidly);')).toEqual([
      'identifier: toldAgain',
      'identifier: heardOf',
    ]);
    expect(found('const almost = mostly(foretold, "said");')).toEqual([]);
  });

  test('of stored and sent keys are found as variables, and not as keys', () => {
    expect(Object.keys(storedKeys).flatMap((key) => found(`x.${key} = { ${key}: 1 };`))).toEqual(
      [],
    );
    expect(Object.keys(storedKeys).flatMap((key) => found(`const ${key} = 1;`))).toEqual(
      Object.keys(storedKeys).map((key) => `identifier: ${key}`),
    );
  });

  test('of comments, test names and pages are found', () => {
    expect(found('// Whoever asks is told.')).toEqual(['comment: Whoever']);
    expect(found("test.each([1])('%s is told', () => {});")).toEqual(['test name: %s is told']);
    expect(found("describe('what stands here', () => {});")).toEqual([
      'test name: what stands here',
    ]);
    expect(found("say('whoever is told');")).toEqual([]);
    const page =
      'One.\nNobody knows.\n`nobody`, “Nobody”, [one](nobody)\n```\nNobody\n```\nWho is told?\nShe is told.';
    expect(privateWordsOfPage('x.md', page).map(({ words }) => words)).toEqual([
      'Nobody knows.',
      'Who is told?',
      'She is told.',
    ]);
  });

  test('are in no file outside the folders that are not done yet', () => {
    expect(
      hits.filter(({ path, kind }) => !notYet[kind].some((folder) => isWithin(folder, path))),
    ).toEqual([]);
  });

  test('are still in every folder that is not done yet, so that the list only shrinks', () => {
    const clean = Object.entries(notYet).flatMap(([kind, folders]) =>
      folders
        .filter((folder) => !hits.some((hit) => hit.kind === kind && isWithin(folder, hit.path)))
        .map((folder) => `${kind}: ${folder}`),
    );
    expect(clean).toEqual([]);
  });
});
