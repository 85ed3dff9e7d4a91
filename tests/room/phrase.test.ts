import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePhrase, readPhrase } from '../../src/room/phrase.ts';

const bytes = fc
  .infiniteStream(fc.nat({ max: 255 }))
  .map(
    (stream) => (count: number) => Uint8Array.from({ length: count }, () => stream.next().value),
  );

test('[R13] a phrase reads back however it is typed', () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom(' ', '-', ', ', '\n'), (random, between) => {
      const phrase = makePhrase(random);
      expect(phrase).toMatch(/^[a-z]+( [a-z]+){3}$/);
      expect(readPhrase(` ${phrase.toUpperCase().replaceAll(' ', between)} `)).toBe(phrase);
    }),
  );
});

test('[R13] what is no phrase is none', () => {
  const typed = [
    '',
    'acorn',
    'acorn amber anchor',
    'acorn amber anchor nothing',
    'acorn amber anchor apple acorn',
  ];
  expect(typed.map(readPhrase)).toEqual([null, null, null, null, null]);
});
