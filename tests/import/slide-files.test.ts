import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { toWords } from '../../src/document/to-text.ts';
import { slidesOf, type Lesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openLessons } from '../../src/site/lessons.ts';
import '../site/reader-stays.ts';

const DECK = `---
theme: seriph
title: Tides
---

# Tides

Twice a day

---
src: ./pages/moon.md
---

---

# The end
`;

const MOON = `---
layout: cover
---

# The Moon

It pulls.

<!-- Ask who has seen it by day. -->

---
layout: center
---

# The Sun
`;

const shown = (lesson: Lesson) =>
  slidesOf(lesson).map(({ line, heading, body, notes }) => [
    line,
    heading,
    toWords(body),
    toWords(notes),
  ]);

function read(text: string, files: Readonly<Record<string, string>>) {
  const { lesson, problems } = readLesson('deck', text, { files: new Map(Object.entries(files)) });
  const found = problems.filter(({ code }) => code === 'slide-file');
  return { lesson, problems, found: found.map(({ line, message }) => `${line} ${message}`) };
}

describe('the slides of a file that Slidev’s `src:` names', () => {
  test('take its slide’s place, with their notes and the number of that line', () => {
    const { lesson, found } = read(DECK, { 'pages/moon.md': MOON });
    expect(shown(lesson)).toEqual([
      [6, 'Tides', 'Twice a day', ''],
      [10, 'The Moon', 'It pulls.', 'Ask who has seen it by day.'],
      [11, 'The Sun', '', ''],
      [14, 'The end', '', ''],
    ]);
    expect(found).toEqual([]);
  });

  test('may name further files, from where they lie', () => {
    const { lesson } = read(DECK, {
      'pages/moon.md': '---\nsrc: ./far/sun.md\n---\n\n---\nsrc: ../stars.md\n---\n',
      'pages/far/sun.md': '# The Sun\n',
      'stars.md': '# Stars\n',
    });
    expect(shown(lesson).map(([, heading]) => heading)).toEqual([
      'Tides',
      'The Sun',
      'Stars',
      'The end',
    ]);
  });

  test('are not shown where the slide or the file’s first slide is hidden', () => {
    const hidden = DECK.replace('moon.md\n', 'moon.md\nhide: true\n');
    expect(shown(read(hidden, { 'pages/moon.md': MOON }).lesson).length).toBe(2);
    const first = read(DECK, { 'pages/moon.md': MOON.replace('layout: cover', 'hide: true') });
    expect(shown(first.lesson).map(([, heading]) => heading)).toEqual([
      'Tides',
      'The Sun',
      'The end',
    ]);
  });

  test.each([
    ['./gone.md', 'there is no such file in the lesson’s folder'],
    ['../secret.md', 'it leads out of the lesson’s folder'],
    ['/etc/passwd', 'it leads out of the lesson’s folder'],
    ['https://example.org/a.md', 'it leads out of the lesson’s folder'],
    ['pages/.hidden.md', 'it leads out of the lesson’s folder'],
  ])('%s is an error in words', (path, why) => {
    const { found, lesson } = read(DECK.replace('./pages/moon.md', path), { 'secret.md': '# No' });
    expect(found).toEqual([expect.stringContaining(why)]);
    expect(found[0]).toMatch(/^11 Cannot show the slides of “/);
    expect(shown(lesson).length).toBe(2);
  });

  test('end where files show each other in a ring, or twice each', () => {
    const ring = read(DECK, { 'pages/moon.md': '# The Moon\n\n---\nsrc: ./moon.md\n---\n' });
    expect(ring.found).toEqual([expect.stringContaining('it shows itself')]);
    const twice = (path: string) => `---\nsrc: ${path}\n---\n\n---\nsrc: ${path}\n---\n`;
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`pages/f${at}.md`, twice(`./f${at + 1}.md`)]),
    );
    const { found } = read(DECK, { ...files, 'pages/moon.md': twice('./f0.md') });
    expect(found.some((one) => one.includes('at most 100 files'))).toBe(true);
  });

  test('end where all in all they are longer than a lesson may be', () => {
    const long = `# Ebb\n\n<!-- prettier-${'x'.repeat(950_000)} -->\n`;
    const names = Array.from({ length: 9 }, (_, nth) => `ebb-${nth}.md`);
    const text = `---\ntheme: seriph\ntitle: Tides\n---\n\n# Tides\n${names
      .map((name) => `\n---\nsrc: ./${name}\n---\n`)
      .join('')}`;
    const read = readLesson('tides', text, { files: new Map(names.map((name) => [name, long])) });
    expect(slidesOf(read.lesson).filter(({ heading }) => heading === 'Ebb').length).toBe(8);
    const files = read.problems.filter(({ code }) => code === 'slide-file');
    expect(files.map(({ message }) => message).join()).toContain('all in all');
  });

  test('are checked, and a press writes nothing into the wrong file', () => {
    const text = DECK.replace('title: Tides', 'title: Tides\nsubject: safeguarding');
    const files = {
      'pages/moon.md': '# The Moon\n\nA lesson about sexting.\n\nAsk students to look.\n',
    };
    const { lesson, problems } = read(text, files);
    expect(checkLesson(lesson, text).find(({ code }) => code === 'outdated-term')).toMatchObject({
      line: 12,
    });
    expect(problems.find(({ code }) => code === 'words-for-teacher')).toMatchObject({ line: 12 });
    expect(problems.flatMap(({ fixes }) => fixes ?? [])).toEqual([]);
  });

  test('may tell of safeguarding where nothing else does', () => {
    const files = { 'pages/moon.md': '# The Moon\n\nNudes, and Childline.\n' };
    expect(read(DECK, files).lesson.subject.pack.name).toBe('safeguarding');
    expect(read(DECK, {}).lesson.subject.pack.name).toBe('general');
  });

  test('are no field in code', () => {
    const { lesson } = read(
      DECK.replace(/\n---\nsrc.*\n---\n/, '\n```\n---\nsrc: a.md\n---\n```\n'),
      {},
    );
    expect(shown(lesson).map(([, , words]) => words)).toContain('Twice a day --- src: a.md ---');
  });
});

describe('on a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slide-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  test('are read below the lesson’s folder, again when they change, and never through a link that leads out', async () => {
    write('lessons/tides.md', DECK);
    write('lessons/pages/moon.md', MOON);
    write('secret.md', '# Secret\n');
    const lessons = openLessons(join(folder, 'lessons'));
    const headings = async () =>
      shown((await lessons.one('tides'))?.lesson ?? readLesson('none', '').lesson).map(
        ([, heading]) => heading,
      );
    expect(await headings()).toEqual(['Tides', 'The Moon', 'The Sun', 'The end']);
    write('lessons/pages/moon.md', '# The new Moon\n');
    expect(await headings()).toEqual(['Tides', 'The new Moon', 'The end']);
    rmSync(join(folder, 'lessons/pages/moon.md'));
    symlinkSync(join(folder, 'secret.md'), join(folder, 'lessons/pages/moon.md'));
    expect(await headings()).toEqual(['Tides', 'The end']);
  });
});
