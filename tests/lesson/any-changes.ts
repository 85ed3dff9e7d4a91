import fc from 'fast-check';
import { anyLesson } from './arbitrary-lesson.ts';

/** Texts one after another, as a lesson is written: two that have nothing to do with each other, then changes of the last, each of which moves one of its lines or takes it out; then the first again. */
export const anyVersions: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    anyLesson,
    anyLesson,
    fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.boolean()), { maxLength: 4 }),
  )
  .map(([first, second, changes]) => {
    const texts = [first, second];
    for (const [from, to, goes] of changes) {
      const lines = (texts.at(-1) ?? '').split('\n');
      const [line = ''] = lines.splice(from % lines.length, 1);
      if (!goes) lines.splice(to % (lines.length + 1), 0, line);
      texts.push(lines.join('\n'));
    }
    return [...texts, first];
  });
