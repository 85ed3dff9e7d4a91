import { describe, expect, test } from 'vitest';
import { enterKey } from '../../src/edit/enter-key.ts';

const atEnd = (line: string, ...below: string[]) => enterKey(line, line.length, below);

describe('Enter in a lesson’s text', () => {
  test.for([
    ['- Wood', '\n- '],
    ['  * Wood', '\n  * '],
    ['9. Wood', '\n10. '],
    ['- [x] It is less dense', '\n- [ ] '],
  ])('goes on with a list: %s', ([line = '', insert]) => {
    expect(atEnd(line)).toMatchObject({ is: 'put', insert });
  });

  test('divides a point where the cursor is', () => {
    expect(enterKey('- Wood and iron', 6, [])).toEqual({
      is: 'put',
      from: 6,
      to: 6,
      insert: '\n- ',
    });
  });

  test('ends a list at a point without words', () => {
    expect(atEnd('- ')).toEqual({ is: 'put', from: 0, to: 2, insert: '\n' });
    expect(atEnd('- [ ] ')).toEqual({ is: 'put', from: 0, to: 6, insert: '\n' });
  });

  test('begins a line elsewhere, and before the words of a point', () => {
    for (const line of ['Words', '### What floats?', '---', '-Wood', '']) {
      expect([line, atEnd(line)]).toEqual([line, null]);
    }
    expect(enterKey('- Wood', 0, [])).toBeNull();
  });

  test('goes from a heading to the words below it that wait to be typed over, and from these to the next', () => {
    const heading = '### What floats?';
    const taken = atEnd(heading, '', '- A point', '- Another point');
    const text = `${heading}\n\n- A point\n- Another point`;
    expect(taken?.is).toBe('take');
    expect(text.slice(taken?.from, taken?.to)).toBe('A point');
    expect(atEnd('- Wood', '- Another point')).toEqual({ is: 'take', from: 9, to: 22 });
    expect(atEnd('- Wood', '- Iron')).toMatchObject({ is: 'put' });
  });

  test('leaves a word alone that may be its author’s own', () => {
    expect(atEnd('Put them in order', '', '1. First')).toBeNull();
  });
});
