import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCorpus, type CorpusPlan } from './corpus.ts';
import { scorePlan, type Score } from './score.ts';

const TABLE = new URL('score.md', import.meta.url);

const scored = readCorpus().map((plan) => ({ plan, score: scorePlan(plan) }));

/** A row of counts for some plans. */
function row(name: string, some: readonly { plan: CorpusPlan; score: Score }[]): string {
  const sum = (of: (score: Score) => number) =>
    some.reduce((total, { score }) => total + of(score), 0);
  const count = (is: (score: Score) => boolean) => some.filter(({ score }) => is(score)).length;
  const cells = [
    name,
    some.length,
    sum(({ leaks }) => leaks.length),
    `${sum(({ shown }) => shown)} of ${sum(({ toShow }) => toShow)}`,
    `${sum(({ questions }) => questions)} of ${sum(({ ofQuestions }) => ofQuestions)}`,
    sum(({ madeUp }) => madeUp),
    `${sum(({ bareHeadings }) => bareHeadings)} of ${sum(({ slides }) => slides)}`,
    count(({ title }) => title),
    count(({ stage }) => stage),
    count(({ minutes }) => minutes),
  ];
  return `| ${cells.join(' | ')} |`;
}

test('What the plans of the corpus become is what the table of counts says', () => {
  const table = `${[
    '# What the plans become',
    '',
    'Counts of lines and plans, by `plans.test.ts`; `SCORE=write` writes them anew. *Seen* is what a class must not see and does; *shown* is what belongs before the class and is there without a press.',
    '',
    '| plans | | seen | shown | questions | made up | bare headings | titles | stages | minutes |',
    '|---|---|---|---|---|---|---|---|---|---|',
    row(
      'built with',
      scored.filter(({ plan }) => !plan.isHeldBack),
    ),
    row(
      'held back',
      scored.filter(({ plan }) => plan.isHeldBack),
    ),
  ].join('\n')}\n`;
  if (process.env['SCORE'] === 'write') writeFileSync(TABLE, table);
  expect(table).toBe(readFileSync(TABLE, 'utf8'));
});
