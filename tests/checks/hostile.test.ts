import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { shapes } from './hard-shapes.ts';
import { safeguardingLesson } from './safeguarding-lesson.ts';
import { anyLesson } from '../lesson/arbitrary-lesson.ts';
import { readCases } from './read-cases.ts';
import { chosenOf, isThorough, runs } from '../thorough.ts';
import { workOf } from '../work-of.ts';

const HEAD = '---\ntitle: Pressure\nstage: KS2\nminutes: 40\n---\n### One\n';
/** In a thorough run, else a sixth of it. */
const LENGTH = isThorough ? 300_000 : 50_000;
/** Ms of work. A 36th for a sixth of the length, so that growth with its square is found as well. */
const MAX_WORK_MS = isThorough ? 20_000 : 555;

function expectPlaces(source: string): void {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const { line, column, message } of checkLesson(
    safeguardingLesson('a-lesson', source),
    source,
  )) {
    expect(lines.length).toBeGreaterThanOrEqual(line);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    expect(message).not.toBe('');
  }
}

// Words the hazards know, torn from their fixtures and put together at random.
const pieces = [
  ...new Set(
    readCases().flatMap(({ cases }) => cases.flatMap(({ source }) => source.split(/(?<=[ \n])/))),
  ),
];
const anyWords = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string() },
  ),
  { maxLength: 60 },
);

test('any text is checked without a throw, and every finding lies in it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyLesson,
        anyWords.map((words) => words.join('')),
      ),
      expectPlaces,
    ),
    runs(1000, 75),
  );
});

test('a finding lies in its line where marks before it are written otherwise than they read', () => {
  const source = '!!!!\\!!prison, Ring ';
  expectPlaces(source);
  const lesson = safeguardingLesson('a-lesson', source);
  const found = checkLesson(lesson, source).filter(({ code }) => code === 'criminalising-wording');
  expect(found.map(({ column }) => source.slice(column - 1, column + 5))).toEqual(['prison']);
});

test('any text is checked the same each time', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      const source = words.join('');
      const lesson = safeguardingLesson('a-lesson', source);
      expect(checkLesson(lesson, source)).toEqual(checkLesson(lesson, source));
    }),
    runs(300, 50),
  );
});

const GROWING: readonly (readonly [what: string, part: string])[] = [
  ['findings in one sentence', 'she should have known better, '],
  ['findings', 'She should have known better. '],
  ['findings in quotation marks', 'She "should have known." '],
  ['negations', 'never not should have known '],
  ['negations with a colon', 'never: not: should have known '],
  ['findings on lines of one paragraph', 'should have known\n'],
  ['findings in many paragraphs', 'should have known\n\n'],
  ['suppressions', '<!-- allow blaming-wording: quoted -->\nShe should have known better.\n\n'],
  ['suppressions on one line', '<!-- allow blaming-wording: quoted --> should have known '],
  ['suppressions without an end', '<!-- allow blaming-wording: quoted '],
  ['quotations', 'if someone says "she should have known" '],
  ['quotations without an end', '"if when whenever says '],
  ['cues', 'if says when '],
  ['names', 'pressure on Sam under pressure Alex is pressured '],
  ['letters that are no ASCII', 'aÉ'],
  ['other letters', 'É'],
  ['hyphens', "law -'"],
  ['hyphenated words', 'illegal-'],
  ['gaps', 'illegal to look up '],
  ['blanks', 'law ' + ' '.repeat(2000)],
  ['one word', 'x'],
  ['digits', '1'],
  ['numbers', '0800 1111 '],
  ['numbers with dots', '1.1'],
  ['numbers to call', 'ring 12345 call '],
  ['addresses', 'https://a.example/ '],
  ['hosts', 'a.b.'],
  ['spelled-out hosts', 'a dot b dot '],
  ['names before an @', 'a.b@'],
  ['services', 'Childline NSPCC helpline open 24 hours '],
  ['services on lines', 'Childline\n'],
  ['stale names', 'know about cse '],
  ['footnotes', '[^a'],
  ['footnotes with numbers', '[^a]: 0800 1111 '],
  ['help slides', '::: help\n:::\n\n'],
  ['blocks', '## Block (5 min)\n\nshould have known\n\n'],
  ['questions', '::: choice one view\nWho is responsible?\n- The victim\n- The sender\n:::\n'],
  ['one question', '- the victim\n'],
  ['myths', '> should have known\n'],
  ['tables', '| should have known | 24 hours |\n'],
  ['emphasis', '**should** have *known* '],
];

// Every third of them in an ordinary run.
test.each(chosenOf(GROWING, (_, place) => place % 3 === 0))(
  `${LENGTH.toLocaleString('en-GB')} characters of %s are checked`,
  (_, part) => {
    const source = HEAD + part.repeat(LENGTH / part.length);
    const worked = workOf(() => {
      const lesson = safeguardingLesson('a-lesson', source);
      expect(checkLesson(lesson, source)).not.toContain(undefined);
    });
    expect(worked).toBeLessThan(MAX_WORK_MS);
  },
);

// A pattern that is used often is made into machine code, and then keeps a place for each letter it might give back, on a stack of its own.
test.for(isThorough ? [5_000_000] : [])(
  '%i characters without the end of a sentence are checked behind as many with one',
  (length) => {
    for (const shape of ['the lesson that ships, over and over', 'emphasis without end']) {
      const source = shapes[shape]?.(length) ?? '';
      expect(checkLesson(safeguardingLesson('a-lesson', source), source)).not.toEqual([]);
    }
  },
);

/** A table of so many columns, under headings that the checks look for in each of its cells. */
function wideTable(columns: number): string {
  const row = (words: string) => `|${Array.from({ length: columns }, () => words).join('|')}|`;
  return `${HEAD}\n${row('Myth')}\n${row('-')}\n${row('b')}\n`;
}

test('[R35] a table of 5,000 columns is read and checked in a time that grows with its length, and no faster', () => {
  const workOf = (columns: number): number => {
    const text = wideTable(columns);
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      checkLesson(safeguardingLesson('a-lesson', text), text);
      const { user } = process.cpuUsage(before);
      return user;
    });
    return Math.min(...times);
  };
  // Once, for what is made when it is first needed.
  workOf(100);
  // Four times the columns: by the square it would be sixteen times the work.
  expect(workOf(5000) / workOf(1250)).toBeLessThan(9);
});
