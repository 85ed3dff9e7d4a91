import { expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const play =
  'Lady Macbeth calls him a coward, and he carries out the murder in the night while the king is asleep. '.repeat(
    10,
  );
const asked =
  'Why did she give in? Whose fault is it? What should he have done? He was foolish. Most pupils blame her.';

function codes(text: string): readonly string[] {
  const source = `---\ntitle: A plan\nstage: KS3\n---\n\n# A plan\n\n${text}\n`;
  const found = checkLesson(readLesson('a-lesson', source).lesson, source);
  return found
    .filter(({ line, code }) => line > 1 && code !== 'reading-age')
    .map(({ code }) => code);
}

test('What blames a child in a lesson on staying safe is an ordinary question in one on a play', () => {
  expect(codes(`${play}\n\n${asked}`)).toEqual([]);
});

test.each([
  'If something like this worries you, Childline listens.',
  'He asks her for a selfie.',
  '::: help\n:::',
  'Today: peer pressure',
])('A lesson on staying safe is known by any word of it: %s', (words) => {
  expect(codes(`${play}\n\n${words}\n\n${asked}`)).toContain('blaming-wording');
});

test('A text too short to say what it is about is checked', () => {
  expect(codes(asked)).toContain('blaming-wording');
});
