import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../src/lesson/slide.ts';

test('words without marks are read as Markdown reads them', () => {
  const unit = fc.constantFrom(
    ...['a', 'É', '1', ' ', '.', ',', ':', '-', '(', ')', '’', '?', ';', '!', '"', '{', '}', '/'],
    ...['%', '#', '+', '=', '|', '>', '$', '@', '\u00a0', '\n', '\t', '\u2028', '😀'],
  );
  fc.assert(
    fc.property(fc.string({ unit }), (source) => {
      const longWay = plainText(`${source}\\!`).slice(0, -1);
      expect(plainText(source)).toBe(longWay.trim());
    }),
  );
});
