import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHandouts } from '../../src/site/handouts.ts';
import type { Pages } from '../../src/site/pages.ts';
import { openSite } from '../../src/site/site.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import { otherLessons } from './other-subjects.ts';
import { safeguardingIn } from './other-words.ts';
import '../site/reader-stays.ts';

const root = join(import.meta.dirname, '../..');
const media = join(root, 'media');

/** The shells as they are written, before they are built: what is filled in is the site's. */
const pages: Pages = {
  shell: (page) =>
    Promise.resolve(readFileSync(join(root, 'src/pages', page, 'index.html'), 'utf8')),
  asset: () => Promise.resolve(null),
  worker: () => Promise.resolve(null),
  sheet: () => Promise.resolve(null),
  assets: () => Promise.resolve([]),
};

describe.each(otherLessons())('the static site of $slug', ({ slug, lesson, path: written }) => {
  const file = {
    slug,
    path: written,
    plan: null,
    lesson,
    misread: [],
    problems: Promise.resolve([]),
  };
  const site = openSite({
    pages,
    media,
    lessons: {
      all: () => Promise.resolve([file]),
      one: (name) => Promise.resolve(name === slug ? file : null),
    },
    handouts: openHandouts(join(root, 'handouts')),
    room: 'page',
    program: programFacts(),
  });

  test('has nothing of safeguarding on any of its pages, its sheets or its data, nor in the library', async () => {
    const paths = (await site.paths()).filter(
      (path) => path.includes(`/${slug}/`) || path === 'index.html' || path === 'lessons.json',
    );
    for (const page of ['lesson', 'board', 'read', 'present', 'print', 'edit']) {
      expect([page, paths.some((path) => path.startsWith(`${page}/${slug}/`))]).toEqual([
        page,
        true,
      ]);
    }
    const found = await Promise.all(
      paths.map(async (path) => {
        const text = String(await site.read(path));
        return safeguardingIn(text).map((words) => `${path}: ${words}`);
      }),
    );
    expect(found.flat()).toEqual([]);
  });
});
