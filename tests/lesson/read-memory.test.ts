import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openReadMemory } from '../../src/lesson/read-memory.ts';
import { anyVersions } from './any-changes.ts';
import { runs } from '../thorough.ts';

test('a lesson is read the same whatever is remembered of the texts before it', () => {
  fc.assert(
    fc.property(anyVersions, (texts) => {
      const memory = openReadMemory();
      for (const text of texts) {
        expect(readLesson('any', text, { memory })).toEqual(readLesson('any', text));
      }
    }),
    runs(600),
  );
});

test('a slide that has not changed is not parsed again, and one that moved or has another source is', () => {
  const text = '# One\nWords[^a]\n\n# Two\n- A\n- B\n\n# Three\nMore\n\n[^a]: A source\n';
  const sameAfter = (changed: string) => {
    const memory = openReadMemory();
    const [before, after] = [text, changed].map((one) =>
      slidesOf(readLesson('any', one, { memory }).lesson).map(({ body }) => body),
    );
    return after?.map((body, at) => body === before?.[at]);
  };
  expect(sameAfter(text)).toEqual([true, true, true]);
  expect(sameAfter(text.replace('- A', '- An A'))).toEqual([true, false, true]);
  expect(sameAfter(text.replace('# Two', 'On it\n\n# Two'))).toEqual([false, false, false]);
  expect(sameAfter(text.replace('[^a]:', '[^b]:'))?.[0]).toBe(false);
});

test('a block or a slide that has not changed is the same object as before', () => {
  const text = '## Begin (5 min)\n### One\nA\n\n### Two\nB\n\n## End (5 min)\n### Three\nC\n';
  const memory = openReadMemory();
  const [before, after] = [text, text.replace('\nB\n', '\nD\n')].map(
    (one) => readLesson('any', one, { memory }).lesson,
  );
  const slides = before && slidesOf(before);
  expect(after?.blocks.map((block, at) => block === before?.blocks[at])).toEqual([false, true]);
  expect(after && slidesOf(after).map((slide, at) => slide === slides?.[at])).toEqual([
    true,
    false,
    true,
  ]);
});
