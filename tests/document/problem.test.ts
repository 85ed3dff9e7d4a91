import { expect, test } from 'vitest';
import { withinItsLine, withWholeCharacters, type Problem } from '../../src/document/problem.ts';

const problem = (column: number, line = 2): Problem => ({
  code: 'a',
  severity: 'error',
  line,
  column,
  message: 'A',
});
const lines = [{ text: '' }, { text: 'four' }];

test.for([
  ['within its line', 4, 2, 4],
  ['at the end of its line', 5, 2, 5],
  ['one past the end of its line', 6, 2, 1],
  ['at the end of an empty line', 1, 1, 1],
  ['past an empty line', 2, 1, 1],
  ['of a line that there is not', 2, 9, 1],
] as const)('a column %s is one that the line has', ([, column, line, wanted]) => {
  expect(withinItsLine(problem(column, line), lines)).toEqual(problem(wanted, line));
});

test('half a character is left out of a message, and a whole one stays', () => {
  const message = (words: string) => withWholeCharacters({ ...problem(1), message: words }).message;
  expect(message('“a😀')).toBe('“a😀');
  expect(message(`“a${'😀'.slice(0, 1)}…`)).toBe('“a…');
  expect(message(`${'😀'.slice(1)}b`)).toBe('b');
});
