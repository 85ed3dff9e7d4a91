import { describe, expect, test } from 'vitest';
import { changesOfSlides, wordChanges } from '../../src/review/word-changes.ts';

describe('what changed in words', () => {
  const inMarks = (before: string, after: string) =>
    wordChanges(before, after)
      .map(({ is, words }) => (is === 'same' ? words : `${is === 'added' ? '+' : '-'}[${words}]`))
      .join(' ');

  test.for([
    ['Tell an adult you trust.', 'Tell an adult.', 'Tell an -[adult you trust.] +[adult.]'],
    ['', 'New words', '+[New words]'],
    ['Old words', '', '-[Old words]'],
    ['The same\nlines', 'The same\nlines', 'The same\nlines'],
    ['Ask Sam. Wait.', 'Ask Sam softly. Wait.', 'Ask -[Sam.] +[Sam softly.] Wait.'],
    ['', '', ''],
  ] as const)('between %j and %j', ([before, after, marked]) => {
    expect(inMarks(before, after)).toBe(marked);
  });

  test('is everything, at once, in texts that are longer than any slide', () => {
    const long = (word: string) => Array.from({ length: 2_000 }, () => word).join(' ');
    expect(wordChanges(long('old'), long('new')).map(({ is }) => is)).toEqual(['removed', 'added']);
  });

  test('is found on a slide that moved, and a slide that is like none is new', () => {
    const reviewed = { words: ['Title', 'Who can help you today', 'What Sam asked'], gone: [1, 2] };
    const now = { words: ['Title', 'What Alex asked', 'Glaciers melt'], added: [1, 2] };
    const changes = changesOfSlides(reviewed, now);
    expect(changes.get(1)?.map(({ is, words }) => [is, words])).toEqual([
      ['same', 'What'],
      ['removed', 'Sam'],
      ['added', 'Alex'],
      ['same', 'asked'],
    ]);
    expect(changes.get(2)).toEqual([{ is: 'added', words: 'Glaciers melt' }]);
  });
});
