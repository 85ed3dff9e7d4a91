import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pressStart } from './lead.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { importFile } from '../../src/cli/import.ts';
import type { Deck } from '../../src/outputs/board/deck.ts';
import { docx, item, lines, paragraph, picture, pptx, shape } from '../open/make-office.ts';
import { PNG } from '../open/small-pictures.ts';
import { chosenOf } from '../thorough.ts';
import { ownFolder } from './own-folder.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { writeHomeWith } from './taught-school.ts';
import { teachByHands } from './walk-lesson.ts';

let host: StaticHost;

test.use({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });

test.beforeAll(async () => {
  const work = ownFolder(`import-${test.info().parallelIndex}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const plan = docx(
    paragraph('Light in water', 'Titel') +
      paragraph('Objectives', 'H1') +
      item('Say what happens to light in water.') +
      paragraph('Starter (10 min)', 'H1') +
      paragraph('Hand out the jars. Last time two were broken.') +
      paragraph(picture('p', 'A pencil in a glass')) +
      paragraph('Questions', 'H1') +
      item('Why does the pencil look bent?'),
    { parts: { 'word/media/glass.png': PNG }, related: { p: ['image', 'media/glass.png'] } },
  );
  const slides = pptx([
    { shapes: shape('ctrTitle', lines(['Volcanoes'])), notes: lines(['Greet them at the door.']) },
    {
      shapes: shape('title', lines(['What is lava?'])) + shape('body', lines(['Molten rock'])),
      notes: lines(['Ask the back row.']),
    },
  ]);
  const own = join(work, 'lessons');
  const { log } = console;
  console.log = () => undefined;
  for (const [name, bytes] of [
    ['Light in water.docx', plan],
    ['Volcanoes.pptx', slides],
  ] as const) {
    writeFileSync(join(work, name), bytes);
    expect(await importFile([join(work, name), '--into', own])).toBe(0);
  }
  // As its author publishes it.
  for (const file of readdirSync(own).filter((one) => one.endsWith('.md'))) {
    const text = readFileSync(join(own, file), 'utf8');
    expect(text).toContain('\ndraft: yes\n');
    writeFileSync(join(own, file), text.replace('draft: yes\n', ''));
  }
  console.log = log;
  const out = join(work, 'site');
  const home = writeHomeWith('layouts');
  await buildSite({ home, pages: await buildPages(), out, lessonsDir: own });
  host = await hostFolder(out, '/lessons-site/');
});
test.afterAll(() => host.close());

for (const { slug, title, seen, notes } of chosenOf(
  [
    {
      slug: 'light-in-water',
      title: 'Light in water',
      seen: ['Say what happens to light in water.', 'Starter', 'Why does the pencil look bent?'],
      notes: /Hand out|broken/,
    },
    {
      slug: 'volcanoes',
      title: 'Volcanoes',
      seen: ['Volcanoes', 'What is lava?', 'Molten rock'],
      notes: /Greet|back row/,
    },
  ],
  ({ slug }) => slug === 'light-in-water',
)) {
  test(`${title}: a file of Word or PowerPoint is taught from its first slide to its end, without its notes on the board @thorough`, async ({
    page,
  }) => {
    const deckFile = await (await fetch(`${host.site}present/${slug}/deck.json`)).text();
    const deck = JSON.parse(deckFile) as Deck;
    await page.clock.install();
    await page.goto(host.site);
    await page.getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('link', { name: 'Teach this lesson' }).click();
    await page.getByLabel('How many pupils are here today?').fill('30');
    await pressStart(page, 'one');
    await teachByHands(page, deck);
    const shown = (await page.locator('section[data-slide]').allInnerTexts()).join('\n');
    for (const words of seen) expect(shown).toContain(words);
    expect(shown).not.toMatch(notes);
    expect(deckFile).not.toMatch(notes);
    const pictures = page.locator(`section[data-slide] img[src*="${slug}/"]`);
    await expect(pictures).toHaveCount(slug === 'light-in-water' ? 1 : 0);
  });
}
