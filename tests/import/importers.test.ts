import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/document/lines.ts';
import { toHtml } from '../../src/document/to-html.ts';
import { importLesson } from '../../src/import/import-lesson.ts';
import { fenceHolds } from '../../src/lesson/fences.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { readFixtures } from '../lesson/read-fixtures.ts';

const fixtures = readFixtures().flatMap((file) => file.fixtures.map(({ source }) => source));
const lines = fixtures.flatMap((source) => source.split('\n'));

/** The lines of a text without a head, as they are handed to the reader. */
function importText(text: string) {
  return importLesson({
    fields: new Map(),
    lines: readLines(text),
    above: [],
    isFence: (word) => fenceHolds(word) !== undefined,
  });
}

/** Fixtures with lines of any others put in. */
const mixed = fc
  .tuple(
    fc.constantFrom(...fixtures),
    fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...lines)), { maxLength: 6 }),
  )
  .map(([source, more]) => {
    const text = source.split('\n');
    for (const [at, line] of more) text.splice(Math.min(at, text.length), 0, line);
    return text.join('\n');
  });

describe('what importers rewrite', () => {
  test('[L5] keeps the number of the line it came from, in their order', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const count = readLines(text).length;
        const imported = importText(text);
        const numbers = imported.lines.map(({ line }) => line);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        for (const line of [...numbers, ...imported.problems.map((problem) => problem.line)]) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(count);
        }
      }),
    );
  });

  test('is left as it is where it is our own already', () => {
    const ours =
      '## Ask (5 min)\n\nWords with **marks**, `code` and [a link](https://example.org).\n\n- one\n\n::: choice how view\nHow?\n- A\n- B\n:::\n\nNotes:\nSaid.\n\n```\n![bg](x.png)\n::: callout\n```\n\n<!-- said -->';
    const imported = importText(ours);
    expect(imported.lines.map(({ text }) => text).join('\n')).toBe(ours);
    expect(imported.problems).toEqual([]);
  });

  test.each([
    ['remark', 'class: center, middle\n# One\n--\n.red[words]\n???\nsaid'],
    ['pandoc', '% One\n% A teacher\n\n# Two\n\n. . .\n\nwords'],
    ['Deckset', '# [fit] One\n![inline](a.svg)\n\n^ said\n\nwords'],
    ['Marp', '# One\n\n![bg right](a.jpg)\n\n<!-- _class: lead -->\n\nwords'],
    ['Slidev', '---\nlayout: two-cols\n---\n\n# One\n\nleft\n\n::right::\n\nright'],
    ['reveal.js', '# One\n\n- a <!-- .element: class="fragment" -->\n\n<!-- .slide: class="x" -->'],
    ['Quarto', '## One {visibility="hidden"}\n\n::: {.callout-tip}\nwords\n:::\n\n## Two'],
  ])('reads the same a second time, for it is our own grammar: %s', (_, text) => {
    const once = importText(text);
    expect(once.lines.map((line) => line.text).join('\n')).not.toBe(text);
    const again = importLesson({
      fields: new Map(),
      lines: once.lines,
      above: [],
      isFence: (word) => fenceHolds(word) !== undefined,
    });
    const shown = (one: typeof once) =>
      readLesson('a', one.lines.map((line) => line.text).join('\n')).lesson.blocks.flatMap(
        ({ slides }) =>
          slides.map(({ heading, body, notes }) => [heading, toHtml(body), toHtml(notes)]),
      );
    expect(again.problems).toEqual([]);
    expect(shown(again)).toEqual(shown(once));
  });
});
