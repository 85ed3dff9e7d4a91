import { expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { readLength, readSpan, lengthsOf } from '../../src/text/minutes.ts';
import { readStage } from '../../src/import/plan/read-fields.ts';

function fieldsOf(...lines: readonly string[]) {
  const { title, stage, minutes, objectives, vocabulary, resources, references } = readLesson(
    'a-lesson',
    lines.join('\n'),
  ).lesson;
  return { title, stage, minutes, objectives, vocabulary, resources, references };
}

test('a plan’s labels and sections give the fields of its lesson', () => {
  expect(
    fieldsOf(
      '# Pressure',
      '**Year group:** 8  ',
      '**Lesson length:** 1 hour',
      'Success criteria:',
      '- I can say no.',
      'Resources: slips, a box',
      '',
      '## Key vocabulary',
      '- **pressure** – pushing someone',
      '## Materials needed',
      'You need:',
      '1. Paper',
      '## National curriculum links',
      'Relationships education',
      '## Starter (5 min)',
      'Listen.',
    ),
  ).toEqual({
    title: 'Pressure',
    stage: 'KS3',
    minutes: 60,
    objectives: ['I can say no.'],
    vocabulary: [{ word: 'pressure', meaning: 'pushing someone' }],
    resources: ['slips, a box', 'Paper'],
    references: ['Relationships education'],
  });
});

test('the head’s fields win over the plan’s', () => {
  expect(
    fieldsOf(
      '---',
      'title: One',
      '---',
      '# Two',
      'Key stage: 4',
      'Title: Three',
      '## Starter (5 min)',
      'a',
    ),
  ).toMatchObject({
    title: 'One',
    stage: 'KS4',
  });
});

test('a section that gives a length or a year is not shown', () => {
  const { lesson } = readLesson(
    'a-lesson',
    '# Pressure\n## Duration\n50 minutes\n## Year group\nYear 10\n## Starter (5 min)\nListen.',
  );
  expect([lesson.minutes, lesson.stage]).toEqual([50, 'KS4']);
  expect(lesson.blocks.flatMap(({ slides }) => slides.map(({ heading }) => heading))).toEqual([
    'Pressure',
    'Starter',
  ]);
});

test('a lesson written for this program keeps what a plan would hide', () => {
  const { lesson } = readLesson(
    'a-lesson',
    '---\ntitle: A\nstage: KS3\n---\n### Overview\nTime: 5 minutes\n### Summary\n**Resources**\n',
  );
  expect(lesson.blocks.flatMap(({ slides }) => slides.map(({ heading }) => heading))).toEqual([
    'Overview',
    'Summary',
  ]);
  expect(lesson.resources).toEqual([]);
});

test.for([
  ['60 minutes', 60],
  ['1 hour', 60],
  ['1 hr 15 mins', 75],
  ['1.5 hours', 90],
  ['45–60 mins', 60],
  ['about half an hour', 30],
  ['5', undefined],
  ['two weeks', undefined],
] as const)('%s is read as a length', ([text, minutes]) => {
  expect(readLength(text)).toBe(minutes);
});

test('times of day and minutes that run on are how long each part is; others are as long as they say', () => {
  const read = (...cells: readonly string[]) => lengthsOf(cells.map(readSpan));
  expect(read('9:00', '9:05', '9.20–9:30')).toEqual([5, 15, 10]);
  expect(read('12:50–1:05', '1:05–1:10')).toEqual([15, 5]);
  expect(read('0–5', '5–15 min')).toEqual([5, 10]);
  expect(read('5–10', '5–10')).toEqual([10, 10]);
  expect(read('5', 'later', '1 hour')).toEqual([5, null, 60]);
});

test.for([
  ['3', 'KS3'],
  ['Key Stage 2', 'KS2'],
  ['Year 9', 'KS3'],
  ['Y10–11', 'KS4'],
  ['5th grade', undefined],
  ['Year 20', undefined],
] as const)('%s is read as a stage', ([text, stage]) => {
  expect(readStage(text)).toBe(stage);
});

test('labels on one line, and tables of what is needed, give fields too', () => {
  expect(
    fieldsOf(
      '# Soil',
      '',
      'Year group: 8 | Duration: 60 minutes | Topic: Soil',
      '',
      '## Key vocabulary',
      '',
      '| Word | Meaning |',
      '|---|---|',
      '| **humus** | dark soil |',
      '',
      '## Resources',
      '',
      '| What | Where |',
      '|---|---|',
      '| Jars | cupboard |',
      '',
      '## Starter (5 min)',
      'Dig.',
    ),
  ).toEqual({
    title: 'Soil',
    stage: 'KS3',
    minutes: 60,
    objectives: [],
    vocabulary: [{ word: 'humus', meaning: 'dark soil' }],
    resources: ['Jars: cupboard'],
    references: [],
  });
});
