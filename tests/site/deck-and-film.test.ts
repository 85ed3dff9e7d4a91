import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { buildPages } from '../../src/cli/build-pages.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { openSite } from '../../src/site/site.ts';
import './reader-stays.ts';

const home = mkdtempSync(join(tmpdir(), 'wholeclass-deck-'));
afterAll(() => rmSync(home, { recursive: true }));
const clip = join(home, 'media', 'clip');

const TEXT = `---
title: Counting
subject: general
films: [clip]
---

# Counting

::: film
:::

### Stop first-stop

What do you see?
`;

const deckSchema = v.object({ film: v.nullable(v.object({ title: v.string() })) });

test('The deck of a lesson that has not changed is of the film as it lies there now', async () => {
  mkdirSync(join(home, 'lessons'));
  writeFileSync(join(home, 'lessons', 'counting.md'), TEXT);
  cpSync(join(import.meta.dirname, '../media/clip'), clip, { recursive: true });
  const site = openSite({
    pages: openPages(await buildPages()),
    lessons: openLessons(join(home, 'lessons')),
    handouts: openHandouts(join(home, 'handouts')),
    media: join(home, 'media'),
    program: programFacts(),
    room: 'page',
  });
  const titleNow = async () => {
    const body = await site.read('present/counting/deck.json');
    return v.parse(deckSchema, JSON.parse(String(body))).film?.title;
  };
  expect(await titleNow()).toBe('Test clip');
  const yaml = readFileSync(join(clip, 'film.yaml'), 'utf8');
  writeFileSync(join(clip, 'film.yaml'), yaml.replace('Test clip', 'Another clip'));
  expect(await titleNow()).toBe('Another clip');
  rmSync(clip, { recursive: true });
  expect(await titleNow()).toBeUndefined();
});
