import { readFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { askedOf, mayShowOnBoard, type SharedQuestion } from '../../src/poll/question.ts';
import type { OptionShare, Published } from '../../src/poll/disclose.ts';
import { measureBoard } from '../../src/print/measure-board.ts';
import { axeFindings, rest } from './axe-findings.ts';
import { driveBoard, type BoardDriver } from './board-driver.ts';
import { openBoardSite, type BoardSite } from './board-site.ts';

const { lesson } = readLesson(
  'kinds-lesson',
  readFileSync(new URL('kinds-lesson.md', import.meta.url), 'utf8'),
);
const deck = deckOf(lesson, null);

let site: BoardSite;
let context: BrowserContext;
let board: Page;
let driver: BoardDriver;

test.describe.configure({ mode: 'serial' });
// One board for all tests: each sends it the state that it is about.
test.beforeAll(async ({ browser }) => {
  site = await openBoardSite(deck);
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const beside = await context.newPage();
  await beside.goto(site.beside);
  driver = await driveBoard(beside, deck);
  board = await context.newPage();
  await board.goto(site.board);
  await board.getByRole('button', { name: 'Start the board' }).click();
});
test.afterEach(() => board.emulateMedia({ forcedColors: null, reducedMotion: null }));
test.afterAll(async () => {
  await context.close();
  await site.close();
});

function shared(id: string): SharedQuestion {
  const found = lesson.questions.filter(mayShowOnBoard).find((one) => one.id === id);
  if (!found) throw new Error(`Cannot find question ${id}`);
  return found;
}

async function show(id: string, shares: readonly OptionShare[] | 'too-few'): Promise<void> {
  const question = shared(id);
  const why = {
    right: question.tag === 'knowledge' ? question.right : [],
    explanation: question.explanation,
  };
  const each = Object.fromEntries(question.options.map((one, at) => [one.id, shares[at] ?? null]));
  const published =
    shares === 'too-few'
      ? { rung: 'too-few', ...why }
      : question.picks === 'several'
        ? { rung: 'each', shares: each, turnout: 30, ...why }
        : { rung: 'bands', bands: each, turnout: 30, ...why };
  const slide = deck.slides.find((one) => one.kind === 'poll' && one.question === id);
  const poll = {
    state: 'shown',
    question: askedOf(question),
    round: 1,
    published: published as Published,
  } as const;
  await driver.state({
    slide: slide?.id ?? '',
    step: slide?.steps ?? 0,
    room: { code: 'BKT472', address: '', poll },
  });
  await expect(result()).toBeVisible();
}

async function ask(id: string): Promise<void> {
  const slide = deck.slides.find((one) => one.kind === 'poll' && one.question === id);
  await driver.state({ slide: slide?.id ?? '', step: slide?.steps ?? 0 });
  await expect(board.locator('section.present .ask')).toBeVisible();
}

const result = () => board.locator('section.present .answer');

const FOUR = ['few-or-none', 'about-two-fifths', 'about-two-fifths', 'about-a-sixth'] as const;
const kinds: readonly (readonly [string, readonly OptionShare[], RegExp])[] = [
  ['how-much', FOUR, /About two fifths chose B, and about two fifths C\./],
  ['who-can-help', FOUR, /Chosen by/],
  [
    'how-hard',
    ['few-or-none', 'about-a-quarter', 'about-half', 'about-a-quarter', 'few-or-none'],
    /About half chose 3\./,
  ],
  ['only-strangers', ['about-two-thirds', 'about-a-third'], /About two thirds said it’s a myth\./],
];

for (const [id, shares, words] of kinds) {
  test(`The result of ${id} has words first, a letter in each row, and blocks as wide as the slide`, async () => {
    await show(id, shares);
    await rest(board);
    await expect(result()).toContainText(words);
    await expect(result().locator('.disc')).toHaveCount(shares.length);
    const rows = await result()
      .locator('.blocks')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(rows).toHaveLength(shares.length);
    expect(Math.min(...rows)).toBeGreaterThan(1100);
    expect(await measureBoard(board)).toEqual([]);
    expect(await axeFindings(board, 'section.present')).toEqual([]);
  });
}

test('Blocks fade in within a fifth of a second, and not at all where motion is reduced', async () => {
  const seconds = () =>
    result()
      .locator('.blocks')
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).animationDuration));
  await show('how-much', FOUR);
  expect(await seconds()).toBeGreaterThanOrEqual(0.16);
  expect(await seconds()).toBeLessThanOrEqual(0.2);
  await board.emulateMedia({ reducedMotion: 'reduce' });
  expect(await seconds()).toBe(0);
});

test('In forced colours full blocks differ from empty ones, and the right answer is marked by its shape and words', async () => {
  await board.emulateMedia({ forcedColors: 'active' });
  await show('only-strangers', ['about-two-thirds', 'about-a-third']);
  const colours = await result()
    .locator('.blocks')
    .first()
    .locator('i')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(colours.slice(0, 8)).size).toBe(1);
  expect(colours[8]).not.toBe(colours[0]);
  await expect(result().getByRole('img', { name: 'right' })).toHaveCount(1);
});

test('Where too few answered the board says what to talk about, and shows no empty result', async () => {
  await show('how-much', 'too-few');
  await expect(result()).toContainText('In pairs: why might someone pick each answer?');
  await expect(result()).toContainText('Too few took part');
  await expect(result().locator('.blocks')).toHaveCount(0);
  await rest(board);
  expect(await measureBoard(board)).toEqual([]);
});

// Chrome 109 has no subgrid, and Firefox 115 no `:has()` (`src/ui/browsers.ts`).
for (const [what, unknown] of [
  [':has(', ':unknown('],
  ['subgrid', 'unknown'],
] as const) {
  test(`Questions and results are whole in a browser without ${what} @thorough`, async () => {
    await context.unrouteAll();
    await context.route('**/*.css', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(what, unknown) });
    });
    await board.reload();
    await board.getByRole('button', { name: 'Start the board' }).click();
    for (const [id, shares] of kinds) {
      await show(id, shares);
      await rest(board);
      expect([id, await measureBoard(board)]).toEqual([id, []]);
    }
    await ask('sure');
    await rest(board);
    expect(await measureBoard(board)).toEqual([]);
    const steps = await board
      .locator('section.present .disc')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
    expect(new Set(steps).size).toBe(1);
  });
}
