import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { openSite } from '../../src/site/site.ts';
import { writeSchool } from '../server/school.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import './reader-stays.ts';

const home = mkdtempSync(join(tmpdir(), 'wholeclass-watched-'));
const sheet = (about: string, inner: string) => `---
title: A sheet
about: ${about}
audience: staff
for: the school
copies: one
pile: desk
version: 1
reviewed: 2026-11-26
---

# A sheet

${inner}
`;
writeSchool(home, {
  'lessons/messages.md':
    '---\ntitle: Messages\nstage: KS3\n---\n\n# Messages\n\n## Talk (5 min)\n### What it is about\nA word about\nnudes.\n',
  'handouts/for-it.md': sheet('For IT', '::: watched words\n:::'),
  'handouts/steps.md': sheet('What to do', 'Somebody speaks of\nblackmail.'),
});
afterAll(() => rmSync(home, { recursive: true }));

const handouts = openHandouts(join(home, 'handouts'));
const parts = {
  pages: openPages(join(home, 'pages')),
  lessons: openLessons(join(home, 'lessons')),
  media: join(home, 'media'),
  room: 'server',
  program: programFacts(),
} as const;

const plain = (made: Buffer | null) =>
  String(made)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test.for(['privacy', 'print/for-it'])(
  '%s tells IT the words of lessons and of handouts, those that begin a line too',
  async (page) => {
    const words = plain(await openSite({ ...parts, handouts }).read(`${page}/index.html`));
    expect(words).toContain('Messages nudes');
    expect(words).toContain('Handouts, whatever the lesson blackmail');
  },
);

test('a page that says no such words reads no lesson and no handout for them', async () => {
  const none = () => Promise.reject(new Error('Nobody asked for every handout'));
  const site = openSite({ ...parts, handouts: { ...handouts, all: none } });
  expect(plain(await site.read('room-check/index.html'))).toContain('on port 80');
  expect(plain(await site.read('print/steps/index.html'))).toContain('blackmail');
  await expect(site.read('print/for-it/index.html')).rejects.toThrow('Nobody asked');
});
