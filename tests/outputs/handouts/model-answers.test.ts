import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { modelAnswers } from '../../../src/outputs/handouts/model-answers.ts';

test('A sentence to finish has the full answer of its notes, and where they have none no claim is made', () => {
  const at = new URL('../../../lessons/up-and-back-down.md', import.meta.url);
  const { lesson } = readLesson('up-and-back-down', readFileSync(at, 'utf8'));
  expect(String(modelAnswers(lesson))).toMatch(
    /does not get back to the start because ….*A full answer: .*the second 25% is of a bigger whole/s,
  );
  const plain = '---\ntitle: A\nsubject: maths\n---\n### Say why\n- It falls because …\n';
  const answers = modelAnswers({
    ...readLesson('a', plain).lesson,
    questions: [],
  });
  expect(String(answers)).toContain('The notes give no answer to this.');
  expect(String(answers)).not.toContain('right answer');
});
