import { toHtml } from '../../src/document/to-html.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slidesOf, type ReadLesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { ADDRESSES, MARKUP, WITH_ADDRESS } from './hostile-pieces.ts';
import { troublesIn } from './strict-html.ts';
import { runs } from '../thorough.ts';

const HEAD = '---\ntitle: Pressure\n---\n### One\n\n';

function read(body: string): ReadLesson {
  return readLesson('a-lesson', HEAD + body);
}

function troubles({ lesson }: ReadLesson): readonly string[] {
  return slidesOf(lesson).flatMap(({ body, notes }) => [
    ...troublesIn(toHtml(body)),
    ...troublesIn(toHtml(notes)),
  ]);
}

describe('an address that leads elsewhere or runs', () => {
  test.for(ADDRESSES)('is followed from no place a lesson could put it: %j', (address) => {
    for (const wrap of WITH_ADDRESS) {
      expect(troubles(read(wrap(address))), wrap(address)).toEqual([]);
      expect(troubles(read(`${wrap(address)}\n\nNotes:\n${wrap(address)}`)), wrap(address)).toEqual(
        [],
      );
    }
  });
});

describe('what runs, draws, asks or loads', () => {
  test.for(MARKUP)('is not on a slide: %j', (markup) => {
    for (const around of [
      markup,
      `words ${markup} words`,
      `- ${markup}\n- b`,
      `| a |\n|---|\n| ${markup} |`,
      `> ${markup}`,
      `<div>${markup}`,
      `${markup}\n\n${markup}`,
    ]) {
      expect(troubles(read(around)), around).toEqual([]);
    }
  });

  test.for(MARKUP)('is plain words in a heading, a question, a field and a block: %j', (markup) => {
    const line = markup.replaceAll('\n', ' ');
    const source = `---\ntitle: ${JSON.stringify(line)}\nobjectives: [${JSON.stringify(line)}]\n---\n## ${line} (5 min)\n### ${line}\n::: choice one view\n${line}\n- ${line}\n- b\n> ${line}\n:::\n`;
    const { lesson } = readLesson('a-lesson', source);
    expect(lesson.title).toBe(line.replaceAll(/\s+/g, ' ').trim());
    for (const slide of slidesOf(lesson)) expect(troublesIn(toHtml(slide.body))).toEqual([]);
    expect(slidesOf(lesson).every(({ id }) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toBe(true);
  });
});

describe('a word that no table of ours has', () => {
  // Fences are read in small letters; the others are names of kinds of slide that have no fence.
  const words = [
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'title',
    'poll',
  ];

  test.for(words)('opens no fence, and what is in it is shown: “%s”', (word) => {
    const { lesson, problems } = read(`::: ${word}\nStill here\n:::`);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['unknown-fence', 6]]);
    expect(slidesOf(lesson).map(({ body }) => toHtml(body))).toEqual(['<p>Still here</p>']);
  });

  test.for(words)('is no question that could be asked again: “%s”', (word) => {
    const { problems } = read(`::: after ${word}\n:::`);
    expect(problems.map(({ code }) => code)).toContain('no-before');
  });
});

test('any mix of it leaves only our few tags, well nested', () => {
  const piece = fc.oneof(
    fc.constantFrom(...MARKUP),
    fc
      .tuple(fc.constantFrom(...WITH_ADDRESS), fc.constantFrom(...ADDRESSES))
      .map(([wrap, address]) => wrap(address)),
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '`',
      '&',
      '<!--',
      '-->',
      '</',
      '/>',
      '=',
      '\n',
      '\n\n',
      '    ',
      '\u0000',
      '<a href="',
      "<p title='",
      '<table>',
      '</div>',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      expect(troubles(read(parts.join('')))).toEqual([]);
    }),
    runs(3000),
  );
});
