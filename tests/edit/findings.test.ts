import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../src/edit/findings.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

function codesOf(text: string): readonly string[] {
  return findingsOf(readLesson('one', text).problems, text).map(({ code }) => code);
}

describe('what is found in a text that is written', () => {
  test('is no title that its first heading gives, as in a new lesson of a browser', () => {
    const text =
      '---\nstage: KS3\n---\n\n# Why coasts change\n\n## First part (10 min)\n\n### The sea\n';
    expect(readLesson('one', text).problems.map(({ code }) => code)).toContain('no-title');
    expect(codesOf(text)).toEqual([]);
  });

  test('is a title that is nowhere', () => {
    expect(codesOf('---\nstage: KS3\n---\n\nWords alone.\n')).toContain('no-title');
  });
});
