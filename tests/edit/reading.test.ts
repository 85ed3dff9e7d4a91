import { describe, expect, test } from 'vitest';
import { readEdited, type Beside } from '../../src/edit/reading.ts';
import { findingsInWords, findingsOf, withFix } from '../../src/edit/findings.ts';
import { NONE_GOOD, rememberGood, shownSlide } from '../../src/edit/last-good.ts';
import {
  lastLineAt,
  minutesInWords,
  slideAtLine,
  slidesIn,
  spansOf,
} from '../../src/edit/outline.ts';

const TEXT = `---
title: Why ice floats
subject: physics
stage: KS3
minutes: 20
names: [Robin]
---
# Why ice floats

## Starter (5 min)

### What floats?

- Cork

Notes:
Show the jar.

## Ask {Robin} (10 min)

::: choice floats knowledge
Why does ice float?

- [ ] It is cold
- [x] It is less dense
:::
`;

const read = (text: string, beside: Beside = 'board') =>
  readEdited({ slug: 'my-lesson', text, beside }).reading;
const nameAt = (text: string, line: number) => slideAtLine(read(text).outline, line)?.name;

test('a slide and a part end above the next, wherever in them the cursor is', () => {
  const text =
    '# Ice\n\nNotes:\nSay it.\n\n## One (5 min)\n\n### A\n\n- a\n\n### B\n\n## Two (5 min)\n\n### C\n';
  const { outline } = read(text);
  const lastOf = (of: 'slide' | 'part') =>
    [1, 4, 6, 8, 10, 12, 16].map((line) => lastLineAt(outline, line, of));
  expect(lastOf('slide')).toEqual([5, 5, 11, 11, 11, 13, Infinity]);
  expect(lastOf('part')).toEqual([5, 5, 13, 13, 13, 13, Infinity]);
  expect(lastLineAt(read('').outline, 1, 'slide')).toBeNull();
});

describe('the outline of a text', () => {
  test('has its parts with their minutes, and the slides of each by name', () => {
    const { outline } = read(TEXT);
    expect(
      outline.blocks.map(({ title, minutes, slides }) => [
        title,
        minutes,
        slides.map(({ name }) => name),
      ]),
    ).toEqual([
      ['Start', null, ['Why ice floats']],
      ['Starter', 5, ['What floats?']],
      ['Ask Robin', 10, ['Why does ice float?']],
    ]);
    expect(minutesInWords(outline)).toBe('15 of 20 minutes');
  });

  test('says how far the parts are over the length that the head states', () => {
    expect(minutesInWords(read(TEXT.replace('(10 min)', '(18 min)')).outline)).toBe(
      '23 of 20 minutes: 3 over',
    );
    expect(minutesInWords({ planned: 1, stated: null })).toBe('1 minute');
    expect(minutesInWords({ planned: 0, stated: null })).toBe('No minutes yet');
    expect(minutesInWords({ planned: 20, stated: 20 })).toBe('20 minutes');
  });

  test('counts an optional part as one that may be skipped, where the head’s length is without it', () => {
    const words = (optional: string, minutes = 15) =>
      minutesInWords(
        read(
          TEXT.replace('minutes: 20', `minutes: ${minutes}`).replace(
            '(10 min)',
            `(10 min)\n\nText.\n\n## More (${optional})`,
          ),
        ).outline,
      );
    expect(words('5 min, optional')).toBe('15 minutes, and 5 optional');
    expect(words('5 min')).toBe('20 of 15 minutes: 5 over');
    expect(words('5 min, optional', 20)).toBe('20 minutes');
    expect(words('5 min, optional', 14)).toBe('15 of 14 minutes: 1 over, and 5 optional');
  });

  test('is empty for a text with nothing in it', () => {
    expect(slidesIn(read('').outline)).toEqual([]);
    expect(slideAtLine(read('').outline, 1)).toBeNull();
  });
});

test('a reading has the stage and the subject of its lesson, as far as the head names them', () => {
  expect(read(TEXT).about).toBe('KS3 physics');
  expect(read('# Ice\n').about).toBe('');
});

describe('the worksheet of a text', () => {
  test('is made where it is looked at, each task with its slide', () => {
    expect(read(TEXT).worksheet).toBeNull();
    const { worksheet } = read(TEXT, 'sheet');
    expect(worksheet).toContain('data-slide="question-floats"');
    expect(worksheet).toContain('It is less dense');
  });
});

describe('the plan of a text', () => {
  test('is made where it is looked at, part by part, with the notes and today’s names', () => {
    expect(read(TEXT).plan).toBeNull();
    const { plan } = read(TEXT, 'plan');
    expect(plan).toContain('data-slide="question-floats"');
    expect(plan).toContain('Show the jar.');
    expect(plan).toContain('<span data-character="Robin">Robin</span>');
  });
});

describe('the questions of a text', () => {
  test('are there as pupils get them, by their slides: nothing says what is right', () => {
    const { questions } = read(TEXT.replace('Why does ice float?', 'Why, {Robin}?'));
    expect(questions).toEqual({
      'question-floats': {
        id: 'floats',
        kind: 'choice',
        picks: 'one',
        tag: 'knowledge',
        prompt: 'Why, Robin?',
        options: [
          { id: 'a', label: 'A', text: 'It is cold' },
          { id: 'b', label: 'B', text: 'It is less dense' },
        ],
      },
    });
  });
});

describe('the slide of a line', () => {
  test('is the first one in the head, and a part’s first one at its heading', () => {
    expect(nameAt(TEXT, 1)).toBe('Why ice floats');
    expect(nameAt(TEXT, 8)).toBe('Why ice floats');
    expect(nameAt(TEXT, 10)).toBe('What floats?');
    expect(nameAt(TEXT, 17)).toBe('What floats?');
    expect(nameAt(TEXT, 19)).toBe('Why does ice float?');
    expect(nameAt(TEXT, 999)).toBe('Why does ice float?');
  });

  test('of every slide’s own line is that slide', () => {
    const { outline } = read(TEXT);
    for (const { slide } of spansOf(outline)) {
      expect(slideAtLine(outline, slide.line)?.id).toBe(slide.id);
    }
  });
});

describe('what is found in a text', () => {
  const GLUED = '# Ice\n\n### One\n\nwords\n---\n\n### Two\n';

  test('has its line and its weight, and a press mends it', () => {
    const found = findingsOf(read(GLUED).problems, GLUED).find(({ fixes }) => fixes.length > 0);
    expect(found?.line).toBe(5);
    expect(GLUED.slice(found?.from, found?.to)).toBe('words');
    const mended = withFix(GLUED, found?.fixes[0] ?? { label: '', from: 0, to: 0, insert: '' });
    expect(mended).toBe(GLUED.replace('words\n---', 'words\n\n---'));
  });

  test('is left out where it asks for nothing, and a fix beyond the text is no press', () => {
    const at = { code: 'x', line: 9, column: 40, message: 'Look' } as const;
    const fixes = [{ label: 'Mend', from: 0, to: 99, insert: '' }];
    expect(findingsOf([{ ...at, severity: 'info' }], 'one\ntwo')).toEqual([]);
    expect(findingsOf([{ ...at, severity: 'warning', fixes }], 'one\ntwo')).toEqual([
      { weight: 'suggestion', code: 'x', message: 'Look', line: 2, from: 7, to: 7, fixes: [] },
    ]);
  });

  test('is counted in words', () => {
    const [fix, advice] = [{ weight: 'fix' }, { weight: 'suggestion' }] as const;
    expect(findingsInWords([])).toBe('Nothing to fix');
    expect(findingsInWords([fix])).toBe('1 to fix');
    expect(findingsInWords([advice, advice])).toBe('2 suggestions');
    expect(findingsInWords([fix, advice])).toBe('1 to fix, 1 suggestion');
  });
});

describe('a slide with a broken line', () => {
  const broken = TEXT.replace('- [ ] It is cold\n', '');
  const asked = 21;
  const shownAt = (text: string, line: number, before: readonly string[]) => {
    const readings = [...before, text].map((one) => read(one));
    const good = readings.reduce(rememberGood, NONE_GOOD);
    const now = read(text);
    const id = slideAtLine(now.outline, line)?.id ?? '';
    const last = readings.at(-1);
    return last === undefined ? null : shownSlide(good, last, id);
  };

  test('is shown as it last worked, whatever it is called meanwhile', () => {
    const shown = shownAt(broken, asked, [TEXT]);
    expect(shown?.isLastGood).toBe(true);
    expect(shown?.slide.html).toContain('It is cold');
  });

  test('is shown as it is once it works again', () => {
    const shown = shownAt(TEXT.replace('cold', 'warm'), asked, [TEXT, broken]);
    expect(shown?.isLastGood).toBe(false);
    expect(shown?.slide.html).toContain('It is warm');
  });

  test('leaves the other slides as they are, and is shown as far as it goes where it never worked', () => {
    const other = shownAt(broken.replace('What floats?', 'What sinks?'), 12, [TEXT]);
    expect(other).toMatchObject({ isLastGood: false, slide: { heading: 'What sinks?' } });
    expect(shownAt(broken, asked, [])?.isLastGood).toBe(false);
    const { outline, ...reading } = read(TEXT);
    expect(shownSlide(NONE_GOOD, { outline, ...reading }, 'gone')).toBeNull();
  });
});

describe('a text that a class may be taught only with an approval', () => {
  const asks = (subject: string) =>
    read(TEXT.replace('subject: physics', `subject: ${subject}`)).needsApproval;

  test('is one of safeguarding, and one of a name that may be a school’s own pack', () => {
    expect(['safeguarding', 'our online safety'].map(asks)).toEqual([true, true]);
  });

  test('is none of a subject that is known here', () => {
    expect(['physics', 'PSHE', 'general'].map(asks)).toEqual([false, false, false]);
  });
});
