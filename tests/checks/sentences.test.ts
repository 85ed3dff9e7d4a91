import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/checks/sentences.ts';

const text = 'She said "stop." They never asked: it came back. Nobody told us; we knew';

function around(words: string): string {
  const { from, to } = sentencesOf(text).around(text.indexOf(words), words.length);
  return text.slice(from, to);
}

describe('a sentence', () => {
  test('goes from the end of the one before it to its own', () => {
    expect(around('They')).toBe('" They never asked: it came back.');
    expect(around('told')).toBe(' Nobody told us;');
    expect(around('knew')).toBe(' we knew');
  });

  test('is negated from its “never” on, up to a colon and to its end', () => {
    const isNegated = (words: string) => sentencesOf(text).isNegated(text.indexOf(words));
    expect(['said', 'They', 'asked', 'came', 'told', 'knew'].filter(isNegated)).toEqual([
      'asked',
      'told',
    ]);
  });

  test('holds the words it is round, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', ' ', '"', ';', '?') }),
        fc.nat(20),
        fc.nat(5),
        (any, index, length) => {
          fc.pre(index + length <= any.length);
          const { from, to } = sentencesOf(any).around(index, length);
          expect(from).toBeLessThanOrEqual(index);
          expect(to).toBeGreaterThanOrEqual(index + length);
        },
      ),
    );
  });
});
