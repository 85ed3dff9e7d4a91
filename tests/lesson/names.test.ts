import { describe, expect, test } from 'vitest';
import { tidyName } from '../../src/document/character-name.ts';
import { fillWords, nameProblem, todaysNames, withNames } from '../../src/lesson/names.ts';

const own = { Sam: 'Sam', Alex: 'Alex' };

describe('names in words', () => {
  test('are filled in at every place, and no other braces are', () => {
    expect(
      fillWords('{Sam}’s phone, {Alex}, {Robin}, {constructor}, { Sam }', {
        Sam: 'Kit',
        Alex: 'Bo',
      }),
    ).toBe('Kit’s phone, Bo, {Robin}, {constructor}, { Sam }');
  });

  test('may be those of each other', () => {
    expect(fillWords('{Sam} {Alex}', { Sam: 'Alex', Alex: 'Sam' })).toBe('Alex Sam');
  });

  test('are filled in throughout a question', () => {
    const question = {
      id: 'how',
      prompt: 'How is {Sam}?',
      options: [{ id: 'a', text: '{Sam} is well' }],
      right: ['a'],
      n: 1,
      none: null,
    };
    expect(withNames(question, { Sam: 'Kit' })).toEqual({
      ...question,
      prompt: 'How is Kit?',
      options: [{ id: 'a', text: 'Kit is well' }],
    });
  });
});

describe('a name for today', () => {
  test.for([
    ['', 'Write a name for Sam.'],
    [
      'Bartholomew Featherstone',
      '“Bartholomew Feathers…” is too long: a name has at most 20 letters.',
    ],
    [
      '<b>Kit</b>',
      '“<b>Kit</b>” has symbols in it: a name is made of letters, spaces, hyphens and apostrophes.',
    ],
    [
      '{Alex}',
      '“{Alex}” has symbols in it: a name is made of letters, spaces, hyphens and apostrophes.',
    ],
    [
      'R2D2',
      '“R2D2” has symbols in it: a name is made of letters, spaces, hyphens and apostrophes.',
    ],
    ['alex', 'Alex is called “alex” as well: the two need different names.'],
  ])('cannot be “%s”', ([name = '', wanted]) => {
    expect(nameProblem('Sam', { ...own, Sam: name })).toBe(wanted);
    expect(todaysNames(own, { Sam: name })).toBeNull();
  });

  test.for(['Kit', 'Zoë', 'O’Neil', "O'Neil", 'Anna-Lee', 'Kim Li', 'Łukasz', 'محمد', 'ਅਮਰ', 'J.'])(
    'can be %s',
    (name) => {
      expect(todaysNames(own, { Sam: name })).toEqual({ ...own, Sam: name.normalize('NFC') });
    },
  );

  test('is tidied', () => {
    expect(tidyName('  Kim \t Li ')).toBe('Kim Li');
  });

  test('is for a character of the lesson, and whatever else is handed in is left out', () => {
    expect(todaysNames(own, { Sam: 'Kit', Robin: 'Bo', Alex: 3, __proto__: null })).toEqual({
      Sam: 'Kit',
      Alex: 'Alex',
    });
    expect(todaysNames(own, null)).toBeNull();
    expect(todaysNames({}, {})).toEqual({});
  });
});
