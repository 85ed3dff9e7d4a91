import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleLesson, picturedExamples } from '../../src/cli/format-pictures.ts';
import { root } from '../../src/cli/root.ts';
import { kinds } from '../../src/questions/kinds.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { slideKinds } from '../../src/slides/kinds.ts';

const examples = picturedExamples(readFileSync(join(root, 'lessons/README.md'), 'utf8'));

test('The page that a teacher reads of the format shows every kind of slide and of question', () => {
  const lessons = examples.map((example) => exampleLesson(example).lesson);
  const slides = new Set(lessons.flatMap((one) => slidesOf(one).map(({ kind }) => kind)));
  expect(slides).toEqual(new Set(Object.keys(slideKinds)));
  const asked = new Set(lessons.flatMap(({ questions }) => questions.map(({ kind }) => kind)));
  expect(asked).toEqual(new Set(Object.keys(kinds)));
});

test.for(examples)('the example of $alt reads without a finding', (example) => {
  const { lesson, problems } = exampleLesson(example);
  expect(problems).toEqual([]);
  expect(slidesOf(lesson)).not.toEqual([]);
});
