import { describe, expect, it } from 'vitest';
import { readMaths } from '../../src/document/maths.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { toHtml } from '../../src/document/to-html.ts';
import { toText } from '../../src/document/to-text.ts';
import { formulaAt } from '../../src/document/formulas.ts';
import fc from 'fast-check';

function drawn(text: string) {
  const lines = text.split('\n').map((line, at) => ({ text: line, line: at + 1 }));
  return parseDocument(lines, { audience: 'class' });
}

const inWords = (tex: string) => toText(drawn(`$${tex}$`).document);

describe('a formula in words', () => {
  it.each([
    ['x^2 + 1', 'x² + 1'],
    ['\\frac{a+b}{2}', '(a + b)/2'],
    ['\\frac{3}{4}', '3/4'],
    ['\\sqrt{b^2 - 4ac}', '√(b² − 4ac)'],
    ['\\sqrt[3]{8}', '³√8'],
    ['-5 \\times -x', '−5 × −x'],
    ['a_n = a_1 + (n-1)d', 'aₙ = a₁ + (n − 1)d'],
    ['10^{-3}', '10⁻³'],
    ['2^{x+y}', '2ˣ⁺ʸ'],
    ['2^{ab}', '2^(ab)'],
    ['\\sin 30^\\circ', 'sin 30°'],
    ['\\vec{v} \\in \\mathbb{R}', 'v\u20D7 ∈ ℝ'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '(1 2; 3 4)'],
    ["f'(x)", 'f′(x)'],
    ['\\text{area} = \\pi r^2', 'area = πr²'],
    ['x = 1 \\quad y = 2', 'x = 1 y = 2'],
    ['x \\hspace{1cm} y', 'x y'],
    ['a\\,b', 'a b'],
    ['2\\frac{1}{2}', '2 1/2'],
    ['\\frac{1}{2}x', '(1/2)x'],
    ['\\dfrac{1}{2}(a+b)', '(1/2)(a + b)'],
    ['x\\frac{1}{2}', 'x(1/2)'],
    ['(\\frac{1}{2} + 1)x', '(1/2 + 1)x'],
    ['\\sin\\frac{x}{2}', 'sin (x/2)'],
    ['\\frac{3}{4}\\text{ of }12', '3/4 of 12'],
    ['\\left(\\frac{1}{2}\\right)^2', '(1/2)²'],
    ['\\frac{1}{2}^2 + \\sqrt{2}^2', '(1/2)² + (√2)²'],
    ['\\sqrt{2}x', '(√2)x'],
    ['\\binom{5}{2}', '(5 choose 2)'],
    ['\\sum_{i=1}^n i', '∑ᵢ₌₁ⁿ i'],
    ['\\lim_{x \\to 0} x', 'lim_(x → 0) x'],
  ])('reads %s', (tex, words) => {
    expect(inWords(tex)).toBe(words);
  });
});

describe('a formula as browsers draw it', () => {
  it('has its letters in their own alphabets, which MathML has no other way to say', () => {
    expect(
      toHtml(
        drawn('$\\mathbf{v}, \\mathbb{R}, \\mathcal{L}, \\mathfrak{g}, \\mathrm{d}$').document,
      ),
    ).toBe(
      '<p><math><mrow><mi>𝐯</mi><mo separator="true">,</mo><mi>ℝ</mi><mo separator="true">,</mo><mi>ℒ</mi><mo separator="true">,</mo><mi>𝔤</mi><mo separator="true">,</mo><mi mathvariant="normal">d</mi></mrow></math></p>',
    );
  });

  it('has no tag, attribute or address but those of the table, whatever is written', () => {
    const known = /^<\/?(?:math|m[a-z]+)(?: [a-z]+="[^"<>]*")*>$/;
    const pieces = fc.constantFrom(
      ...'\\frac \\htmlStyle \\href \\url \\includegraphics \\color{red} \\text{<b>} \\style { } ^ _ & \\\\ x 1 " < > \\begin{aligned} \\end{aligned} \\left( \\right) \\def\\a{\\a\\a} \\a \\htmlClass{x}{y} \\unicode{x3c}'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (some) => {
        const read = readMaths(some.join(' '), { isDisplay: true });
        if ('wrong' in read) return;
        const html = toHtml(drawn(`$$ ${some.join(' ')} $$`).document);
        const tags = html.match(/<[^>]*>/g) ?? [];
        expect(tags.filter((tag) => !known.test(tag) && !/^<\/?(?:p|code)>$/.test(tag))).toEqual(
          [],
        );
        expect(html).not.toMatch(/style=|href|src=|class=/);
      }),
    );
  });
});

describe('what is no formula', () => {
  it.each([
    '$5 and $10',
    '5$ or 6$',
    'US$5-$6',
    '$ x $',
    '$HOME/bin:$PATH',
    '$5 and 6$',
    '$$$',
    '$x',
    '$x $',
  ])('leaves “%s” as it is', (words) => {
    expect(toHtml(drawn(words).document)).toBe(`<p>${words}</p>`);
    expect(formulaAt(words, words.indexOf('$'))).toBeNull();
  });
});

it('reads thousands of dollar signs in a moment', () => {
  const begun = performance.now();
  drawn('$a $b '.repeat(12_000));
  drawn('$$ a\n'.repeat(12_000));
  expect(performance.now() - begun).toBeLessThan(5_000);
});
