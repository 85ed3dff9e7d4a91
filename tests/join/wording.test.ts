import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wording } from '../../src/pages/join/wording.ts';
import { fillWording, wordings } from '../../src/text/wording.ts';

const folder = new URL('../../src/pages/join/', import.meta.url);
const sources = readdirSync(folder).filter((name) => /\.tsx?$/.test(name) && name !== 'wording.ts');
const codeOf = (path: string) =>
  readFileSync(new URL(path, folder), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
const text = sources.map(codeOf).join('\n');
const views = codeOf('../../room/views.ts');
const masked = [...views.matchAll(/'([^'\n]*(?:pupil|teacher)[^'\n]*)'/g)]
  .map(([, words = '']) => words)
  .filter((words) => words.includes(' '));

test('the pupils’ page says the same in each setting as all other pages, and nothing that it says is forgotten', () => {
  const words = [...text.matchAll(/'([^'\n]*(?:[Pp]upil|[Tt]eacher|School)[^'\n]*)'/g)]
    .map(([, one = '']) => one)
    .filter((one) => /\s/.test(one));
  expect(words.length).toBeGreaterThanOrEqual(8);
  expect(masked.length).toBeGreaterThanOrEqual(2);
  for (const one of [...words, ...masked]) {
    expect(wording(one, 'youth-work')).toBe(fillWording(one, wordings['youth-work']));
    expect(wording(one, '')).toBe(fillWording(one, wordings.school));
    // A word outside braces would stay a school’s.
    expect(wording(one, 'youth-work')).not.toMatch(/[Pp]upil|[Tt]eacher|School/);
  }
  // What is said without being asked for by `wording` would stay a school’s.
  expect(text.match(/>[^<{]*\b(?:teacher|School computers|pupil)\b[^<{]*</g) ?? []).toEqual([]);
});
