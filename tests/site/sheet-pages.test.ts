import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it, test } from 'vitest';
import { buildPages } from '../../src/cli/build-pages.ts';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { openSite, type Site } from '../../src/site/site.ts';
import { today } from '../../src/site/today.ts';
import type { MyLesson } from '../../src/edit/my-lesson.ts';
import { makeMyFile } from '../../src/edit/my-lesson-files.ts';
import { HANDOUT_TEXTS, handoutTextsSchema } from '../../src/outputs/handouts/handout-texts.ts';
import { toPrintSchema } from '../../src/outputs/handouts/to-print-schema.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import './reader-stays.ts';

const root = join(import.meta.dirname, '../..');
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

const built = buildPages();
const partsOf = async (folder: string) => ({
  pages: openPages(await built),
  lessons: openLessons(join(folder, 'lessons')),
  handouts: openHandouts(join(root, 'handouts')),
  media: join(folder, 'media'),
  program: programFacts(),
});

test('A picture of a lesson is looked for where it lies, on every sheet that shows it', async () => {
  const site = openSite({ ...(await partsOf(home)), room: 'page' });
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

test('A handout that is written in a lesson is a sheet of that lesson alone, and one for staff is on no site for everyone', async () => {
  const own = join(home, 'own');
  mkdirSync(join(own, 'lessons'), { recursive: true });
  const lesson = '---\ntitle: Ice\nstage: KS3\nsubject: physics\n---\n\n# Ice\n';
  const slips = ':::: handout\ntitle: Slips\n\nIn {lesson}, I learned: ___\n::::\n';
  const key = ':::: handout\ntitle: Key\naudience: staff\n\nAnswers.\n::::\n';
  writeFileSync(join(own, 'lessons', 'ice.md'), `${lesson}\n${slips}\n${key}`);
  writeFileSync(join(own, 'lessons', 'steam.md'), lesson);
  // A file of its name is no sheet, and hides none.
  mkdirSync(join(own, 'handouts'));
  writeFileSync(
    join(own, 'handouts', 'own-1.md'),
    '---\ntitle: A file\naudience: pupils\n---\n\nWords.\n',
  );
  const parts = { ...(await partsOf(own)), handouts: openHandouts(join(own, 'handouts')) };
  const site = openSite({ ...parts, room: 'page' });
  const pathsOf = async (one: Site) =>
    (await one.paths()).filter((path) => /^print\/[^/]+\/own-/.test(path));
  expect(await pathsOf(site)).toEqual(['print/ice/own-1/index.html', 'print/ice/own-2/index.html']);
  expect(String(await site.read('print/ice/own-1/index.html'))).toContain('In Ice, I learned');
  expect(await site.read('print/steam/own-1/index.html')).toBeNull();
  expect(String(await site.read('print/ice/sheets.json'))).toContain('In Ice, I learned');
  expect(String(await site.read('present/ice/deck.json'))).not.toContain('I learned');
  const open = openSite({ ...parts, room: 'page', forEveryone: true });
  expect(await pathsOf(open)).toEqual(['print/ice/own-1/index.html']);
  expect(await open.read('print/ice/own-2/index.html')).toBeNull();
});

test('A school’s own safeguarding lesson that no lead has reviewed is on no page, sheet or list of a site for everyone', async () => {
  // A build takes a school's lessons from a folder beside the program's, so that none of them is one that ships.
  const place = join(home, 'unreviewed');
  const lessons = join(place, 'lessons');
  mkdirSync(lessons, { recursive: true });
  const head = 'stage: KS3\nminutes: 20\n---\n# On the bus\n\nA story.\n';
  writeFileSync(join(lessons, 'held.md'), `---\ntitle: Held\nsubject: safeguarding\n${head}`);
  writeFileSync(join(lessons, 'bus.md'), `---\ntitle: Bus\nsubject: science\n${head}`);
  const parts = { ...(await partsOf(place)), media: join(home, 'elsewhere', 'media') };
  const paths = await openSite({ ...parts, room: 'page', forEveryone: true }).paths();
  expect(paths.filter((path) => path.includes('/held/'))).toEqual([]);
  expect(paths).toContain('read/bus/index.html');
});

describe('[E12] handouts.json', () => {
  it('gives a lesson of one’s own the same sheets, word for word, as the site has for the same text', async () => {
    const slugs = ['rehearsal', 'which-lands-first'];
    const taught = join(home, 'taught');
    mkdirSync(join(taught, 'lessons'), { recursive: true });
    for (const name of slugs.map((slug) => join('lessons', `${slug}.md`))) {
      copyFileSync(join(root, name), join(taught, name));
    }
    const site = openSite({ ...(await partsOf(taught)), room: 'page' });
    const handouts = v.parse(handoutTextsSchema, await json(site, HANDOUT_TEXTS));
    for (const slug of slugs) {
      const mine: MyLesson = {
        slug,
        text: readFileSync(join(root, 'lessons', `${slug}.md`), 'utf8'),
        ...{ staysSafeguarding: false, review: null, why: null, films: [], handouts },
        pictures: new Map(),
        today: today(),
      };
      const all = v.parse(toPrintSchema, await json(site, 'print.json'));
      const there = all.lessons.find(({ card }) => card.slug === slug);
      const filmless = there?.sheets.filter(({ id }) => id !== 'transcript');
      expect([slug, makeMyFile('print.json', mine).sheets]).toEqual([slug, filmless]);
      const made = makeMyFile('sheets', mine);
      const answers = await site.read(`print/${slug}/answers/index.html`);
      expect(String(answers)).toContain(made['answers']?.['main']);
    }
  });

  it('has nothing that no lesson has, and is on no site that a program serves', async () => {
    const parts = await partsOf(home);
    const texts = v.parse(
      handoutTextsSchema,
      await json(openSite({ ...parts, room: 'page' }), HANDOUT_TEXTS),
    );
    const names = texts.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['answers', 'key-words', 'sorting-cards', 'call-card']),
    );
    expect(names).not.toContain('privacy');
    expect(await openSite({ ...parts, room: 'server' }).read(HANDOUT_TEXTS)).toBeNull();
    expect(
      await openSite({ ...parts, room: 'page', forEveryone: true }).read(HANDOUT_TEXTS),
    ).toBeNull();
  });
});

async function json(site: Site, path: string): Promise<unknown> {
  return JSON.parse(String(await site.read(path)));
}
