import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../src/cli/build.ts';
import { knownNumbers } from '../../src/help/known-contacts.ts';
import { ask } from './ask.ts';
import { LESSON, openSchool, type School } from './school.ts';

let school: School;
let out: string;
beforeAll(async () => {
  school = await openSchool({ 'lessons/Bad Name.md': '# Hello\n' });
  out = join(mkdtempSync(join(tmpdir(), 'wholeclass-')), 'dist');
  await buildSite({ home: school.home, pages: join(school.home, 'pages'), out });
});
afterAll(async () => {
  await school.close();
  rmSync(join(out, '..'), { recursive: true, force: true });
});

const built = () => readdirSync(out, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));

test('the static site is the pages that the server serves, but that the room runs in the page', async () => {
  for (const path of [
    'index.html',
    `board/${LESSON}/index.html`,
    `print/${LESSON}/worksheet/index.html`,
    `present/${LESSON}/notes.json`,
    'assets/look-2.css',
  ]) {
    const served = (await ask(school.staff + path)).text;
    expect(readFileSync(join(out, path), 'utf8')).toBe(
      served.replace('name="wholeclass-room" content="server"', 'name="wholeclass-room" content="page"'),
    );
  }
});

test('it holds the film that plays and no other file of ours', () => {
  expect(built().filter((path) => path.startsWith('media/') && path.includes('.'))).toEqual([
    'media/little-film/captions.en.vtt',
    'media/little-film/film.mp4',
  ]);
  expect(built().filter((path) => /\.(md|yaml|txt)$/.test(path))).toEqual([]);
  expect(existsSync(join(out, 'lesson', 'Bad Name'))).toBe(false);
});

test('every address in its pages is relative and leads to a file of the site, or rings a number of the list', () => {
  const pages = built().filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(7);
  for (const page of pages) {
    for (const [, address = ''] of readFileSync(join(out, page), 'utf8').matchAll(/ (?:href|src)="(?!#)([^"#?]+)[^"]*"/g)) {
      expect([page, address]).toEqual([page, expect.stringMatching(/^(?:\.{1,2}\/|tel:)/)]);
      const target = join(out, page, '..', address, address.endsWith('/') ? 'index.html' : '');
      const leadsOn = address.startsWith('tel:') ? knownNumbers.has(address.slice('tel:'.length)) : existsSync(target);
      expect([page, address, leadsOn]).toEqual([page, address, true]);
    }
  }
});

test('without a folder of lessons there is no build, and the site of before stays', async () => {
  const home = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  try {
    const making = buildSite({ home, pages: join(school.home, 'pages'), out });
    await expect(making).rejects.toThrow('There is no folder "lessons" here');
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  } finally {
    rmSync(home, { recursive: true });
  }
});
