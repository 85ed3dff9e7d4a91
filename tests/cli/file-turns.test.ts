import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FILE_TURNS, filesNotDue } from '../../src/cli/file-turns.ts';
import { root } from '../house/read-tree.ts';

const kinds = Object.entries(FILE_TURNS);
const all = kinds.flatMap(([, groups]) => groups.flat());

test('each file that takes turns is there, and in one kind alone', () => {
  expect(all.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});

test('of each kind one group is due on every day, and each group within as many days as there are groups', () => {
  for (const [, groups] of kinds) {
    const due = groups.map((_, at) => {
      const left = filesNotDue(20_261_201 + at);
      return groups.findIndex((files) => files.every((file) => !left.has(file)));
    });
    expect(due.toSorted((a, b) => a - b)).toEqual(groups.map((_, at) => at));
  }
});

test('what takes no turns is due on every day', () => {
  const left = filesNotDue(20_261_201);
  expect(left.has('tests/server/memory.test.ts')).toBe(false);
  expect([...left].filter((file) => !all.includes(file))).toEqual([]);
});
