import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comebacks } from '../../../src/outputs/comebacks/comebacks.ts';
import {
  formatSavedLines,
  lineKey,
  parseSavedLines,
  toggleSavedLine,
} from '../../../src/outputs/comebacks/saved-lines.ts';

describe('the replies that someone saved', () => {
  test('are stored by the key of their words, so that changed words are another reply', () => {
    const saved = toggleSavedLine([], lineKey('lol no'));
    expect(parseSavedLines(formatSavedLines(saved))).toEqual(saved);
    expect(saved).not.toContain(lineKey('lol no!'));
    expect(toggleSavedLine(saved, lineKey('lol no'))).toEqual([]);
  });

  test('have keys that no two replies share', () => {
    expect(new Set(comebacks.map(({ text }) => lineKey(text))).size).toBe(comebacks.length);
  });

  test('of before, stored by their place, become what was at that place then', () => {
    expect(parseSavedLines('["friend-light-1","group-firm-2"]')).toEqual(
      ['lol no', 'Not passing that on. It’s not ours.'].map(lineKey),
    );
  });

  test('of before that a school’s young people wrote become what is at that place now, and go where there is nothing', () => {
    const keyOf = (place: string) => (place === 'own-friend-firm-9' ? lineKey('Nah.') : undefined);
    expect(parseSavedLines('["own-friend-firm-9","own-friend-firm-8"]', keyOf)).toEqual([
      lineKey('Nah.'),
    ]);
  });

  test('are read whatever a browser holds, each once, the newest 200', () => {
    expect(parseSavedLines('{"v":2,"lines":["dc300965","dc300965",7,"<b>","x"]}')).toEqual([
      'dc300965',
    ]);
    expect(parseSavedLines('{"v":3,"lines":["dc300965"]}')).toEqual([]);
    expect(parseSavedLines('["friend-light-0","friend-light-99","constructor-1",7]')).toEqual([]);
    const many = Array.from({ length: 300 }, (_, at) => at.toString(16).padStart(8, '0'));
    expect(parseSavedLines(formatSavedLines(many))).toEqual(many.slice(-200));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) =>
        Array.isArray(parseSavedLines(stored)),
      ),
    );
  });
});
