import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { parse } from 'yaml';
import { FILE_TURNS } from '../src/cli/file-turns.ts';
import { readTree, root } from './house/read-tree.ts';
import { parse as parseCode } from './house/syntax.ts';
import { isDueAt, isThorough, MAX_TURNS, notDue, roundOf } from './thorough.ts';

/** What `.github/workflows/ci.yml` runs thoroughly, by words of paths. */
function scheduled(): readonly string[] {
  const matrix = v.object({ matrix: v.object({ part: v.array(v.string()) }) });
  const ci = v.object({ jobs: v.object({ thorough: v.object({ strategy: matrix }) }) });
  const { jobs } = v.parse(ci, parse(readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8')));
  return jobs.thorough.strategy.matrix.part.flatMap((part) => part.split(' '));
}

test('each test that goes through more in a thorough run is in a part of the one that CI makes every night', () => {
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

/** On how many days a file says that a test of it has its turn, where it chooses by that: one number for each choice, 1 where it says none. */
function turnsIn(path: string, text: string): readonly number[] {
  const numberAt: Readonly<Record<string, number>> = { dueOf: 1, isDue: 2 };
  return parseCode(path, text).nodes.flatMap(({ node }) => {
    const { callee, arguments: given } = node;
    if (node.type !== 'CallExpression' || !Array.isArray(given)) return [];
    const at = numberAt[v.is(named, callee) ? callee.name : ''];
    if (at === undefined) return [];
    return [v.is(literal, given[at]) ? given[at].value : 1];
  });
}
const named = v.object({ type: v.literal('Identifier'), name: v.string() });
const literal = v.object({ type: v.literal('Literal'), value: v.number() });

test('what a test chooses when it is its turn goes by on how many days it has one', () => {
  expect(turnsIn('a.ts', 'dueOf([1, 2], 3); isDue(at, 2); isDue(at, 2, 5);')).toEqual([3, 1, 5]);
  const ofFile = new Map(
    Object.values(FILE_TURNS).flatMap((groups) =>
      groups.flat().map((file) => [file, [groups.length]] as const),
    ),
  );
  const wrong = readTree('tests').flatMap(({ path, text }) => {
    if (!/\b(?:dueOf|isDue)\(/.test(text) || path.startsWith('thorough')) return [];
    const inTitles = [...text.matchAll(/@[a-z-]+:\d+of(\d+)\b/g)].map(([, of]) => Number(of));
    const may = ofFile.get(`tests/${path}`) ?? [1, ...inTitles];
    return turnsIn(path, text)
      .filter((one) => !may.includes(one))
      .map((one) => `${path}: ${one}`);
  });
  expect(wrong).toEqual([]);
});
