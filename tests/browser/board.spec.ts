import { withNames } from '../../src/lesson/names.ts';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { boardStages } from '../../src/outputs/board/board-stages.ts';
import type { BoardState } from '../../src/outputs/board/board-link.ts';
import { JOIN } from '../../src/outputs/board/joining.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { measureBoard } from '../../src/print/measure-board.ts';
import { chosenOf } from '../thorough.ts';
import { axeFindings, rest } from './axe-findings.ts';
import { driveBoard, type BoardDriver } from './board-driver.ts';
import { buildBoardAlone, openBoardSite, type BoardSite } from './board-site.ts';
import { ownFolder } from './own-folder.ts';

const slug = 'for-the-whole-world-to-see';
const { lesson } = readLesson(
  slug,
  readFileSync(new URL(`../../lessons/${slug}.md`, import.meta.url), 'utf8'),
);
const deck = deckOf(lesson, null);

/** Every slide is looked at by axe: half a second each on a machine that has nothing else to do, in milliseconds. */
const LONG = 300_000;

let site: BoardSite;
let beside: Page;
let board: Page;
let driver: BoardDriver;
let troubles: string[];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  site = await openBoardSite(deck);
});
test.afterAll(() => site.close());

test.beforeEach(async ({ context }) => {
  troubles = [];
  beside = await context.newPage();
  await beside.goto(site.beside);
  driver = await driveBoard(beside, deck);
  board = await context.newPage();
  await board.setViewportSize({ width: 1280, height: 720 });
  board.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  board.on('pageerror', (error) => troubles.push(String(error)));
  await board.goto(site.board);
});
test.afterEach(() => expect(troubles).toEqual([]));

async function start(): Promise<void> {
  await board.getByRole('button', { name: 'Start the board' }).click();
  await expectSlide(deck.slides[0]?.id);
}

/** The first question as it is asked of tablets. */
function asTablets(): Partial<BoardState> {
  return (
    boardStages(deck, lesson.questions).find(
      ({ room }) => room?.poll?.state === 'asking' && room.address !== '',
    ) ?? {}
  );
}

async function expectSlide(id: string | undefined): Promise<void> {
  await expect(board.locator(`section.present[data-slide="${id}"]`)).toBeVisible();
}

async function slideInSight(): Promise<string | null> {
  return board.locator('section.present').getAttribute('data-slide');
}

async function expectGood(part = 'section.present'): Promise<void> {
  await rest(board);
  expect(await measureBoard(board)).toEqual([]);
  expect(await axeFindings(board, part)).toEqual([]);
}

test('The board opens on one button, in focus, and names the page', async () => {
  await expect(board.getByRole('button')).toHaveCount(1);
  await expect(board.getByRole('button', { name: 'Start the board' })).toBeFocused();
  await expect(board).toHaveTitle(/Pressure, and who can help/);
  await expectGood('html');
});

// What can be read from the back row is measured by `check --board`, at three sizes and in every state (tests/cli/check-board.test.ts).
test('axe finds nothing on any kind of slide of the lesson', async () => {
  test.setTimeout(LONG);
  await start();
  // All of them in a thorough run, else one of each kind; layouts.spec.ts has one of each layout.
  const kinds = Object.values(Object.groupBy(deck.slides, ({ kind }) => kind));
  const chosen = kinds.map((some) => some?.at(-1));
  for (const { id } of chosenOf(deck.slides, (one) => chosen.includes(one))) {
    await driver.state({ slide: id });
    await expectSlide(id);
    expect(await axeFindings(board, 'section.present'), id).toEqual([]);
  }
});

test('Focus goes to each slide’s heading, and no role or live region reads it twice @thorough', async () => {
  await start();
  await driver.state({ slide: deck.slides[1]?.id ?? '' });
  await expect(board.getByRole('heading', { name: deck.slides[1]?.heading ?? '' })).toBeFocused();
  await expect(board.locator('[role=application], [aria-live]')).toHaveCount(0);
});

test('Help and “Pause and think” cover any slide, and leave it as it was', async () => {
  await start();
  const slide = deck.slides[1]?.id ?? '';
  await driver.state({ slide, cover: 'help' });
  await expect(board.getByText('Childline').first()).toBeVisible();
  await expectGood();
  await driver.state({ slide, cover: 'pause' });
  await expect(board.getByRole('heading', { name: 'Pause and think' })).toBeVisible();
  await expectGood();
  await driver.state({ slide });
  await expectSlide(slide);
});

test('A key in the board’s window asks the presenter, and turns the page only without an answer @thorough', async () => {
  await start();
  await board.keyboard.press('PageDown');
  await expectSlide(deck.slides[1]?.id);
  expect(await driver.messages()).toContainEqual({ type: 'turn', to: 'next', isMain: true });
  await board.keyboard.press('ArrowLeft');
  await driver.state({ slide: deck.slides[3]?.id ?? '' });
  await expectSlide(deck.slides[3]?.id);
  await board.waitForTimeout(1000);
  await expectSlide(deck.slides[3]?.id);
});

test('Without a presenter every key turns one page, however fast they come, and later keys turn at once', async () => {
  await start();
  for (const key of ['PageDown', 'ArrowRight', 'PageDown']) await board.keyboard.press(key);
  await expectSlide(deck.slides[3]?.id);
  await board.keyboard.press('PageUp');
  await board.keyboard.press('PageUp');
  expect(await slideInSight()).toBe(deck.slides[1]?.id);
  // A presenter that is heard again leads again, and no key of before is left over.
  await driver.state({ slide: deck.slides[2]?.id ?? '' });
  await expectSlide(deck.slides[2]?.id);
  await board.keyboard.press('PageDown');
  expect(await slideInSight()).toBe(deck.slides[2]?.id);
  await driver.state({ slide: deck.slides[4]?.id ?? '' });
  await board.waitForTimeout(1000);
  await expectSlide(deck.slides[4]?.id);
});

test('Without a presenter a reload brings the last slide back @thorough', async () => {
  await start();
  await driver.state({ slide: deck.slides[2]?.id ?? '' });
  await expectSlide(deck.slides[2]?.id);
  await beside.close();
  await board.reload();
  await board.getByRole('button', { name: 'Start the board' }).press('Enter');
  await expectSlide(deck.slides[2]?.id);
});

test('A question shows what its room lets it, at every state and on every rung @thorough', async () => {
  test.setTimeout(LONG);
  await start();
  const asked = boardStages(deck, withNames(lesson.questions, lesson.names)).filter(
    ({ room }) => room !== null,
  );
  const seen = new Set<string>();
  for (const { slide, step, room } of asked) {
    await driver.state({ slide, step, room });
    await expectSlide(slide);
    const poll = room?.poll;
    const looks = `${poll?.question.kind} ${poll?.state === 'shown' ? poll.published.rung : poll?.state}`;
    if (!seen.has(looks)) expect(await axeFindings(board, 'section.present'), looks).toEqual([]);
    seen.add(looks);
  }
  const right = asked.findLast(
    ({ room }) => room?.poll?.state === 'shown' && room.poll.published.right.length > 0,
  );
  await driver.state({ slide: right?.slide ?? '', room: right?.room ?? null });
  const mark = board.locator('section.present').getByRole('img', { name: 'right' });
  await expect(mark.first()).toBeVisible();
  await driver.state({
    slide: right?.slide ?? '',
    room: { code: 'BKT472', address: '', poll: null },
  });
  await expect(mark).toHaveCount(0);
});

test('A question that is open is drawn, and once more after the board was loaded again @thorough', async () => {
  const asking = asTablets();
  await start();
  await driver.state(asking);
  await expect(board.locator('section.present .join__code')).toBeVisible();
  await board.reload();
  await board.getByRole('button', { name: 'Start the board' }).press('Enter');
  await expectSlide(asking.slide);
  await expect(board.locator('section.present .join__code')).toBeVisible();
});

for (const [what, script, state, words] of chosenOf(
  [
    ['a question', /poll-panel/, asTablets(), '.join__code'],
    ['the slide to join by', /join-slide/, { ...asTablets(), slide: JOIN }, '.joining__code'],
  ] as const,
  (_, at) => at === 0,
)) {
  test(`A script that does not come once is asked for again, and draws ${what} in the end @thorough`, async () => {
    let refused = 0;
    await board.route(script, (route) => {
      refused += 1;
      return refused === 1 ? route.abort() : route.continue();
    });
    await start();
    await driver.state(state);
    await expect(board.locator(`section.present ${words}`)).toBeVisible();
    expect(refused).toBeGreaterThan(1);
    // What the browser itself says of the one that did not come.
    troubles = troubles.filter((trouble) => !trouble.includes('net::ERR_FAILED'));
  });
}

test('[R19] The widest code and a long one are whole in their panel, beside the question or below it @thorough', async () => {
  test.setTimeout(LONG);
  await start();
  const asking = boardStages(deck, lesson.questions).filter(
    ({ room }) => room?.poll?.state === 'asking' && room.code.length > 6,
  );
  expect(asking.length).toBeGreaterThan(0);
  const both = asking.flatMap((one) =>
    ['BKTHRM472385', 'WWW444'].map((code) => ({ ...one, code })),
  );
  for (const { slide, step, room, code } of both) {
    // What is asked again on a later slide is there in its own round.
    const [round = 1] = deck.slides.flatMap((one) =>
      one.id === slide && one.kind === 'poll' ? one.rounds : [],
    );
    await driver.state({
      slide,
      step,
      room: room?.poll ? { ...room, code, poll: { ...room.poll, round } } : null,
    });
    await expectSlide(slide);
    await expect(board.locator('section.present .join__code')).toHaveText(
      code === 'WWW444' ? 'WWW 444' : 'BKT HRM 472 385',
    );
    const out = await board.locator('section.present').evaluate((shown) => {
      const panel = shown.querySelector('.join')?.getBoundingClientRect();
      const whole = shown.getBoundingClientRect();
      const parts = [...shown.querySelectorAll('.join > p')].map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getBoundingClientRect();
      });
      if (!panel || panel.bottom > whole.bottom + 1) return 'the panel';
      return parts.some(({ right, bottom }) => right > panel.right + 1 || bottom > panel.bottom + 1)
        ? 'a part of it'
        : '';
    });
    expect([slide, out]).toEqual([slide, '']);
  }
});

test('The pictures of later slides are asked for once the board is started, and are all there then @thorough', async ({
  context,
}) => {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const pictures = () => asked.filter((path) => path.startsWith('/media/pictures/'));
  await page.goto(site.board, { waitUntil: 'networkidle' });
  expect(pictures()).toEqual([]);
  await page.getByRole('button', { name: 'Start the board' }).click();
  const shown = page.locator('section[data-slide] img');
  const isThere = (image: Element) => image instanceof HTMLImageElement && image.naturalWidth > 0;
  expect(await shown.count()).toBeGreaterThan(9);
  for (const one of await shown.all()) await expect.poll(() => one.evaluate(isThere)).toBe(true);
  expect(new Set(pictures()).size).toBeGreaterThan(9);
});

test('The first slide costs at most 80 kB compressed, without fonts, in at most 8 requests, and no later slide is laid out before it', async ({
  context,
}) => {
  const alone = await openBoardSite(deck, await buildBoardAlone(ownFolder('board-alone')));
  const page = await context.newPage();
  const answers: Response[] = [];
  page.on('response', (response) => answers.push(response));
  await page.goto(alone.board, { waitUntil: 'networkidle' });
  // On a slow machine the slides are laid out, and their fonts asked for, after a network that was idle.
  await expect(page.getByRole('button', { name: 'Start the board' })).toBeFocused();
  await rest(page);
  expect(answers.length).toBeLessThanOrEqual(8);
  expect(answers.filter((one) => one.url().endsWith('.woff2'))).toHaveLength(2);
  await expect(page.locator('section[data-slide]').filter({ visible: true })).toHaveCount(1);
  const bodies = await Promise.all(
    answers.filter((one) => !one.url().endsWith('.woff2')).map((one) => one.body()),
  );
  await alone.close();
  expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThanOrEqual(80_000);
});
