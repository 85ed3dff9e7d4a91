import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { slideKinds } from '../../src/slides/kinds.ts';

const reference = readFileSync(
  new URL('../../.github/docs/lesson-format.md', import.meta.url),
  'utf8',
);
const examples = [...reference.matchAll(/^```markdown\n(.*?)^```$/gms)].map(
  ([, example = '']) => example,
);
const HEAD = '---\ntitle: An example\nfilms: [speech-bubbles]\n---\n';

test('the reference shows a whole lesson, and every kind of slide', () => {
  expect(examples.length).toBeGreaterThan(8);
  const kinds = examples.flatMap((example) =>
    slidesOf(readLesson('example', example).lesson).map(({ kind }) => kind),
  );
  expect(new Set(kinds)).toEqual(new Set(Object.keys(slideKinds)));
});

test.each(examples)('the reference has an example that reads without a problem: %s', (example) => {
  const text = example.startsWith('---\ntitle') ? example : HEAD + example;
  const { lesson, problems } = readLesson('example', text);
  expect(problems.filter(({ code }) => code !== 'film-not-shown')).toEqual([]);
  expect(slidesOf(lesson)).not.toEqual([]);
});

test('the first lesson reads without a problem', () => {
  const text = readFileSync(
    new URL('../../lessons/for-the-whole-world-to-see.md', import.meta.url),
    'utf8',
  );
  expect(readLesson('for-the-whole-world-to-see', text).problems).toEqual([]);
});
