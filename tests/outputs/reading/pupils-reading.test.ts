import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse.ts';
import { shownBy, stepsIn } from '../../../src/document/steps.ts';
import { toHtml } from '../../../src/document/to-html.ts';
import { toText } from '../../../src/document/to-text.ts';
import { readLines } from '../../../src/document/lines.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { pupilsReading } from '../../../src/outputs/reading/pupils-reading.ts';
import { anyLesson } from '../../lesson/arbitrary-lesson.ts';
import { runs } from '../../thorough.ts';
import { everyKind } from '../board/lesson.ts';

const place = { names: {}, slide: null, cover: 'none', poll: null } as const;
const HEAD = '---\ntitle: A\n---\n### One\n\n';

/** What pupils read of the first slide at a step. */
function readAt(body: string, step: number): string {
  const { lesson } = readLesson('a', HEAD + body);
  const [slide] = pupilsReading(lesson, null, { ...place, seen: { one: step } }).slides;
  return slide?.html ?? '';
}

describe('what pupils may read of a lesson', () => {
  it('[R16] has the slides that were shown, in the lesson’s order, and no word of another', () => {
    const lesson = everyKind();
    const [first = '', second = ''] = deckOf(lesson, null).slides.map(({ id }) => id);
    const { slides, slide } = pupilsReading(lesson, null, {
      ...place,
      seen: { [second]: 0, [first]: 0, gone: 3 },
      slide: second,
    });
    expect(slides.map(({ id }) => id)).toEqual([first, second]);
    expect(slide).toBe(second);
    expect(JSON.stringify(slides)).not.toContain('Alex');
  });

  it('[R16] is at no slide while the board is at one that the class has not been shown', () => {
    const lesson = everyKind();
    const [first = '', second = ''] = deckOf(lesson, null).slides.map(({ id }) => id);
    const reading = pupilsReading(lesson, null, {
      ...place,
      seen: { [first]: 0 },
      slide: second,
    });
    expect(reading.slide).toBeNull();
  });

  it('[R16] leaves out what comes at a later step, with all that is in it', () => {
    const body = 'First\n\n::: reveal\n- one **b**\n- two\n  - in it\n:::\n\nLast';
    expect(readAt(body, 0)).toMatch(/<p>First<\/p>\s*<ul>\s*<\/ul>\s*<p>Last<\/p>/);
    expect(readAt(body, 1)).toContain('<li data-step="1" class="step">one <strong>b</strong></li>');
    expect(readAt(body, 1)).not.toMatch(/two|in it/);
    expect(readAt(body, 2)).toMatch(/two[^]*in it/);
  });

  it('[R16] tells of a picture in words, since pupils have no way to the file', () => {
    expect(readAt('![Two & {one}](a/b.svg)\n\n![](a/c.svg)', 0)).toContain(
      '<p><span class="picture-words">Picture on the board: Two &amp; {one}</span></p>\n<p></p>',
    );
  });

  it('[R16] takes an attribute in a lesson’s own HTML for no step', () => {
    expect(readAt('<p data-step="1">shown</p>', 0)).toContain('<p>shown</p>');
    expect(readAt('<p class="step">later</p>', 0)).not.toContain('later');
    expect(readAt('A class="step" in words', 0)).toContain('A class="step" in words');
  });
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

it('[R16] pupils read of a slide what its steps so far show, and no word of a later one, whatever it is made of', () => {
  const part = fc.constantFrom(...PARTS);
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (parts, inColumns) => {
        const later = parts.map((write, at) => write(`later${at}x`)).join('\n\n');
        const revealed = `::: reveal\n${later}\n:::`;
        const body = inColumns ? `::: columns\n${revealed}\n+++\nbeside\n:::` : revealed;
        const text = `before\n\n${body}\n\nafter\n`;
        const steps = deckOf(readLesson('a', HEAD + text).lesson, null).slides[0]?.steps ?? 0;
        expect(steps).toBeGreaterThan(0);
        let shown: readonly number[] = [];
        for (let step = 0; step <= steps; step += 1) {
          const html = readAt(text, step);
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
    runs(300, 30),
  );
});

it('a text by its last step is all of it, and by an earlier one the words of no later step', () => {
  fc.assert(
    fc.property(anyLesson, (text) => {
      const { document } = parseDocument(readLines(text), { audience: 'class' });
      const steps = stepsIn(document);
      expect(toHtml(shownBy(document, steps))).toBe(toHtml(document));
      const words = Array.from({ length: steps + 1 }, (_, step) => toText(shownBy(document, step)));
      for (const [step, some] of words.entries()) {
        expect(some.length).toBeLessThanOrEqual(words[step + 1]?.length ?? some.length);
        expect(stepsIn(shownBy(document, step))).toBeLessThanOrEqual(step);
      }
    }),
    runs(1000),
  );
});
