import { expect, test } from 'vitest';
import { KEY_COST } from '../../src/server/schools/note-seal.ts';
import { STAFF_KEY_COST } from '../../src/server/staff/staff-key.ts';
import { readTree } from '../house/read-tree.ts';

test('A guess at a key costs what the OWASP Password Storage Cheat Sheet asks for', () => {
  expect(KEY_COST).toMatchObject({ N: 2 ** 17, r: 8, p: 1 });
  expect(STAFF_KEY_COST).toMatchObject({ N: 2 ** 15, r: 8, p: 3 });
});

test('No program of ours is started with another cost than that', () => {
  const naming = readTree('src').filter(({ text }) => text.includes('guessCost'));
  expect(naming.map(({ path }) => path)).toEqual(['server/main.ts', 'server/staff/open-guard.ts']);
});
