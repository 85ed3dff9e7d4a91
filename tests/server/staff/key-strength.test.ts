import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { findKeyFault, makeStaffKey } from '../../../src/server/staff/key-strength.ts';

test.each([
  ['swordfish12', 'has 11 characters, it needs 12 to 200'],
  ['x'.repeat(201), 'has 201 characters, it needs 12 to 200'],
  ['aaaaaaaaaaaaa', 'repeats the same few characters'],
  ['wasser-wasser-wasser', 'repeats the same few characters'],
  ['abcabcabcabca', 'repeats the same few characters'],
  ['abcdefghijklmnop', 'follows the keyboard, the alphabet or the numbers'],
  ['9876543210987', 'follows the keyboard, the alphabet or the numbers'],
  ['qwertyuiop123456', 'follows the keyboard, the alphabet or the numbers'],
  ['Poiuytrewq-lkjhgfdsa', 'follows the keyboard, the alphabet or the numbers'],
  ['1qaz2wsx3edc4rfv', 'follows the keyboard, the alphabet or the numbers'],
  ['password1999', 'is made of words that are tried first'],
  ['P@ssw0rd2026!!', 'is made of words that are tried first'],
  ['letmeinletmein', 'repeats the same few characters'],
  ['Winterbourne2026', 'is made of words that are tried first'],
  ['Riverside Academy 2026', 'is made of words that are tried first'],
  ['OakfieldSchool2026!', 'is made of words that are tried first'],
  ['St Marys Primary School', 'is made of words that are tried first'],
  ['our school staff room key', 'is made of words that are tried first'],
  ['Hedgehog 0417', 'is a name and a number'],
  ['wombat tractor', 'has too few words, or no spaces between them'],
  ['hedgehogmeadowlark', 'has too few words, or no spaces between them'],
  ['four words that you made up', 'is an example that is printed for everyone to read'],
  ['Correct-Horse-Battery-Staple', 'is an example that is printed for everyone to read'],
])('“%s” is refused, and the sentence says why without it', (key, fault) => {
  expect(findKeyFault(key)).toContain(fault);
  expect(findKeyFault(key)).not.toContain(key);
});

test.each([
  'kestrel granite osprey',
  'purple elephants juggle slowly',
  'otter-lantern-quartz-badger',
  'hT6$kk2!pqZ1',
  'k7mq-9xwd-3tnp-h4ra',
  'Xk7pQ2mVt9Lz',
  'ключ гранит скопа море',
])('“%s” will do', (key) => {
  expect(findKeyFault(key)).toBe(null);
});

test('each key that is offered will do, and no two are the same', () => {
  const keys = Array.from({ length: 500 }, () => makeStaffKey(randomBytes));
  expect(keys.filter((key) => findKeyFault(key) !== null)).toEqual([]);
  expect([new Set(keys).size, new Set(keys.map((key) => key.split(' ').length))]).toEqual([
    500,
    new Set([6]),
  ]);
});

test('a key that is offered repeats no word, even where chance does', () => {
  let drawn = 0;
  // The first try draws one number again and again.
  const stuck = (count: number) =>
    Buffer.from(Array.from({ length: count }, () => (drawn++ < 6 * 4 ? 7 : (drawn * 37) % 251)));
  const words = makeStaffKey(stuck).split(' ');
  expect(new Set(words).size).toBe(6);
  expect(drawn).toBeGreaterThan(6 * 2);
});

test('a key of the longest length is judged in no time, whatever it is made of', () => {
  for (const piece of ['a', 'ab', 'a1', 'aA', 'qwe', '😀', '$a', '-']) {
    expect(typeof findKeyFault(piece.repeat(200).slice(0, 200))).toBe('string');
  }
});
