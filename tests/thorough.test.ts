import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { parse } from 'yaml';
import { readTree, root } from './house/read-tree.ts';

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
    .filter(({ text }) => /from '[./]+thorough\.ts'/.test(text))
    .map(({ path }) => `tests/${path}`);
  expect(more.length).toBeGreaterThan(20);
  expect(more.filter((path) => !words.some((word) => path.includes(word)))).toEqual([]);
});
