import { describe, expect, test } from 'vitest';
import { firstWords, shownWords } from '../../src/open/shown-words.ts';
import { workOf } from '../work-of.ts';

describe('the words of a part', () => {
  test('have no marks of Markdown in them', () => {
    expect(shownWords('# **Ice** \\*floats\\*\n- one\n| a | b |\n| --- | --- |')).toBe(
      'Ice *floats*\n• one\na · b',
    );
    expect(shownWords('![A jar](ice/jar.png) and ![](ice/b.png)')).toBe(
      'A picture: A jar and A picture',
    );
    expect(shownWords('[a site](https://example.org) *i* and 2 * 3')).toBe('a site i and 2 * 3');
    expect(shownWords('5*6 is 5**6, *but* **not** (*quite*) ***so***.')).toBe(
      '5*6 is 5**6, but not (quite) so.',
    );
    expect(firstWords('- Ice floats')).toBe('Ice floats');
    expect(firstWords('word '.repeat(40))).toMatch(/^(?:word ){11}wor …$/);
  });

  test.each([
    ['dashes', '-'],
    ['blanks', ' '],
  ])('in a line of 100,000 %s are found in a time that grows with it, and no faster', (_, one) => {
    const line = `${one.repeat(100_000)}x`;
    expect(workOf(() => expect(shownWords(line)).toContain('x'))).toBeLessThan(1000);
  });
});
