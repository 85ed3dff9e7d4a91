import { expect, test } from 'vitest';
import { sizeInWords } from '../../src/text/size-in-words.ts';

test.for([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [21_540_000, '21.5 MB'],
] as const)('%i bytes are said as %s', ([bytes, words]) => {
  expect(sizeInWords(bytes)).toBe(words);
});
