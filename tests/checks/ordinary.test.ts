import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hazards } from '../../src/checks/check-text.ts';
import { checkLesson } from '../../src/checks/checks.ts';
import { safeguardingLesson } from './safeguarding-lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const folder = new URL('ordinary/', import.meta.url);
const names = readdirSync(folder);

/** Plans on staying safe with others, checked as such; all others are asked nothing. */
const OF_SAFEGUARDING = [
  'assembly',
  'bullying',
  'consent',
  'friendship',
  'kindness-assembly',
  'letter',
  'sharing',
  'strangers',
  'wellbeing',
];

/** What a plan lacks as a whole, needs in one of its places, or says at length, is no matter of its words. */
const WHOLE = [
  'help-slide',
  'help-unseen',
  'missing-facts',
  'content-note',
  'timings',
  'cut-sums',
  'notes-run-over',
  'long-notes',
  'land-safely',
  'right-to-pass',
  'bystander-absent',
];

test.each(names)('Nothing in the words of a good plan is found: %s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const slug = name.replace('.txt', '');
  const lesson = OF_SAFEGUARDING.includes(slug)
    ? safeguardingLesson(slug, text)
    : readLesson(slug, text).lesson;
  const found = checkLesson(lesson, text, {
    today: '2026-11-24',
  });
  expect(
    found
      .filter(({ code }) => !WHOLE.includes(code))
      .map(({ line, code, message }) => `${line} ${code} ${message}`),
  ).toEqual([]);
});

test('What plans lack as a whole is reported under names that checks have', () => {
  const codes = hazards.map(({ code }) => code);
  expect(WHOLE.filter((code) => !codes.includes(code))).toEqual([]);
});
