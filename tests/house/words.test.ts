import { expect, test } from 'vitest';
import { privateWordsOf } from './private-words.ts';
import { readTree } from './read-tree.ts';

/** Names that must be as they are, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'outputs/handouts/part-names.ts kept': 'the name of a part that handouts write, `::: kept`',
};

test('The program’s names and comments have the words of the field, and none of our own', () => {
  const hits = readTree('src')
    .filter(({ path }) => /\.tsx?$/.test(path))
    .flatMap(({ path, text }) => privateWordsOf(path, text))
    .filter(({ path, words }) => !Object.hasOwn(allowed, `${path} ${words}`));
  expect(hits).toEqual([]);
});
