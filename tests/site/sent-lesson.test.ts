import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openReadMemory } from '../../src/lesson/read-memory.ts';
import { asSent, toSend, type SentLesson } from '../../src/site/sent-lesson.ts';
import { anyVersions } from '../lesson/any-changes.ts';
import { runs } from '../thorough.ts';

// As messages between processes go: what is undefined does not go at all.
const passOn = (sent: SentLesson): SentLesson => structuredClone(sent);

test('a lesson arrives as it was read, whatever was sent before it', () => {
  fc.assert(
    fc.property(anyVersions, (texts) => {
      const memory = openReadMemory();
      let here: readonly Block[] = [];
      let there: readonly Block[] = [];
      for (const text of texts) {
        const read = readLesson('any', text, { memory });
        const arrived = asSent(passOn(toSend(read, here)), there);
        expect(arrived).toEqual(readLesson('any', text));
        [here, there] = [read.lesson.blocks, arrived?.lesson.blocks ?? []];
      }
    }),
    runs(300),
  );
});

test('of a block that has not changed only its place is sent', () => {
  const text = '## One (5 min)\nA\n\n## Two (5 min)\nB\n\n## Three (5 min)\nC\n';
  const memory = openReadMemory();
  const { blocks } = readLesson('any', text, { memory }).lesson;
  const changed = readLesson('any', text.replace('\nB\n', '\nD\n'), { memory });
  expect(toSend(changed, blocks).blocks).toEqual([0, changed.lesson.blocks[1], 2]);
});

test('a place where nothing was sent gives no lesson', () => {
  const sent = toSend(readLesson('any', '# One\n'), []);
  expect(asSent({ ...sent, blocks: [3] }, [])).toBeNull();
});
