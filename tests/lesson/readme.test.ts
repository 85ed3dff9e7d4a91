import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleLesson, picturedExamples } from '../../src/cli/format-pictures.ts';
import { root } from '../../src/cli/root.ts';
import { kinds } from '../../src/questions/kinds.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { slideKinds } from '../../src/slides/kinds.ts';

const folder = join(root, 'lessons');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const examples = picturedExamples(readme);

describe('what a teacher reads of the format first', () => {
  test('leads to the reference', () => {
    expect(readme).toContain('(../.github/docs/lesson-format.md)');
  });

  test('has a picture of each example, drawn small, with words for readers who cannot see it', () => {
    const blocks = readme.match(/^```markdown$/gm) ?? [];
    expect(examples.length).toBe(blocks.length);
    for (const { picture, alt } of examples) {
      const png = readFileSync(join(folder, picture));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([480, 270]);
      expect(png.length).toBeLessThan(40_000);
      expect(alt.length).toBeGreaterThan(15);
    }
    const drawn = readdirSync(join(root, '.github/pictures/format'));
    expect(drawn.toSorted()).toEqual(examples.map(({ picture }) => basename(picture)).toSorted());
  });

  test('shows every kind of slide and of question', () => {
    const lessons = examples.map((example) => exampleLesson(example).lesson);
    const slides = new Set(lessons.flatMap((one) => slidesOf(one).map(({ kind }) => kind)));
    expect(slides).toEqual(new Set(Object.keys(slideKinds)));
    const asked = new Set(lessons.flatMap(({ questions }) => questions.map(({ kind }) => kind)));
    expect(asked).toEqual(new Set(Object.keys(kinds)));
  });
});

test.for(examples)('the example of $alt reads without a finding', (example) => {
  const { lesson, problems } = exampleLesson(example);
  expect(problems).toEqual([]);
  expect(slidesOf(lesson)).not.toEqual([]);
});
