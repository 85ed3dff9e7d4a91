import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './house/read-tree.ts';

const text = readFileSync(join(root, '.github/ARCHITECTURE.md'), 'utf8');
const FILE = /`(?:src\/)?([a-z][\w./-]*\.(?:tsx?|lua))`/g;
const filesIn = (words: string) => [...words.matchAll(FILE)].map(([, path = '']) => path);

/** The paragraphs of the ways through the house: a title in bold, then its files joined by arrows. */
const ways = (text.split('## The ways through the house')[1] ?? '')
  .split('\n## ')[0]
  ?.split('\n\n')
  .filter((part) => part.startsWith('**'));

/** The folders of a folder of `src/` that a newcomer sees first. */
function foldersOf(folder: string): readonly string[] {
  return readdirSync(join(root, 'src', folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

describe('ARCHITECTURE', () => {
  test('names every folder of src, and those of outputs, server and the presenter', () => {
    const [, table = ''] = text.split('## The plan of the house');
    const folders = ['', 'outputs', 'server', 'pages/present'].flatMap(foldersOf);
    expect(folders.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });

  test('names only files that are there', () => {
    const named = [...new Set(filesIn(text))];
    expect(named.length).toBeGreaterThan(50);
    expect(
      named
        .filter((path) => path !== '*.view.ts' && !existsSync(join(root, 'src', path)))
        .filter((path) => !existsSync(join(root, path))),
    ).toEqual([]);
  });

  test('leads through the house in at most five files each', () => {
    expect(ways?.length).toBeGreaterThan(9);
    const long = ways?.filter((way) => !/→/.test(way) || way.split('→').length > 5);
    expect(long).toEqual([]);
  });
});
