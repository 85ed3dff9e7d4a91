import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { outlineOf, readFixtures } from './read-fixtures.ts';

for (const { file, fixtures } of readFixtures()) {
  describe(file, () => {
    for (const { sentence, source, wanted } of fixtures) {
      test(sentence, () => expect(outlineOf(readLesson('a-lesson', source))).toEqual(wanted));
    }
  });
}
