import { describe, expect, test } from 'vitest';
import { boardLines, isForSheet, sheetLines } from '../../src/open/sheet-lines.ts';
import { workOf } from '../work-of.ts';

const sheet = (words: string) => sheetLines(words.split('\n'))?.slice(2) ?? null;

describe('a part for the worksheet', () => {
  test.each([
    ['- Ice floats because …', ['- Ice floats because …']],
    ['- Why does it float?', ['- Why does it float?']],
    ['- Draw the rays.\n- Measure them', ['- Draw the rays …', '- Measure them …']],
    ['1. Draw\n   the rays.', ['1. Draw', '   the rays …']],
    ['- Draw the rays (in red …)', ['- Draw the rays (in red …) …']],
    ['Draw the rays.\\\nMeasure them.', ['- Draw the rays. Measure them …']],
    ['**Why does it float?**', ['- **Why does it float?**']],
    ['| a | b |\n| --- | --- |', ['| a | b |', '| --- | --- |']],
  ])('%j is written as items to go on with, or as its table', (words, lines) => {
    expect(sheet(words)).toEqual(lines);
  });

  test.each(['![A jar](a/jar.png)', '~~~\ncode\n~~~', '::: reveal\n- One\n:::', '<b>x</b>', ''])(
    '%j has no place there',
    (words) => expect(sheet(words)).toBeNull(),
  );

  test('says on its slide that it is for the worksheet', () => {
    expect(sheetLines(['- A'])?.slice(0, 2)).toEqual(['On your worksheet:', '']);
  });

  test('is known by an item to go on with, and leaves the sheet without it', () => {
    expect(isForSheet('- Ice floats because …')).toBe(true);
    expect(isForSheet('Ice floats because …')).toBe(false);
    const board = boardLines(['- Ice floats because …', '', 'A pause …']);
    expect(board).toEqual(['- Ice floats because', '', 'A pause …']);
    expect(isForSheet(board.join('\n'))).toBe(false);
  });

  test.each([
    ['- Ice floats\n  because …', '- Ice floats\n  because'],
    ['1. Ice floats\nbecause ...\n2. Or not', '1. Ice floats\nbecause\n2. Or not'],
    ['- Ice\n\n  floats **because …**\n\nWait …', '- Ice\n\n  floats **because**\n\nWait …'],
  ])('is known by the last line of its item: %j', (words, board) => {
    expect(isForSheet(words)).toBe(true);
    expect(boardLines(words.split('\n')).join('\n')).toBe(board);
    expect(isForSheet(board)).toBe(false);
  });

  test.each(['- Ice floats …\n  on water', '- Ice\n\nfloats because …', '- Ice (and so on …)'])(
    'is none by what ends no item: %j',
    (words) => {
      expect(isForSheet(words)).toBe(false);
      expect(boardLines(words.split('\n')).join('\n')).toBe(words);
    },
  );

  test('is left with a line of 100,000 blanks in a time that grows with it, and no faster', () => {
    const item = `- Ice${' '.repeat(100_000)}floats`;
    expect(workOf(() => expect(boardLines([item])).toEqual([item]))).toBeLessThan(1000);
  });
});
