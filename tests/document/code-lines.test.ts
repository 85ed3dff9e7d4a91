import { describe, expect, it } from 'vitest';
import { linesInWords } from '../../src/document/code-lines.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { shownBy, stepsIn } from '../../src/document/steps.ts';
import { toHtml } from '../../src/document/to-html.ts';
import { toText } from '../../src/document/to-text.ts';
import { BOARD_VIEW } from '../../src/slides/slide-kind.ts';

const CODE = ['total = 0', 'for n in range(3):', '    total += n', '', 'print(total)'];

function parsed(info: string, code: readonly string[] = CODE) {
  const lines = [`~~~${info}`, ...code, '~~~'].map((text, at) => ({ text, line: at + 1 }));
  return parseDocument(lines, { audience: 'class' });
}

// What is marked on a board at each step, line by line; `null` for code without numbers.
function marked(html: string, step: number): readonly number[] | null {
  if (!html.includes('class="code-lines"')) return null;
  const steps = [...html.matchAll(/<i class="code-step" data-step="(\d+)">/g)].map(([, nth]) =>
    Number(nth),
  );
  const group = steps.filter((one) => one <= step).length;
  return [...html.matchAll(/<span class="code-line([^"]*)">/g)].flatMap(([, names = ''], at) =>
    names.split(' ').includes(`mark-${group}`) ? [at + 1] : [],
  );
}

const onBoard = (info: string, step: number) =>
  marked(toHtml(parsed(info).document, BOARD_VIEW), step);

describe('lines of code', () => {
  it('are marked group by group: the first from the start, and each other with Next', () => {
    const info = 'python {1|2-3,5|all|none}';
    expect(stepsIn(parsed(info).document)).toBe(3);
    expect([0, 1, 2, 3].map((step) => onBoard(info, step))).toEqual([
      [1],
      [2, 3, 5],
      [1, 2, 3, 4, 5],
      [],
    ]);
  });

  it('say to a screen reader which they are', () => {
    const html = toHtml(parsed('python {1|2-3,5|none}').document, BOARD_VIEW);
    expect(html).toContain('<i class="code-step" data-step="1">lines 2 to 3 and 5:</i>');
    expect(html).toContain('<i class="code-step" data-step="2">no line:</i>');
  });

  it('keep every character of the code, and its colours on each line', () => {
    const code = ['"""one', 'two"""', '', 'a < b'];
    const { document } = parsed('python {1}', code);
    expect(toText(document)).toBe(`${code.join('\n')}\n`);
    const html = toHtml(document, BOARD_VIEW);
    expect(html.replaceAll(/<[^>]+>/g, '')).toBe('"""one\ntwo"""\n\na &lt; b\n');
    expect(html.match(/code-string/g)).toHaveLength(2);
  });

  it('are marked without any step where there is one group, on paper too', () => {
    const { document } = parsed('text {2,4-5}');
    expect(stepsIn(document)).toBe(0);
    expect(marked(toHtml(document), 0)).toEqual([2, 4, 5]);
  });

  it('have their numbers on paper, and no mark that would belong to one step alone', () => {
    expect(marked(toHtml(parsed('python {1|2}').document), 0)).toEqual([]);
  });

  it('are marked for pupils who read along as far as the board has come', () => {
    const { document } = parsed('python {1|2|3}');
    const read = (step: number) => toHtml(shownBy(document, step), BOARD_VIEW);
    expect(marked(read(1), 99)).toEqual([2]);
    expect(read(1)).not.toContain('line 3');
    expect(marked(read(0), 99)).toEqual([1]);
  });

  it('go on counting the steps of their slide', () => {
    const texts = ['::: reveal', '- One', ':::', '', '~~~ {1|2}', 'a', 'b', '~~~'];
    const lines = texts.map((text, at) => ({ text, line: at + 1 }));
    const { document } = parseDocument(lines, { audience: 'class' });
    expect(stepsIn(document)).toBe(2);
    expect(toHtml(document, BOARD_VIEW)).toContain('data-step="2">line 2:');
  });

  it.each([
    ['{python}'],
    ['{.python .numberLines}'],
    ['{r, echo=FALSE}'],
    ['python {}'],
    ['python'],
    ['{}'],
  ])('are as they are under “%s”', (info) => {
    expect(onBoard(info, 0)).toBeNull();
    expect(parsed(info).problems).toEqual([]);
  });

  it.each([
    ['{3|9}', 'the code has 5 lines, and “9” is none of them'],
    ['{3-9}', 'the code has 5 lines, and there is no line 9'],
    ['{3-1}', 'the code has 5 lines, and “3-1” is none of them'],
    ['{0}', 'the code has 5 lines, and “0” is none of them'],
    ['{1|1|1|1|1|1|1|1|1|1|1}', 'it has 11 groups, it needs at most 10'],
  ])('of which %s has none are an error at their fence', (info, message) => {
    expect(parsed(`python ${info}`).problems).toEqual([
      {
        code: 'code-lines',
        severity: 'error',
        line: 1,
        column: 1,
        message: `Cannot mark the lines “${info}”: ${message}`,
      },
    ]);
  });
});

it.each([
  [[1], 'line 1'],
  [[1, 2], 'lines 1 to 2'],
  [[5, 1, 2, 3, 3], 'lines 1 to 3 and 5'],
  [[1, 3, 5], 'lines 1, 3 and 5'],
  [[], 'no line'],
])('lines %j are “%s” in words', (lines, words) => {
  expect(linesInWords(lines)).toBe(words);
});
