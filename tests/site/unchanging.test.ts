import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { openSite } from '../../src/site/site.ts';
import { unchanging } from '../../src/site/unchanging.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import { LESSON, writeSchool } from '../server/school.ts';

test('a site that is written at once is the same to the byte, and asks for each lesson, handout and page a single time', async () => {
  const home = mkdtempSync(join(tmpdir(), 'wholeclass-unchanging-'));
  try {
    writeSchool(home);
    const parts = {
      pages: openPages(join(home, 'pages')),
      lessons: openLessons(join(home, 'lessons')),
      handouts: openHandouts(join(home, 'handouts')),
      media: join(home, 'media'),
      room: 'page' as const,
      program: programFacts(),
    };
    const asked: string[] = [];
    const counted = <Of extends readonly string[], Answer>(
      name: string,
      ask: (...of: Of) => Answer,
    ): ((...of: Of) => Answer) => {
      return (...of) => {
        asked.push([name, ...of].join(' '));
        return ask(...of);
      };
    };
    const { lessons, handouts, pages } = parts;
    const site = openSite(
      unchanging({
        ...parts,
        lessons: { all: counted('lessons', lessons.all), one: counted('lesson', lessons.one) },
        handouts: { ...handouts, sheets: counted('sheets', handouts.sheets) },
        pages: { ...pages, shell: counted('shell', pages.shell) },
      }),
    );
    const paths = await site.paths();
    expect(paths).toContain(`print/${LESSON}/worksheet/index.html`);
    const plain = openSite(parts);
    const others: string[] = [];
    for (const path of paths) {
      const [body, known] = [await site.read(path), await plain.read(path)];
      if (body === null || known?.equals(body) !== true) others.push(path);
    }
    expect(others).toEqual([]);
    expect(asked).toEqual(
      expect.arrayContaining(['lessons', `lesson ${LESSON}`, 'sheets', 'shell print']),
    );
    expect(asked.filter((one, at) => asked.indexOf(one) !== at)).toEqual([]);
  } finally {
    rmSync(home, { recursive: true });
  }
});
