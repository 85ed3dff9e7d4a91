import { expect, it } from 'vitest';
import { lessonTextBlocks } from '../../src/checks/lesson-text-blocks.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

it('checks read no formula as words, and read on around it', () => {
  const text = '---\ntitle: A\n---\n### One\n\nThe area $\\pi r^2$ of a circle.\n\n$$\nx = 2\n$$\n';
  const blocks = lessonTextBlocks(readLesson('a', text).lesson).map((one) => one.text);
  expect(blocks).toEqual(['A', 'One', 'The area   of a circle.']);
});
