import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openReadMemory } from '../../src/lesson/read-memory.ts';
import { anyLesson } from './arbitrary-lesson.ts';
import { runs } from '../thorough.ts';

/** A text as it is typed: each change takes out one of its lines, and puts another one there or none. */
const anyChanges = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.boolean()), { maxLength: 4 });

test('a lesson is read the same whatever is remembered of the texts before it', () => {
  fc.assert(
    fc.property(anyLesson, anyLesson, anyChanges, (first, second, changes) => {
      const memory = openReadMemory();
      const texts = [first, second];
      for (const [from, to, goes] of changes) {
        const lines = (texts.at(-1) ?? '').split('\n');
        const [line = ''] = lines.splice(from % lines.length, 1);
        if (!goes) lines.splice(to % (lines.length + 1), 0, line);
        texts.push(lines.join('\n'));
      }
      for (const text of [...texts, first]) {
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
