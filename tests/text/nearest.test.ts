import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const fields = ['title', 'on the board', 'minutes', 'film', 'films', 'cuts', 'names'];

describe('the nearest word', () => {
  test.for([
    ['titel', 'title'],
    ['Title', 'title'],
    ['minuts', 'minutes'],
    ['on the  bord', 'on the board'],
    ['flims', 'films'],
    ['cut', 'cuts'],
    ['name', 'names'],
  ])('to %s is %s', ([word, wanted]) => {
    expect(nearest(word ?? '', fields)).toBe(wanted);
  });

  test.for(['colour', 'x', '', 'theme', 'constructor'])('to “%s” is none', (word) => {
    expect(nearest(word, fields)).toBeUndefined();
  });

  test('is looked for in the first letters alone, however long the word is', () => {
    expect(nearest('t'.repeat(100_000), fields)).toBeUndefined();
  });
});
