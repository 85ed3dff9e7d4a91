import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scaleSlips } from '../../../src/outputs/handouts/scale-slips.ts';
import { inWords } from '../../../src/text/drawing.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

const lessons = join(import.meta.dirname, '../../../lessons');
const SLIP = '<div class="cut__card">';

function slipsOf(text: string): readonly string[] {
  const { questions } = readLesson('a', text).lesson;
  return String(
    scaleSlips(
      questions.filter(({ paired }) => paired),
      inWords,
    ).join(''),
  )
    .split(SLIP)
    .slice(1);
}

function asked(...prompts: readonly string[]): string {
  const scale = (prompt: string, id: number, before: string) =>
    `::: scale q${id} confidence${before}\n${prompt}\n1: Not at all\n5: Very\n:::\n`;
  return `---\ntitle: A\n---\n## Start (3 min)\n${prompts.map((prompt, id) => scale(prompt, id, ' before')).join('')}## End (3 min)\n${prompts.map((_, id) => `::: after q${id}\n:::\n`).join('')}`;
}

describe('slips for the start and the end', () => {
  test.for(['private-stays-private', 'for-the-whole-world-to-see', 'power-and-putting-it-right'])(
    'each slip of %s has both questions on it, as its notes say',
    (slug) => {
      const text = readFileSync(join(lessons, `${slug}.md`), 'utf8');
      const paired = readLesson(slug, text).lesson.questions.filter((question) => question.paired);
      expect(paired).toHaveLength(2);
      const slips = slipsOf(text);
      expect(slips).toHaveLength(6);
      for (const slip of slips) for (const { prompt } of paired) expect(slip).toContain(prompt);
    },
  );

  test('start is on the left and end on the right of every row, three rows to a page', () => {
    const when = slipsOf(asked('One?', 'Two?')).map((slip) => /At the (start|end)/.exec(slip)?.[1]);
    expect(when).toEqual(['start', 'end', 'start', 'end', 'start', 'end']);
  });

  test('a third question, or a long one, has slips of its own on another page', () => {
    expect(slipsOf(asked('One?', 'Two?', 'Three?'))).toHaveLength(12);
    expect(slipsOf(asked('One?', `${'Very long, '.repeat(9)}is it not?`))).toHaveLength(12);
  });

  test('one question alone says to colour one in', () => {
    expect(slipsOf(asked('One?'))[0]).toContain('Colour one in. Fold it.');
    expect(slipsOf(asked('One?', 'Two?'))[0]).toContain('Colour one in for each. Fold it.');
  });
});
