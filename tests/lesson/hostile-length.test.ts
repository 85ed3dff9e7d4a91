import { expect, test } from 'vitest';
import { allOf } from '../../src/document/visit.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { chosenOf, isThorough } from '../thorough.ts';
import { workOf } from '../work-of.ts';

const HEAD = '---\ntitle: Pressure\n---\n### One\n\n';
/** Just under what one slide may hold, so that all of it is laid out, in a thorough run; a third of it in any. */
const SLIDE = isThorough ? 99_000 : 33_000;
/** Ms of work. A 27th for a third of the length, so that growth with its cube is found as well. */
const MAX_WORK_MS = isThorough ? 120_000 : 4_400;

const parts: readonly string[] = [
  ...[
    '- ',
    '  - ',
    '- a\n  - b\n',
    '1. ',
    '> ',
    '>- ',
    '> a\n',
    '    a\n',
    '\t',
    '  \n',
    'a  \n',
    '\\',
    'a\n---\n',
    '***\n',
    '#### a\n',
    '#',
  ],
  ...[
    '*',
    '**',
    '_',
    '***a',
    '*a **b ',
    '**a *b',
    '_a__b',
    'a*b_',
    '~~a',
    '~',
    '`',
    '``a`',
    '```\n',
    '~~~a\n',
    '`a``b',
  ],
  ...[
    '[',
    ']',
    '![',
    '[a](',
    '[a](b "',
    '[a](<',
    '[a][',
    '[a][b] ',
    '[a]: b\n',
    '[a](b)',
    '[[a](b)](c)',
    '![a](b.svg) ',
    '![](',
    '[^a] ',
    '[^a]: b\n',
    '<a@b.c>',
    '<https://a',
  ],
  ...['| a ', '|', '| a | b |\n', '|---', '| a |\n|---|\n'],
  ...[
    '<',
    '</',
    '<b>',
    '</b>',
    '<b><i><div>',
    '<p>',
    '<li>',
    '<table><tr><td>',
    '<svg>',
    '<math><mtext>',
    '<script>',
    '<script></script>',
    '<style>',
    '<textarea>',
    '<!--',
    '<!---->',
    '<![CDATA[',
    '<?',
    '<a b="',
    "<a b='",
    '<a b=c ',
    '<img src=x>',
    '<details>',
    '<x-y>',
  ],
  ...[
    '&',
    '&amp;',
    '&#0;',
    '&#x10ffff;',
    '&nbsp',
    '"',
    '\u0000',
    '\u202e',
    '\ud800',
    '😀',
    'é',
    'ﷺ',
  ],
  ...[
    '::: ',
    ':::\n',
    '::right::\n',
    '{a} ',
    '$a$ ',
    '==a==',
    'x^2^ ',
    '[ ] ',
    '- [x] ',
    'https://a.b ',
    'a:b|c ',
  ],
];

// Every sixth of them in an ordinary run.
test.for(chosenOf(parts, (_, place) => place % 6 === 0))(
  'a slide of %j over and over is laid out',
  (part) => {
    const worked = workOf(() => {
      const { lesson, problems } = readLesson('a-lesson', HEAD + part.repeat(SLIDE / part.length));
      expect(slidesOf(lesson).length).toBeGreaterThan(0);
      expect(problems).not.toContain(undefined);
    });
    expect(worked).toBeLessThan(MAX_WORK_MS);
  },
);

/** A megabyte in a thorough run. */
const MANY = isThorough ? 1_000_000 : 50_000;

const MANY_PIECES: readonly (readonly [what: string, body: string])[] = [
  [
    'lists in lists',
    Array.from({ length: 1300 }, (_, depth) => `${' '.repeat(depth)}- a\n`).join(''),
  ],
  [
    'quotes in quotes',
    Array.from({ length: 1300 }, (_, depth) => `${'>'.repeat(depth)} a\n`).join(''),
  ],
  ['one table with many columns', `|${' a |'.repeat(MANY / 50)}\n|${'---|'.repeat(MANY / 50)}\n`],
  ['one table with many rows', `| a | b |\n|---|---|\n${'| a | b |\n'.repeat(9000)}`],
  [
    'an outline with many rows',
    `## Outline\n\n| Activity | Time |\n|---|---|\n${'| Talk | 5 min |\n'.repeat(MANY / 20)}`,
  ],
  [
    'an outline of one long cell',
    `| Activity | Time |\n|---|---|\n| a${' '.repeat(MANY)}( | 5 min |\n`,
  ],
  ['many slides', '### One\n\nWords\n\n'.repeat(MANY / 16)],
  ['many blocks', '## One (5 min)\n\nWords\n\n'.repeat(MANY / 24)],
  ['many stops', `::: film\n${'### Stop a: B\n\n'.repeat(MANY / 15)}`],
  ['many questions', '::: choice one view\nA\n- B\n- C\n:::\n'.repeat(MANY / 36)],
  ['one question with many options', `::: choice one view\nA\n${'- B\n'.repeat(MANY / 4)}:::\n`],
  [
    'one question with a long prompt',
    `::: choice one view\n${'a *b '.repeat(MANY / 5)}\n- B\n- C\n:::\n`,
  ],
  ['a heading without end', `### ${'a *b '.repeat(MANY / 5)}`],
  ['a heading of many lines', `${'a\n'.repeat(MANY / 2)}===\n`],
  ['fences in fences', '::: film\n'.repeat(MANY / 9)],
  ['unknown fences', '::: a\n'.repeat(MANY / 6)],
  ['comments on one line', '<!-- a --> b '.repeat(MANY / 13)],
  ['a comment without end', `<!--${' a'.repeat(MANY / 2)}`],
  ['suppressions', '<!-- allow a: b -->\n'.repeat(MANY / 20)],
  ['notes', 'Notes:\na\n'.repeat(MANY / 9)],
  ['lines that look like notes', '> Note: a\n'.repeat(MANY / 10)],
  ['sections of a plan', '## Resources\n\n- a\n\n'.repeat(MANY / 19)],
  ['key words', `## Key words\n\n${'- a: b\n'.repeat(MANY / 7)}`],
  ['fields of slides', '---\nlayout: a\n---\n'.repeat(MANY / 18)],
  ['carriage returns', '\r'.repeat(MANY)],
  ['hidden signs', '\u202e\n'.repeat(MANY / 2)],
];

test.for(chosenOf(MANY_PIECES, (_, place) => place % 3 === 0))(
  `${MANY.toLocaleString('en-GB')} characters of %s are read`,
  ([, body]) => {
    const { lesson, problems } = readLesson('a-lesson', HEAD + body);
    expect(lesson.slug).toBe('a-lesson');
    expect(problems).not.toContain(undefined);
  },
);

test('each of thousands of comments on one line has its own place', () => {
  const line = Array.from({ length: MANY / 20 }, (_, n) => `b <!-- note ${n} --> `).join('');
  const { lesson } = readLesson('a-lesson', HEAD + line);
  const notes = slidesOf(lesson).flatMap((slide) => allOf(slide.notes, 'text'));
  expect(notes).toHaveLength(MANY / 20);
  const elsewhere = notes.filter(
    ({ span, text }) => !line.startsWith(text, (span?.column ?? 0) - 1),
  );
  expect(elsewhere).toEqual([]);
});
