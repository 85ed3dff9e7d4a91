import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import type { Deck } from '../../src/outputs/board/deck.ts';
import { nameDeck } from '../../src/outputs/board/name-deck.ts';
import { chosenOf } from '../thorough.ts';
import { expectBoard, key, onward, startBoard, turnTo, pressStart } from './lead.ts';
import { ownFolder } from './own-folder.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { writeShippedHome } from './taught-school.ts';
import { teachByHands } from './walk-lesson.ts';

/** The lessons of other subjects, each with its title in the library and the word on its title slide. */
const LESSONS = [
  { slug: 'which-lands-first', title: 'Which lands first?', chip: 'Science' },
  { slug: 'did-the-law-change-the-mill', title: 'Did the law change the mill?', chip: 'History' },
  { slug: 'up-and-back-down', title: 'Up 25%, down 25%', chip: 'Mathematics' },
  { slug: 'left-out-of-the-chat', title: 'Left out of the chat', chip: 'PSHE' },
] as const;

/** One in an ordinary run. */
const looked = chosenOf(LESSONS, (_, at) => at === 0);

/** What the safeguarding pack says to a class or to a teacher, and no lesson of another subject may. */
const OF_SAFEGUARDING =
  /Childline|Report Remove|CEOP|999|\bnudes?\b|You can always tell|passes your picture on|a friend under pressure|looks upset|telling you|The question box/i;

let host: StaticHost;
let troubles: string[];

test.use({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });

test.beforeAll(async () => {
  const name = `other-subjects-${test.info().parallelIndex}`;
  const out = ownFolder(name);
  const home = writeShippedHome(
    name,
    looked.map(({ slug }) => slug),
  );
  await buildSite({ home, pages: await buildPages(), out });
  host = await hostFolder(out, '/lessons-site/');
});
test.afterAll(() => host.close());

test.beforeEach(({ context }) => {
  troubles = [];
  context.on('weberror', (error) => void troubles.push(String(error.error())));
  context.on(
    'request',
    (request) => void (request.url().startsWith(host.site) || troubles.push(request.url())),
  );
});
test.afterEach(() => {
  expect(troubles).toEqual([]);
});

/** From the library by the lesson's page to its start panel, where nothing asks for an approval. */
async function openStart(context: BrowserContext, title: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(host.site);
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByText(OF_SAFEGUARDING)).toHaveCount(0);
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await page.getByLabel('How many pupils are here today?').fill('30');
  await expect(page.getByLabel('Who is in the building?')).toHaveCount(0);
  await expect(page.locator('.gates input[type=checkbox]')).toHaveCount(0);
  return page;
}

/** What the lesson's presenter gets, its characters named. */
async function deckAt(slug: string): Promise<Deck> {
  const deck = (await (await fetch(`${host.site}present/${slug}/deck.json`)).json()) as Deck;
  return nameDeck(deck, deck.names);
}

for (const { slug, title, chip } of looked) {
  test(`${title}: taught from the library to its end without an approval, with the chip ${chip} and no word of safeguarding @thorough`, async ({
    context,
  }) => {
    const deck = await deckAt(slug);
    expect(deck.slides.map(({ kind }) => kind)).not.toContain('help');
    await context.clock.install();
    const lesson = await openStart(context, title);
    await pressStart(lesson, 'one');
    await expectBoard(lesson, deck.slides[0]?.id ?? '');
    await expect(lesson.locator('section.present')).toContainText(chip);
    await teachByHands(lesson, deck);
    const boards = await lesson.locator('section[data-slide]').allInnerTexts();
    expect(boards.filter((words) => OF_SAFEGUARDING.test(words))).toEqual([]);
  });

  test(`${title}: its worksheet has tasks of its own, and no word of safeguarding`, async ({
    page,
  }) => {
    await page.goto(`${host.site}print/${slug}/worksheet/`);
    const sheet = page.locator('.sheet--work');
    await expect(sheet.locator('.sheet__part')).not.toHaveCount(0);
    await expect(sheet).not.toContainText(OF_SAFEGUARDING);
    await expect(sheet).not.toContainText('Three kind messages');
  });
}

test('Which lands first?: the film stops before each landing, and the same question is asked again at the end @thorough', async ({
  context,
}) => {
  const presenter = await openStart(context, 'Which lands first?');
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  const next = () => onward(presenter);
  await turnTo(board, 'film-1', next);
  for (const stop of ['two-balls', 'ball-and-feather', 'on-the-moon']) {
    await key(presenter, 'p');
    await expectBoard(board, `stop-${stop}`, 40_000);
    // The board is there first.
    await expect(presenter.getByRole('option', { selected: true })).toContainText('Stop');
    await key(presenter, 'ArrowRight');
  }
  const shown = board.locator('section.present');
  for (let turns = 0; turns < 60; turns += 1) {
    if ((await shown.getAttribute('data-slide')) === 'after-two-balls') break;
    await next();
    await board.waitForTimeout(200);
  }
  await expectBoard(board, 'after-two-balls');
  await expect(board.locator('section.present')).toContainText('Which lands first?');
});
