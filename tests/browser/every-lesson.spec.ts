import { fileURLToPath } from 'node:url';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { key, pressStart, sayWhoIsIn } from './lead.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { deckNeedsApproval, deckCares, type Deck } from '../../src/outputs/board/deck.ts';
import { deckOfToday } from '../../src/outputs/board/deck-of-today.ts';
import { nameDeck } from '../../src/outputs/board/name-deck.ts';
import { wholeLesson, writeToday, type Today } from '../../src/lesson/today.ts';
import { WHOLE } from '../../src/lesson/versions.ts';
import { todayKey, versionKey } from '../../src/text/browser-keys.ts';
import { today } from '../../src/site/today.ts';
import { shippedLessons } from '../checks/shipped-lessons.ts';
import { writeReadySchool } from './ready-school.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { writeShippedHome } from './taught-school.ts';
import { teachByHands, walkByKeys, wantedOf } from './walk-lesson.ts';

const SITE = '/lessons-site/';
let host: StaticHost;
let context: BrowserContext;
const troubles: string[] = [];

// One site and one browser’s window for all lessons of a worker: what is loaded once is not loaded again.
test.beforeAll(async ({ browser }) => {
  const out = fileURLToPath(
    new URL(`../../.cache/every-lesson-${test.info().parallelIndex}`, import.meta.url),
  );
  const home = writeShippedHome('every-lesson', taught);
  await buildSite({ home, pages: await buildPages(), out });
  writeReadySchool(out);
  host = await hostFolder(out, SITE);
  context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  });
  context.on('weberror', (error) => void troubles.push(String(error.error())));
  context.on(
    'console',
    (message) => void (message.type() === 'error' && troubles.push(message.text())),
  );
  context.on(
    'request',
    (request) => void (request.url().startsWith(host.site) || troubles.push(request.url())),
  );
});
test.afterAll(async () => {
  await context.close();
  await host.close();
});
test.afterEach(() => {
  expect(troubles.splice(0)).toEqual([]);
});

// All in a thorough run alone: else teach.spec.ts and folder.spec.ts teach one with a film, kinds.spec.ts every kind of question;
// that each lesson's every way leads through all of its slides is in tests/present/every-lesson.test.ts.
const taught = shippedLessons().map(({ slug }) => slug);

for (const slug of taught) {
  test(`${slug} is taught without devices in full, and goes through in every cut @thorough`, async () => {
    const deck = await deckAt(slug);
    const lesson = await open(deck);
    await teachByHands(lesson, deck);
    await lesson.close();
    for (const chosen of waysOf(deck)) {
      const { slides } = deckOfToday(deck, chosen);
      const look = await open(deck, chosen);
      expect(await walkByKeys(look, slides)).toEqual(wantedOf(slides));
      expect(slides.at(-1)?.kind === 'help').toBe(deckCares(deck, 'help slide'));
      await look.close();
    }
  });
}

/** Each session of each cut, as a teacher chooses it for today. */
function waysOf({ cuts, names }: Deck): readonly Today[] {
  return cuts.flatMap(({ name, sessions }) =>
    sessions.map((_, session) => ({ ...wholeLesson(names), cut: name, session })),
  );
}

/** What the lesson's presenter gets, its characters named. */
async function deckAt(slug: string): Promise<Deck> {
  const deck = (await (await fetch(`${host.site}present/${slug}/deck.json`)).json()) as Deck;
  return nameDeck(deck, deck.names);
}

/** From the start panel into the one window that is the board: to teach all of it, or to look at a way through it that is chosen for today. */
async function open(deck: Deck, chosen: Today | null = null): Promise<Page> {
  const { slug, audience } = deck;
  const page = await context.newPage();
  await page.clock.install();
  const { cut, session } = chosen ?? WHOLE;
  const storage = {
    [versionKey(slug, SITE)]: JSON.stringify({ v: 1, cut, session }),
    ...(chosen !== null && { [todayKey(slug, SITE)]: writeToday(chosen, today()) }),
  };
  await page.addInitScript((all) => {
    // A lesson that was taught before in this browser would go on.
    localStorage.clear();
    Object.assign(localStorage, all);
  }, storage);
  await page.goto(`${host.site}present/${slug}/${chosen === null ? '' : '?preview'}`);
  if (chosen !== null) {
    await expect(page.locator('.notes')).toBeVisible();
    await key(page, 'w');
  }
  if (chosen === null) {
    await page.getByLabel(/^How many (pupils|people) are here/).fill('30');
  }
  if (chosen === null && deckNeedsApproval(deck)) {
    await sayWhoIsIn(page);
    for (const tick of await page.locator('.gates input[type=checkbox]').all()) await tick.check();
    if (audience === 'pupils') await expect(page.getByText(/^Approved until/)).toBeVisible();
  }
  await pressStart(page, 'one');
  return page;
}
