import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourCode } from '../../src/document/code-colours.ts';

describe('the colours of code', () => {
  it.each(['python', 'py', '{.python}', ' Python title="x"'])('know “%s”', (info) => {
    expect(colourCode(info, 'if x: # so')).toEqual([
      { text: 'if', look: 'keyword' },
      { text: ' x: ', look: null },
      { text: '# so', look: 'comment' },
    ]);
  });

  it.each(['', 'klingon', 'constructor', '__proto__', 'text'])('know nothing of “%s”', (info) => {
    expect(colourCode(info, 'if x')).toBeNull();
  });

  it('change not a character of any code, with another language within it or not', () => {
    const languages = fc.constantFrom(
      'html',
      'css',
      'js',
      'python',
      'sql',
      'php',
      'java',
      'c++',
      'bash',
    );
    const pieces = fc.constantFrom(
      ...'<style> </style> <script> </script> <?php ?> { } " \' // # /* */ def class 1 x ( ) ; = &amp; ${a}'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        languages,
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 }))),
        (language, some) => {
          const text = some.join(' ');
          expect(
            colourCode(language, text)
              ?.map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('leave out what is longer than any board', () => {
    expect(colourCode('python', 'x = 1\n'.repeat(2_000))).toBeNull();
  });
});
