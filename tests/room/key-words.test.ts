import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEY_WORDS, makeKeyWords, parseKeyWords } from '../../src/room/key-words.ts';
import { WORDS } from '../../src/room/phrase.ts';

const bytes = fc
  .infiniteStream(fc.nat({ max: 255 }))
  .map(
    (stream) => (count: number) => Uint8Array.from({ length: count }, () => stream.next().value),
  );

test('[R25] a safeguarding key has eight different words, 60 bits at least, and reads back however it is typed', () => {
  const bits = Array.from({ length: KEY_WORDS }, (_, at) => Math.log2(WORDS.length - at)).reduce(
    (sum, one) => sum + one,
  );
  expect(bits).toBeGreaterThan(60);
  expect(new Set(WORDS).size).toBe(WORDS.length);
  fc.assert(
    fc.property(bytes, fc.constantFrom(' ', '-', ', ', '\n'), (random, between) => {
      const words = makeKeyWords(random);
      expect(new Set(words).size).toBe(8);
      const typed = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join(between);
      expect(parseKeyWords(` ${typed} `)).toEqual({ is: 'words', words: words.join(' ') });
    }),
  );
});

test('[R25] words that are no key have different reasons: a word that is on no card, too few, and the same twice', () => {
  expect(parseKeyWords('')).toEqual({ is: 'count', count: 0 });
  expect(parseKeyWords('acorn amber')).toEqual({ is: 'count', count: 2 });
  expect(parseKeyWords('acorn amber anchor apple april arrow autumn acorn')).toEqual({
    is: 'count',
    count: 7,
  });
  expect(parseKeyWords('acorn ambre anchor apple april arrow autumn bagde')).toEqual({
    is: 'unknown',
    unknown: ['ambre', 'bagde'],
  });
});
