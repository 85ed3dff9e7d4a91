import { describe, expect, test } from 'vitest';
import { hazards, hazardsOf } from '../../src/checks/check-text.ts';
import { checkLesson } from '../../src/checks/checks.ts';
import { safeguardingLesson } from './safeguarding-lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import type { Problem } from '../../src/document/problem.ts';
import { safeguarding } from '../../src/subjects/safeguarding.ts';
import { readCases, type Case } from './read-cases.ts';

const fixtures = readCases();

function check(source: string, slug = 'a-lesson'): readonly Problem[] {
  return checkLesson(safeguardingLesson(slug, source), source, { today: '2026-11-24' });
}

const checked = new Map<Case, readonly Problem[]>();

/**
 * What the check of a fixture finds in a case: as a lesson of another subject where safeguarding has none of that
 * name, and by that check alone, as the lesson’s subject has it, but for a lesson with handouts. Each is checked once.
 */
function checkFor(code: string, one: Case): readonly Problem[] {
  const problems = checked.get(one) ?? checkCase(code, one);
  checked.set(one, problems);
  return problems;
}

function checkCase(code: string, { source, slug }: Case): readonly Problem[] {
  const isOfSafeguarding = safeguarding.checks.some((name) => name === code);
  const lesson = isOfSafeguarding
    ? safeguardingLesson(slug, source)
    : readLesson(slug, source).lesson;
  const alone = hazardsOf(lesson).filter((hazard) => hazard.code === code);
  return checkLesson(lesson, source, {
    today: '2026-11-24',
    ...(lesson.handouts.length === 0 && { hazards: alone }),
  });
}

/** Where it is, and the words found or else the first words of the sentence. */
function outline({ line, column, message }: Problem): string {
  return `${line}:${column} ${/^“[^”]*”/.exec(message)?.[0] ?? message}`;
}

describe.each(fixtures)('$code', ({ code, cases }) => {
  test.for(cases)('finds what it should in: $source', (one) => {
    const { wanted } = one;
    const found = checkFor(code, one).filter((problem) => problem.code === code);
    expect(found.map(outline)).toEqual(wanted);
  });

  test('says why it matters and how to put it better, whatever it finds', () => {
    for (const one of cases) {
      for (const { message } of checkFor(code, one).filter(
        (problem) => problem.code === code && problem.severity !== 'info',
      )) {
        expect(message).toMatch(/, and |: |, which |, so |, since |means? |, or /);
        expect(message).toMatch(/[^.]\. [\p{Lu}“]|\bneeds\b/u);
        expect(message).not.toMatch(/undefined|null|\.$/);
      }
    }
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

describe('a suppression', () => {
  const infos = (source: string) =>
    check(source)
      .filter(({ code, severity }) => code.startsWith('allow-') || severity === 'info')
      .map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`);

  test('in the first lines counts for the lesson as a whole', () => {
    expect(
      infos(
        '---\ntitle: T\n---\n\n<!-- allow right-to-pass: it is said by the video before -->\n\n# Hello',
      ),
    ).toEqual(['2:8 info right-to-pass']);
    expect(
      infos(
        '<!-- allow right-to-pass: it is said by the video before -->\n<!-- allow help-slide: a starter -->\n# Hello',
      ),
    ).toEqual(['3:1 info help-slide', '3:1 info right-to-pass']);
  });

  test('may be a YAML comment at the head, and is no part of a field', () => {
    expect(
      infos(
        '---\ntitle: T\n# allow right-to-pass: the granny rule is no part of it\nminutes: 20\n---\n# Hello',
      ),
    ).toEqual(['2:8 info right-to-pass']);
  });

  test('further down does not count for the lesson as a whole, and is reported as unused', () => {
    expect(infos('# Hello\n\n<!-- allow right-to-pass: a reason -->\nWords')).toEqual([
      '3:1 warning allow-unused',
    ]);
  });

  test('of an unknown check is reported, with the name that was meant', () => {
    const [problem] = check(
      '<!-- allow blaming-wordng: a reason -->\nShe should have known.',
    ).filter(({ code }) => code === 'allow-unknown');
    expect(problem).toMatchObject({ severity: 'warning', line: 1 });
    expect(problem?.message).toMatch(/Is it “blaming-wording”\?$/);
  });

  test('may be one of several above a line', () => {
    const source =
      '<!-- allow blaming-wording: quoted -->\n<!-- allow frightening-wording: quoted -->\nShe should have known. It will never go away.';
    expect(infos(source)).toEqual(['3:5 info blaming-wording', '3:32 info frightening-wording']);
  });

  test('that only looks like one is a note', () => {
    expect(infos('<!-- allow time -->\n<!-- allow five minutes for this -->\nWords')).toEqual([]);
  });

  test.for(hazards.filter(({ final }) => final).map(({ code }) => code))(
    'of %s is refused',
    (code) => {
      const { cases } = fixtures.find((fixture) => fixture.code === code) ?? { cases: [] };
      const [hit] = cases.filter(
        ({ source, wanted }) => wanted.length > 0 && !source.includes('\n'),
      );
      const found = check(`<!-- allow ${code}: a reason -->\n${hit?.source ?? ''}`);
      expect(
        found.filter((problem) => problem.code === code).map(({ severity }) => severity),
      ).toEqual(['error']);
      expect(found.map((problem) => problem.code)).toContain('allow-refused');
    },
  );
});

describe('a finding', () => {
  const blame = (source: string) =>
    check(source).filter(
      ({ code }) => code === 'blaming-wording' || code === 'allow-without-reason',
    );

  test('says what was found, why it matters and how to put it better', () => {
    expect(blame('She should have known better.')).toEqual([
      {
        code: 'blaming-wording',
        severity: 'error',
        line: 1,
        column: 5,
        message:
          '“should have known” can sound as if the person who was hurt is to blame, and fear of blame is what stops children telling. Say instead what the person who pressured, threatened or passed it on did',
      },
    ]);
  });

  test('has its place in a paragraph of several lines, with emphasis and CRLF', () => {
    expect(
      blame('### One\r\n\r\nIn the end she\r\nshould have **known** better.').map(outline),
    ).toEqual(['4:1 “should have known”']);
  });

  test('is information where its author overrules it with a reason', () => {
    const [problem] = blame(
      '<!-- allow blaming-wording: quoted to be put right below -->\n\nSome say she\nshould have known.',
    );
    expect(problem).toMatchObject({ severity: 'info', line: 4 });
    expect(problem?.message).toMatch(
      /It may stay, for the reason given in the file: quoted to be put right below$/,
    );
  });

  test('without a reason is reported, and suppresses nothing', () => {
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
