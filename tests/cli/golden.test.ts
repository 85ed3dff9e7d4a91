import { expect, it } from 'vitest';
import { asShown, compareOutputs } from '../../src/cli/golden.ts';

const styleOf = (name: string) => `<style>${name}</style>`;

it('The golden net names each file that differs, with its first line that does, and what came and went', () => {
  const before = { 'a.html': 'one\ntwo', 'b.html': 'same', 'gone.json': '{}' };
  expect(
    compareOutputs(before, { 'a.html': 'one\ntwo and three', 'b.html': 'same', 'c.html': '' }),
  ).toEqual([
    'differs  a.html, line 2\n    was two\n    is  two and three',
    'new      c.html',
    'missing  gone.json',
  ]);
  expect(compareOutputs(before, before)).toEqual([]);
});

it('The golden net leaves out what scripts and styles are called, and keeps what styles say', () => {
  const page = (script: string, style: string) =>
    `<head>\n<script type="module" crossorigin src="./assets/${script}.js"></script>\n<link rel="modulepreload" href="./assets/x-${script}.js">\n<link rel="stylesheet" crossorigin href="./assets/${style}.css">\n<img src="assets/mark-12345678.svg"></head>`;
  const shown = asShown(page('a-AAAAAAAA', 'look-1'), styleOf);
  expect(shown).toBe(asShown(page('b-BBBBBBBB', 'look-1'), styleOf));
  expect(shown).not.toBe(asShown(page('a-AAAAAAAA', 'look-2'), styleOf));
  expect(shown).toContain('<img src="assets/mark.svg">');
});
