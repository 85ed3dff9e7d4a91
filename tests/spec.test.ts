import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');

/** Rules as the SPEC files state them: `- R4 …`, or `- R11 (later) …` for those that nothing can prove yet. */
const rules = globSync('src/**/SPEC.md', { cwd: root }).flatMap((file) =>
  [...read(file).matchAll(/^- ([A-Z]\d+) (\(later\))?/gm)].map(([, id = '', later]) => ({
    id,
    isLater: later !== undefined,
  })),
);

/** Rules that names of tests cite: `it('[R2] [R6] …')`. */
const cited = globSync('tests/**/*.{test,spec,contract}.ts', { cwd: root }).flatMap((file) =>
  [
    ...read(file).matchAll(
      /\b(?:it|test|describe)(?:\.each\([^)]*\))?\(\s*(['"`])((?:\[[A-Z]\d+\] ?)+)/g,
    ),
  ].flatMap(([, , ids = '']) => ids.match(/[A-Z]\d+/g) ?? []),
);

describe('the rules in SPEC files', () => {
  it('have an id of their own each', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.length).toBeGreaterThan(10);
  });

  it('are each named by a test that proves it', () => {
    expect(rules.filter(({ id, isLater }) => !isLater && !cited.includes(id))).toEqual([]);
  });

  it('are there for every id that a test names', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(cited.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('are no longer called later once a test proves them', () => {
    expect(rules.filter(({ id, isLater }) => isLater && cited.includes(id))).toEqual([]);
  });
});
