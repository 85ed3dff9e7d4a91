import { describe, expect, test } from 'vitest';
import type { AfterLesson, DisclosedResult } from '../../../src/poll/disclose.ts';
import { afterTables } from '../../../src/pages/present/panels/after-lesson.ts';
import { sure } from '../a-deck.ts';

const half: DisclosedResult = {
  rung: 'bands',
  bands: { a: 'about-half', b: 'about-half' },
  turnout: 25,
};
const majority: DisclosedResult = {
  rung: 'bands',
  bands: { a: 'few-or-none', b: 'nearly-all-or-all' },
  turnout: 20,
};
const asked = (round: number, result: DisclosedResult, paired = true): AfterLesson => ({
  question: sure,
  round,
  paired,
  told: result,
});

describe('what the teacher reads after the lesson', () => {
  test('is side by side, before and after, in bands with the number answering in fives', () => {
    expect(afterTables([asked(1, half), asked(2, majority)])).toEqual([
      {
        id: 'sure',
        prompt: 'How sure are you?',
        columns: [
          { title: 'Before', about: '25 or more took part' },
          { title: 'After', about: '20 or more took part' },
        ],
        isEmpty: false,
        rows: [
          {
            label: 'A: None',
            cells: [
              { words: 'about half', blocks: { full: 6, maybe: 0 } },
              { words: 'few or none', blocks: { full: 1, maybe: 0 } },
            ],
          },
          {
            label: 'B: A lot',
            cells: [
              { words: 'about half', blocks: { full: 6, maybe: 0 } },
              { words: 'nearly all or all', blocks: { full: 11, maybe: 0 } },
            ],
          },
        ],
      },
    ]);
  });

  test('takes the last time it was asked after, and says so where it was not asked before', () => {
    expect(
      afterTables([asked(1, half), asked(2, half), asked(3, majority)])[0]?.columns.map(
        ({ about }) => about,
      ),
    ).toEqual(['25 or more took part', '20 or more took part']);
    expect(afterTables([asked(2, half)])[0]?.columns.map(({ title }) => title)).toEqual(['After']);
  });

  test('has a column for each time a question was asked that is not asked before and after', () => {
    expect(
      afterTables([asked(1, half, false), asked(2, half, false)])[0]?.columns.map(
        ({ title }) => title,
      ),
    ).toEqual(['The class', 'Asked again']);
  });

  test('says in a sentence where nothing can be disclosed, and discloses nothing', () => {
    const [table] = afterTables([asked(1, { rung: 'too-few' }), asked(2, { rung: 'words' })]);
    expect(table?.columns.map(({ about }) => about)).toEqual([
      'Too few took part to show answers without giving someone away.',
      'Showing the answers could give someone away.',
    ]);
    expect(table?.rows.map(({ cells }) => cells.map(({ words }) => words).join(' '))).toEqual([
      '– –',
      '– –',
    ]);
  });

  test('has nothing for a table where too few answered each time', () => {
    const isEmpty = (...results: readonly DisclosedResult[]) =>
      afterTables(results.map((one, at) => asked(at + 1, one)))[0]?.isEmpty;
    expect([
      isEmpty({ rung: 'too-few' }, { rung: 'too-few' }),
      isEmpty({ rung: 'too-few' }, half),
    ]).toEqual([true, false]);
  });

  test('tells each option by itself where several could be picked', () => {
    const result: DisclosedResult = {
      rung: 'each',
      shares: { a: 'more-than-half', b: null },
      turnout: 10,
    };
    expect(afterTables([asked(1, result)])[0]?.rows.map(({ cells }) => cells)).toEqual([
      [{ words: 'more than half', blocks: null }],
      [{ words: '–', blocks: null }],
    ]);
  });
});
