import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { shownPart } from '../../../src/outputs/reading/shown-part.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

const list =
  '<p>First</p><ul><li data-step="1" class="step">one <b>b</b></li><li data-step="2" class="step">two <ul><li>in it</li></ul></li></ul><p>Last</p>';

it('leaves out what comes at a later step, with all that is in it', () => {
  expect(shownPart(list, 0)).toBe('<p>First</p><ul></ul><p>Last</p>');
  expect(shownPart(list, 1)).toBe(
    '<p>First</p><ul><li data-step="1" class="step">one <b>b</b></li></ul><p>Last</p>',
  );
  expect(shownPart(list, 2)).toBe(list);
});

it('leaves out a picture that comes later, and keeps what has no end of its own', () => {
  expect(shownPart('<p>a<br>b<img data-step="1" alt="later"><svg><circle/></svg></p>', 0)).toBe(
    '<p>a<br>b<svg><circle/></svg></p>',
  );
});

it('leaves out everything from a later step that has no end', () => {
  expect(shownPart('<p>a</p><div data-step="1"><p>b', 0)).toBe('<p>a</p>');
});

// What may come a step later, each with the words that tell it from all others.
const PARTS: readonly ((words: string) => string)[] = [
  (words) => `- ${words}`,
  (words) => `- **${words}** and *more*`,
  (words) => `- More\n  - ${words}\n  - More`,
  (words) => `- ![${words}](a/b.svg)`,
  (words) => `- More<br>\n  <sup>${words}</sup> <b>more`,
  (words) => `- A > b & \`</li>\` ${words} <!-- </ul> -->`,
  (words) => `1. More\n\n   > ${words}`,
];

it('has of a lesson’s slide what its steps so far show, and no word of a later one, whatever it is made of', () => {
  const part = fc.constantFrom(...PARTS);
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (parts, inColumns) => {
        const later = parts.map((write, at) => write(`later${at}x`)).join('\n\n');
        const revealed = `::: reveal\n${later}\n:::`;
        const body = inColumns ? `::: columns\n${revealed}\n+++\nbeside\n:::` : revealed;
        const { lesson } = readLesson(
          'a',
          `---\ntitle: A\n---\n### One\n\nbefore\n\n${body}\n\nafter\n`,
        );
        const [slide] = deckOf(lesson, null).slides;
        const steps = slide?.steps ?? 0;
        expect(steps).toBeGreaterThan(0);
        let shown: readonly number[] = [];
        for (let step = 0; step <= steps; step += 1) {
          const html = shownPart(slide?.html ?? '', step);
          const now = parts.map((_, at) => at).filter((at) => html.includes(`later${at}x`));
          // In their order, and no more than the step has.
          expect(now).toEqual(now.map((_, at) => at));
          expect(now.length).toBeLessThanOrEqual(step);
          expect(now.length).toBeGreaterThanOrEqual(shown.length);
          expect(html).toContain('before');
          shown = now;
        }
        expect(shown).toHaveLength(parts.length);
      },
    ),
    { numRuns: 60 },
  );
});
