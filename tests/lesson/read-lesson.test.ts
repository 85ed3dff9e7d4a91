import { toHtml } from '../../src/document/to-html.ts';
import { expect, test } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { chosenOf, isThorough } from '../thorough.ts';
import { workOf } from '../work-of.ts';

const HEAD = '---\ntitle: Pressure\n---\n';

test('front matter becomes the lesson’s own fields', () => {
  const text = `---
title: For the Whole World to See
on the board: Pressure, and who can help
summary: "Spot pressure: find the words."
stage: ks3
minutes: 40
nation: England
film: a-film
objectives:
  - I can say no.
  - 2 lines
vocabulary:
  pressure: pushing someone
resources: Slips
references: []
sources:
reviewed: 2026-11-24
reviewed by:
  - safeguarding lead, 2026-11-24
---
::: film
:::`;
  const { lesson, problems } = readLesson('a-lesson', text);
  expect(problems).toEqual([]);
  expect(lesson).toMatchObject({
    slug: 'a-lesson',
    title: 'For the Whole World to See',
    boardTitle: 'Pressure, and who can help',
    summary: 'Spot pressure: find the words.',
    stage: 'KS3',
    minutes: 40,
    nation: 'England',
    films: ['a-film'],
    objectives: ['I can say no.', '2 lines'],
    vocabulary: [{ word: 'pressure', meaning: 'pushing someone' }],
    resources: ['Slips'],
    references: [],
    sources: [],
    reviewed: '2026-11-24',
    reviewedBy: ['safeguarding lead, 2026-11-24'],
  });
});

test('the board’s title is the first # heading where the head gives none, and the title where there is neither', () => {
  expect(readLesson('a', `${HEAD}### One\n# Who *can* help`).lesson.boardTitle).toBe(
    'Who can help',
  );
  expect(readLesson('a', `${HEAD}### One`).lesson.boardTitle).toBe('Pressure');
  expect(readLesson('a', 'words').lesson).toMatchObject({ title: 'a', boardTitle: 'a' });
});

test('a byte order mark and any line ending change nothing', () => {
  const text = `${HEAD}### One\n\nWords\n\nNotes:\nSaid\n\n---\n\n::: choice one view\nFirst?\n- A\n- B\n:::\n`;
  const read = readLesson('a', text);
  expect(read.problems).toEqual([]);
  for (const end of ['\r\n', '\r']) {
    expect(readLesson('a', `\uFEFF${text.replaceAll('\n', end)}`)).toEqual(read);
  }
});

test('pictures are addressed from two folders deep, or from where the caller says', () => {
  const picture = `${HEAD}![A phone](a-film/my%20phone.svg)`;
  const { lesson } = readLesson('a', picture);
  const body = slidesOf(lesson)[0]?.body ?? [];
  expect(toHtml(body)).toBe('<p><img src="../../media/a-film/my%20phone.svg" alt="A phone" /></p>');
  expect(toHtml(body, { mediaBase: '../media/' })).toContain(
    'src="../media/a-film/my%20phone.svg"',
  );
  expect(lesson.pictures).toEqual([{ path: 'a-film/my phone.svg', line: 4, column: 12 }]);
});

test('front matter made to grow without end is refused', () => {
  const grow = [
    'a: &a [x, x, x, x, x, x, x, x]',
    'b: &b [*a, *a, *a, *a, *a, *a, *a, *a]',
    'c: &c [*b, *b, *b, *b, *b, *b, *b, *b]',
    'objectives: *c',
  ].join('\n');
  expect(readLesson('a', `---\n${grow}\n---\n`).lesson.objectives).toEqual([]);
  for (const yaml of [
    '['.repeat(40_000),
    'a: b\n'.repeat(isThorough ? 400_000 : 100_000),
    '- '.repeat(20_000),
    '&a '.repeat(10_000),
    '? '.repeat(20_000),
  ]) {
    expect(readLesson('a', `---\ntitle: ${yaml}\n---\n### One`).problems).not.toEqual([]);
  }
});

/** So many in a thorough run, else little more than a third of them in little more than a third of the time. */
const LONG = isThorough ? 400_000 : 150_000;
/** Ms of work. A 19th for three eighths of the length, so that growth with its cube is found as well. */
const MAX_WORK_MS = isThorough ? 60_000 : 3_100;

/** Five million in a thorough run; in any, more than a lesson may have. */
const TOO_MANY = isThorough ? 5_000_000 : 1_100_000;

test(`${TOO_MANY.toLocaleString('en-GB')} characters are read to the end, and are too many`, () => {
  const slide =
    '### We listen\n\n- One by **one**\n- And in the order we agreed on\n\nNotes:\nRead it aloud, slowly, and ask whether anything is missing from it.\n\n';
  const { lesson, problems } = readLesson(
    'a',
    HEAD + slide.repeat(Math.ceil(TOO_MANY / slide.length)),
  );
  expect(slidesOf(lesson).length).toBe(Math.ceil(TOO_MANY / slide.length));
  expect(problems.map(({ code }) => code)).toEqual(['too-long']);
}, 60_000);

const GROWING: readonly (readonly [what: string, part: string])[] = [
  ['one line', 'x'],
  ['one paragraph', 'some words\n'],
  ['blank lines', ' \n'],
  ['comments', '<!-- '],
  ['code blocks without end', '```a\n'],
  ['backticks', '`a``b```c<!--'],
  ['fences without end', '::: x\n# One\n'],
  ['films', '::: film\n'],
  ['questions', '::: choice one view\n- A\n'],
  ['the same heading', '### One\n'],
  ['pictures', '![A](b.svg)\n'],
  ['tags', '<div><img '],
  ['brackets', '!['],
  ['quotes', '> '],
  ['notes on one line', '<aside class="notes">a</aside>'],
  ['notes without end', '<aside class="notes"'],
  ['comments with an end', '<!-- a --> b\n'],
  ['pictures behind', '![bg '],
  ['clicks', '<v-click <a v-'],
  ['slides with fields', '---\nlayout: a\n'],
  ['slides with fields and no end', '---\nlayout: a\n\n'],
  ['columns', '::a::\n'],
  ['short rules', '\n--\n'],
  ['layouts without end', '::: reveal\n'],
  ['columns in columns', '::: columns\n### a\n'],
  ['cards', '::: cards\n### a\n- b\n:::\n'],
  ['messages', '::: chat\nA: b\n'],
  ['sources', '### a\n[^a]\n\n[^b]: c\n'],
  ['addresses', '### a\n[a] [b]\n\n[b]: c\n'],
  ['fields of remark', '---\nclass: center\n\n'],
  ['boxes of remark', '.a[b .c['],
  ['pictures in the text itself', '![a](data:image/png;base64,AAAA'],
];

// Every sixth of them in an ordinary run.
test.each(chosenOf(GROWING, (_, place) => place % 6 === 0))(
  `${LONG.toLocaleString('en-GB')} characters of %s are read`,
  (_, part) => {
    const worked = workOf(() =>
      expect(readLesson('a', HEAD + part.repeat(LONG / part.length)).problems).not.toContain(
        undefined,
      ),
    );
    expect(worked).toBeLessThan(MAX_WORK_MS);
  },
);

test('a picture in the text itself, as word processors write it, makes no slide too long', () => {
  const { lesson, problems } = readLesson(
    'a',
    `${HEAD}### One\nLook: ![A jar][image1]\n\n[image1]: <data:image/png;base64,${'AAAA'.repeat(60_000)}>\n`,
  );
  expect(slidesOf(lesson).map(({ body }) => toHtml(body))).toEqual([
    '<p>Look: <span>A jar</span></p>',
  ]);
  expect(problems.map(({ code }) => code)).toContain('picture-path');
});

test('a message that quotes a text never ends in half a character', () => {
  for (const before of ['a'.repeat(59), 'a'.repeat(79), 'a'.repeat(39), 'a'.repeat(60)]) {
    const words = `${before}${'😀'.repeat(40)}`;
    const text = `${HEAD}::: ${before}😀😀\n:::\n::: choice one view\nWhich?\n- A\n- B\n\n${words}\n:::\n### One\n> Note: ${words}\n\n${words}\n---\n`;
    const { problems } = readLesson('a', text);
    expect(problems.length).toBeGreaterThan(3);
    expect(problems.filter(({ message }) => !message.isWellFormed())).toEqual([]);
  }
});
