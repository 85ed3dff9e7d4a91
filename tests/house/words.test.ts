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
/** The papers that are clean of them: take none off. */
const pages = [
  'README.md',
  '.github/ARCHITECTURE.md',
  '.github/CONTRIBUTING.md',
  '.github/BENCHMARKS.md',
  '.github/docs/developers.md',
  'src/lesson/SPEC.md',
  'src/edit/SPEC.md',
].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

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
    expect(found('const almost = keptAsIs(foretold, "said");')).toEqual([]);
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
    expect(privateWordsOfPage('x.md', 'One.\nNobody knows.')).toHaveLength(1);
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
