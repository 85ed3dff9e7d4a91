import { describe, expect, test } from 'vitest';
import { helpFor, isFound, isInDanger } from '../../../src/outputs/comebacks/search-lines.ts';

const line = {
  words: 'You asked for a pic. Here’s a potato.',
  about: 'A friend or classmate: Jokey',
};

describe('a search in the replies', () => {
  test.each(['potato', 'POT', 'heres a', 'friend pic', 'jokey', '  pic,  '])(
    '“%s” finds a reply by the beginning of its words, who asks or the tone',
    (query) => expect(isFound(query, line)).toBe(true),
  );

  test.each(['tato', 'potato dog', 'firm'])('“%s” does not', (query) =>
    expect(isFound(query, line)).toBe(false),
  );

  test.each([
    ['blackmail', ['threat']],
    ['someone wants money', ['threat']],
    ['I sent one', ['sent']],
    ['stranger', ['online']],
    ['my teacher', ['adult']],
    ['he is threatening me', ['threat']],
    ['shared', ['sent', 'passed-on']],
    ['forwarded', ['sent', 'passed-on']],
  ])('“%s” leads to help first', (query, steps) => {
    expect(helpFor(query)).toEqual(steps);
  });

  test.each(['no', 'tea', 'dog', 'potato', ''])('“%s” is no call for help', (query) => {
    expect(helpFor(query)).toEqual([]);
    expect(isInDanger(query)).toBe(false);
  });

  test.each(['I want to die', 'self-harm', 'killing myself', 'suicidal', 'he hurts me'])(
    '“%s” leads to a person',
    (query) => expect(isInDanger(query)).toBe(true),
  );
});
