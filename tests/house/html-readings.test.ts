import { describe, expect, test } from 'vitest';
import { htmlReadings } from './html-readings.ts';
import { mayKnowTags, readsOtherThings } from './html-readers.ts';
import { readTree } from './read-tree.ts';

const scripts = readTree('src').filter(({ path }) => /\.tsx?$/.test(path));
const readers = scripts
  .map(({ path, text }) => ({ path, times: htmlReadings(path, text).length }))
  .filter(({ times }) => times > 0);

function isListed(path: string, list: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(list).some(
    (one) => path === one || (one.endsWith('/') && path.startsWith(one)),
  );
}

describe('HTML is read', () => {
  test('by the allow-list and by importers, and nowhere else', () => {
    const others = readers.filter(
      ({ path }) => !isListed(path, mayKnowTags) && !isListed(path, readsOtherThings),
    );
    expect(others).toEqual([]);
  });
});
