import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startFinder } from '../../src/document/find-words.ts';
import { parseInline } from '../../src/document/parse.ts';
import { toWords } from '../../src/document/to-text.ts';

const plainText = (source: string): string =>
  toWords(parseInline(source, startFinder([{ text: source, line: 1 }])));

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

test('a heading has no pictures, no numbers of sources and no tags, and its lines are one', () => {
  expect(plainText('**One** ![A phone](a-film/x.svg)`two`[^law]\n<b>three</b><br>{Sam}')).toBe(
    'One two three {Sam}',
  );
});
