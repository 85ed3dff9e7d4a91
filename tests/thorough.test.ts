import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { parse } from 'yaml';
import { FILE_TURNS } from '../src/cli/file-turns.ts';
import { readTree, root } from './house/read-tree.ts';
import { isDueAt, isThorough, MAX_TURNS, notDue, roundOf } from './thorough.ts';

/** What `.github/workflows/ci.yml` runs thoroughly, by words of paths. */
function scheduled(): readonly string[] {
  const matrix = v.object({ matrix: v.object({ part: v.array(v.string()) }) });
  const ci = v.object({ jobs: v.object({ thorough: v.object({ strategy: matrix }) }) });
  const { jobs } = v.parse(ci, parse(readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8')));
  return jobs.thorough.strategy.matrix.part.flatMap((part) => part.split(' '));
}

test('each test that goes through more in a thorough run is in a part of the one that CI makes every week', () => {
  const words = scheduled();
  const more = readTree('tests')
    .filter(({ path, text }) => path.includes('/') && /from '[./]+thorough\.ts'/.test(text))
    .map(({ path }) => `tests/${path}`);
  const inTurns = Object.values(FILE_TURNS).flat(2);
  expect(more.length).toBeGreaterThan(20);
  expect(
    [...more, ...inTurns].filter((path) => !words.some((word) => path.includes(word))),
  ).toEqual([]);
});

test('of tests that take turns by a word in their titles one is due on every day', () => {
  const turns = readTree('tests/browser').flatMap(({ text }) =>
    [...text.matchAll(/@([a-z-]+):(\d+)of(\d+)\b/g)].map(([, kind = '', turn, of]) => ({
      kind,
      turn: Number(turn),
      of: Number(of),
    })),
  );
  const kinds = Map.groupBy(turns, ({ kind }) => kind);
  expect(kinds.size).toBeGreaterThan(5);
  for (const [kind, some] of kinds) {
    expect([kind, new Set(some.map(({ of }) => of)).size]).toEqual([kind, 1]);
    const of = some[0]?.of ?? 0;
    expect(of).toBeLessThanOrEqual(MAX_TURNS);
    expect([kind, [...new Set(some.map(({ turn }) => turn))].toSorted((a, b) => a - b)]).toEqual([
      kind,
      Array.from({ length: of }, (_, at) => at + 1),
    ]);
  }
});

test('what is not due is left out by its words, and nothing else is', () => {
  const due = (title: string) => !notDue.some((words) => words.test(title));
  expect(due('A title without turns, 2of3')).toBe(true);
  for (const of of [1, 2, 3, 6]) {
    const titles = Array.from({ length: of }, (_, at) => `A title @kind:${at + 1}of${of}`);
    expect(titles.filter(due)).toHaveLength(isThorough ? of : 1);
  }
});

test('a test that takes turns, and chooses among several each time it is due, has chosen all of them in time', () => {
  const days = Array.from({ length: 200 }, (_, at) => 20_261_201 + at);
  for (let turns = 1; turns <= MAX_TURNS; turns += 1) {
    for (let of = 1; of <= 9; of += 1) {
      const due = days.filter((day) => day % turns === turns - 1);
      const chosen = due.flatMap((day) =>
        Array.from({ length: of }, (_, place) => place).filter((place) =>
          isDueAt(roundOf(turns, day), { place, of }),
        ),
      );
      expect(new Set(chosen.slice(0, of)).size).toBe(of);
    }
  }
});
