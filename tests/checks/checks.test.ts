import { describe, expect, test } from 'vitest';
import { checkLesson, hazards } from '../../src/checks/checks.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import type { Problem } from '../../src/text/problem.ts';
import { readCases } from './read-cases.ts';

const fixtures = readCases();

function check(source: string, slug = 'a-lesson'): readonly Problem[] {
  return checkLesson(readLesson(slug, source).lesson, source, { today: '2026-11-24' });
}

/** Where it is, and the words found or else the first words of the sentence. */
function outline({ line, column, message }: Problem): string {
  return `${line}:${column} ${/^“[^”]*”/.exec(message)?.[0] ?? message}`;
}

describe.each(fixtures)('$code', ({ code, cases }) => {
  test.for(cases)('finds what it should in: $source', ({ slug, source, wanted }) => {
    const found = check(source, slug).filter((problem) => problem.code === code);
    expect(found.map(outline)).toEqual(wanted);
  });

  test('has six true hits and six false alarms at least', () => {
    const hits = cases.filter(({ wanted }) => wanted.length > 0).length;
    expect(hits).toBeGreaterThanOrEqual(6);
    expect(cases.length - hits).toBeGreaterThanOrEqual(6);
  });
});

test('every hazard has its fixture, and every fixture its hazard', () => {
  expect(hazards.map(({ code }) => code).toSorted()).toEqual(fixtures.map(({ code }) => code));
});

describe('a finding', () => {
  const blame = (source: string) => check(source).filter(({ code }) => code === 'blaming-wording' || code === 'allow-without-reason');

  test('says what was found, why it matters and how to put it better', () => {
    expect(blame('She should have known better.')).toEqual([
      {
        code: 'blaming-wording',
        severity: 'error',
        line: 1,
        column: 5,
        message:
          '“should have known” puts the blame on the person who was hurt, and fear of blame is what stops children telling. Say what the person who pressured, threatened or passed it on did',
      },
    ]);
  });

  test('has its place in a paragraph of several lines, with emphasis and CRLF', () => {
    expect(blame('### One\r\n\r\nIn the end she\r\nshould have **known** better.').map(outline)).toEqual(['4:1 “should have known”']);
  });

  test('is information where its author overrules it with a reason', () => {
    const [problem] = blame('<!-- allow blaming-wording: quoted to be put right below -->\n\nSome say she\nshould have known.');
    expect(problem).toMatchObject({ severity: 'info', line: 4 });
    expect(problem?.message).toMatch(/It may stand, says the lesson: quoted to be put right below$/);
  });

  test('stands where the reason is missing, and that is named', () => {
    const found = blame('<!-- allow blaming-wording -->\nShe should have known.');
    expect(found.map(({ line, code, severity }) => [line, code, severity])).toEqual([
      [1, 'allow-without-reason', 'error'],
      [2, 'blaming-wording', 'error'],
    ]);
  });

  test('of another kind is not overruled, nor one further down', () => {
    const source =
      '<!-- allow frightening-wording: a reason -->\nShe should have known.\n\n<!-- allow blaming-wording: a reason -->\nFine.\n\nHe should have known.';
    expect(blame(source).map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  test('is not made of words that are quoted to be put right', () => {
    expect(blame('If someone says “she should have known”, ask who did the wrong.')).toEqual([]);
  });
});
