import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildPages } from '../../src/cli/build-pages.ts';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { openSite } from '../../src/site/site.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import './reader-stays.ts';

const home = mkdtempSync(join(tmpdir(), 'wholeclass-sheets-'));
afterAll(() => rmSync(home, { recursive: true }));
mkdirSync(join(home, 'lessons'));
writeFileSync(
  join(home, 'lessons', 'pictured.md'),
  `---
title: In pictures
subject: safeguarding
stage: KS2
---
### Sort these
::: cards
### Kept
- ![A jar](jar.svg) A jar
### Not kept
- A promise
:::

Notes:
Hold up the jar. ![The jar](jar.svg)

### What now?
![A letter](jar.svg) In a line of words.
`,
);

test('A picture of a lesson is looked for where it lies, on every sheet that shows it', async () => {
  const site = openSite({
    pages: openPages(await buildPages()),
    lessons: openLessons(join(home, 'lessons')),
    handouts: openHandouts(join(import.meta.dirname, '../../handouts')),
    media: join(home, 'media'),
    room: 'page',
    program: programFacts(),
  });
  const sheets = (await site.paths()).filter((path) => /^print\/pictured\/.*\.html$/.test(path));
  const found: string[] = [];
  for (const path of sheets) {
    for (const [, src = ''] of String(await site.read(path)).matchAll(
      /<img\b[^>]*\bsrc="([^"]*)"/g,
    )) {
      found.push(`${path.split('/')[2]} ${new URL(src, `https://a.example/${path}`).pathname}`);
    }
  }
  expect(new Set(found.map((one) => one.split(' ')[1]))).toEqual(new Set(['/media/jar.svg']));
  expect(new Set(found.map((one) => one.split(' ')[0]))).toEqual(
    new Set(['notes', 'slides', 'worksheet', 'sorting-cards', 'answers', 'for-parents']),
  );
});
