import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { comebacks } from '../../../src/outputs/comebacks/comebacks.ts';
import {
  fitPicture,
  lineDrawing,
  rowHeight,
  WORDS,
} from '../../../src/outputs/comebacks/line-picture.ts';
import { drawnPalette } from '../../../src/ui/palette.ts';

const widthOf = (words: string, size: number) => words.length * size * 0.55;

describe('a line’s picture', () => {
  test('has its words in rows that fit, as large as can be', () => {
    expect(fitPicture('No.', widthOf)).toEqual({
      rows: [{ text: 'No.', part: 'first' }],
      size: 170,
    });
    for (const { text } of comebacks) {
      const made = fitPicture(text, widthOf);
      expect(made.rows.map((row) => row.text).join(' ')).toBe(text);
      expect(made.rows.filter((row) => widthOf(row.text, made.size) > WORDS.width)).toEqual([]);
      expect(made.rows.length * rowHeight(made)).toBeLessThanOrEqual(WORDS.height);
    }
  });

  test('has what comes after the first sentence in another colour', () => {
    const { rows } = fitPicture('You asked for a pic. Here’s a potato.', widthOf);
    expect(
      rows
        .filter(({ part }) => part === 'second')
        .map(({ text }) => text)
        .join(' '),
    ).toBe('Here’s a potato.');
  });

  test('has someone on it, in colours that are in the file, and the same each time', () => {
    for (const { text } of comebacks) {
      const svg = lineDrawing(text);
      expect(svg).not.toMatch(/var\(|fill=""|undefined|NaN/);
      expect(svg.length).toBeGreaterThan(500);
      expect(lineDrawing(text)).toBe(svg);
    }
    expect(lineDrawing('Here’s a potato.')).toContain(drawnPalette.get('potato-deep'));
    expect(new Set(comebacks.map(({ text }) => lineDrawing(text))).size).toBeGreaterThan(15);
  });

  test('is in the colours of drawings on pages', () => {
    const css = ['tokens', 'site']
      .map((name) => readFileSync(new URL(`../../../src/ui/${name}.css`, import.meta.url), 'utf8'))
      .join('');
    const shared = [...drawnPalette].filter(([name]) => !name.startsWith('potato'));
    expect(shared.filter(([name, colour]) => !css.includes(`--${name}: ${colour};`))).toEqual([]);
  });
});
