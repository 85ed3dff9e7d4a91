import { describe, expect, it } from 'vitest';
import { countSlips, slipItems } from '../../src/room/slips.ts';
import { law, pressure, signs, sure, sureTwice } from '../poll/questions.ts';

const questions = [pressure, law, sure, sureTwice, signs];
const many = (count: number, ...answers: readonly string[]) =>
  Array.from({ length: count }, (_, at) => answers[at % answers.length] ?? '');

describe('paper slips', () => {
  it('may be counted for every question, and twice for one that is asked before and after', () => {
    expect(slipItems(questions).map(({ question, round }) => `${question.id} ${round}`)).toEqual([
      'pressure 1',
      'law 1',
      'sure 1',
      'sure-twice 1',
      'sure-twice 2',
      'signs 1',
    ]);
  });

  it('[D3] [R14] are disclosed in bands, also where hands may not be counted', () => {
    const counted = countSlips(questions, [
      { question: 'sure', round: 1, answers: many(24, 'a', 'b', 'c', 'd') },
      { question: 'pressure', round: 1, answers: many(24, 'c', 'd') },
      { question: 'signs', round: 1, answers: many(24, 'a,b', 'b') },
    ]);
    expect(
      counted.map(({ question, told: { rung: level } }) => `${question.id}: ${level}`),
    ).toEqual(['pressure: bands', 'signs: each', 'sure: bands']);
    expect(JSON.stringify(counted)).not.toMatch(/:(12|24)\b/);
  });

  it('[D2] [R14] are not disclosed at all under ten, and only in words under ten that were not left blank', () => {
    const levelOf = (answers: readonly string[]) =>
      countSlips(questions, [{ question: 'sure', round: 1, answers }])[0]?.told.rung;
    expect([
      levelOf(many(9, 'a')),
      levelOf([...many(9, 'a'), 'pass', 'pass']),
      levelOf(many(10, 'a')),
    ]).toEqual(['too-few', 'words', 'bands']);
  });

  it('[D5] [R14] are looked at together with the pile before', () => {
    const piles = (more: readonly string[]) => [
      { question: 'sure-twice', round: 2, answers: [...many(20, 'a', 'b'), ...more] },
      { question: 'sure-twice', round: 1, answers: many(20, 'a', 'b') },
    ];
    const levels = (more: readonly string[]) =>
      countSlips(questions, piles(more)).map(
        ({ round, told: result }) => `${round} ${result.rung}`,
      );
    expect(levels([])).toEqual(['1 bands', '2 bands']);
    expect(levels(many(1, 'd'))[0]).toBe('1 bands');
  });
});
