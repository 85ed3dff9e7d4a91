import { describe, expect, test } from 'vitest';
import { discussedResults } from '../../../src/pages/present/panels/discussed.ts';
import type { Discussed } from '../../../src/room/protocol.ts';
import { askedOf } from '../../../src/poll/question.ts';
import { law, pressure, signs } from '../../poll/questions.ts';

const why = { right: [], explanation: '' };
const bands = {
  rung: 'bands',
  bands: { a: 'few-or-none', b: 'about-two-thirds', c: 'about-a-quarter', d: 'few-or-none' },
  turnout: 25,
} as const;
const shown = (published: Discussed['published'], round = 1): Discussed => ({
  question: askedOf(pressure),
  round,
  published,
});

describe('what was discussed', () => {
  test('is each result as the board had it: what it comes to, words, blocks, and the honest sentence', () => {
    expect(discussedResults([shown({ ...bands, ...why })])).toEqual([
      {
        id: 'pressure 1',
        prompt: 'How much pressure is Sam under?',
        time: '',
        finding: 'About two thirds chose B.',
        head: '',
        rows: ['few or none', 'about two thirds', 'about a quarter', 'few or none'].map(
          (share, at) => ({
            id: 'abcd'.charAt(at),
            name: 'ABCD'.charAt(at),
            text: `Answer ${'abcd'.charAt(at)}`,
            isRight: false,
            share,
            blocks: { full: [1, 8, 3, 1][at], maybe: 0 },
          }),
        ),
        why: '',
        note: 'Everyone together, rounded so that nobody stands out.',
      },
    ]);
  });

  test('holds no number of people', () => {
    expect(JSON.stringify(discussedResults([shown({ ...bands, ...why })]))).not.toContain('25');
  });

  test('says which answer is right and why, and marks it', () => {
    const published = { ...bands, right: ['b'], explanation: 'It always is.' };
    const [result] = discussedResults([{ question: askedOf(law), round: 1, published }]);
    expect(result?.rows.map(({ isRight }) => isRight)).toEqual([false, true, false, false]);
    expect(result?.why).toBe('Answer: Answer b. It always is.');
  });

  test('has no shares where the board had none', () => {
    for (const level of ['words', 'too-few'] as const) {
      const [result] = discussedResults([shown({ rung: level, ...why })]);
      expect(result?.rows.map(({ share, blocks }) => [share, blocks])).toEqual(
        Array(4).fill(['', null]),
      );
      expect([result?.finding, result?.note]).toEqual([
        '',
        expect.stringContaining('someone away.'),
      ]);
    }
    const largest = { rung: 'largest', largest: 'c', turnout: 20, ...why } as const;
    expect(discussedResults([shown(largest)])[0]?.rows.map(({ share }) => share)).toEqual([
      '',
      '',
      'the largest group',
      '',
    ]);
  });

  test('says what is counted where several may be chosen, and what is not shown', () => {
    const shares = { a: 'about-half', b: null, c: 'more-than-half', d: 'few-or-none' } as const;
    const published = { rung: 'each', shares, turnout: 25, ...why } as const;
    const [result] = discussedResults([{ question: askedOf(signs), round: 1, published }]);
    expect(result?.head).toBe('Chosen by');
    expect(result?.rows.map(({ share, blocks }) => [share, blocks?.full])).toEqual([
      ['about half', 6],
      ['not shown', undefined],
      ['more than half', undefined],
      ['few or none', 1],
    ]);
  });

  test('names the times of a question that was shown more than once', () => {
    const all = [shown({ ...bands, ...why }), shown({ ...bands, ...why }, 2)];
    expect(discussedResults(all).map(({ time }) => time)).toEqual([
      'The first time',
      'Asked again',
    ]);
  });
});
