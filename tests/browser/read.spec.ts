import { cpSync, mkdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Step } from '../../src/room/protocol.ts';
import { axeFindings } from './axe-findings.ts';
import { driveBoard } from './board-driver.ts';
import { tabTo } from './hands-free.ts';
import { heading } from './join-page.ts';
import { key } from './lead.ts';
import {
  LESSON,
  openRoom,
  openTaughtSchool,
  type TaughtRoom,
  type TaughtSchool,
} from './taught-school.ts';

const QUESTION = 'how-much-pressure';
let school: TaughtSchool;

test.beforeAll(async () => {
  school = await openTaughtSchool(`read-${test.info().parallelIndex}`);
});
test.afterAll(() => school.kill());

const at = (slide: string, cover: 'none' | 'pause' | 'help' = 'none'): Step => ({
  ...{ type: 'slide', slide },
  stage: { step: 0, cover, film: { order: 0, do: 'none' } },
});

function slide(page: Page, id: string) {
  return page.locator(`[data-slide="${id}"]`);
}

async function showAll(room: TaughtRoom, ...slides: readonly string[]): Promise<void> {
  for (const one of slides) await room.take(at(one));
}

test('A pupil reads along from the page where questions are answered, and leaves with nothing left of the lesson', async ({
  page,
}) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  const room = await openRoom(school, 20);
  await showAll(room, 'pressure-and-who-can-help', 'what-we-agree');
  await page.goto(school.pupils);
  await page.getByLabel('Type the code on the board').fill(room.code);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('link', { name: 'Read along' }).click();
  await expect(slide(page, 'what-we-agree')).toHaveAttribute('aria-current', 'true');
  expect(page.url()).not.toContain(room.code);
  await expect(page.locator('[data-slide]')).toHaveCount(2);

  await room.take(at('who-can-help'));
  await expect(slide(page, 'who-can-help')).toHaveAttribute('aria-current', 'true');
  await expect(slide(page, 'who-can-help')).toBeInViewport();
  await page.getByLabel('Follow the board').uncheck();
  // The page may still be on its gentle way to the slide.
  await expect
    .poll(() =>
      page.evaluate(() => {
        scrollTo({ top: 0, behavior: 'instant' });
        return new Promise((resolve) => setTimeout(() => resolve(scrollY), 100));
      }),
    )
    .toBe(0);
  await room.take(at('question-' + QUESTION));
  await expect(slide(page, `question-${QUESTION}`)).toHaveAttribute('aria-current', 'true');
  expect(await page.evaluate(() => scrollY)).toBe(0);

  await room.take({ type: 'ask', question: QUESTION });
  await expect(page.getByText('This question is open. You can pass.')).toBeVisible();
  await page.getByRole('link', { name: 'Answer it on the other page' }).click();
  await expect(heading(page, 'What puts the most pressure on Sam?')).toBeVisible();
  await page.getByRole('link', { name: 'Read along' }).click();
  await expect(slide(page, 'what-we-agree')).toBeVisible();
  await page.getByRole('button', { name: 'Leave this page' }).click();
  await expect(heading(page, 'You can close this page')).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })))
    .not.toContain(room.code);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByLabel('Type the code on the board')).toBeVisible();
});

test('Pause covers the page, the board’s help opens help on it, and the end leaves help alone', async ({
  page,
}) => {
  const room = await openRoom(school, 20);
  await showAll(room, 'what-we-agree');
  await page.goto(`${school.pupils}read/?code=${room.code}`);
  await expect(slide(page, 'what-we-agree')).toBeVisible();
  await room.take(at('what-we-agree', 'pause'));
  await expect(heading(page, 'Pause and think')).toBeFocused();
  await expect(slide(page, 'what-we-agree')).toHaveCount(0);
  await room.take(at('what-we-agree'));
  await expect(slide(page, 'what-we-agree')).toBeVisible();
  await room.take(at('what-we-agree', 'help'));
  await expect(heading(page, 'You can tell someone')).toBeFocused();
  await expect(
    page.getByText('Childline: chat on childline.org.uk, or call 0800 1111, free'),
  ).toBeVisible();
  await expect(page.getByText('An adult you trust, here or anywhere')).toBeVisible();
  await room.take(at('what-we-agree'));
  await expect(slide(page, 'what-we-agree')).toBeVisible();
  await room.take({ type: 'finish' });
  await expect(heading(page, 'The lesson is over')).toBeVisible();
  await expect(page.getByText('More help, and replies to send, are on the web.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(0);
  await expect(
    page.getByText('Childline: chat on childline.org.uk, or call 0800 1111, free'),
  ).toBeVisible();
});

test('Text, space, letters and colours are chosen by keys, fetch a typeface only then, and are kept over a reload @thorough', async ({
  page,
}) => {
  const fonts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()));
  const room = await openRoom(school, 20);
  await showAll(room, 'pressure-and-who-can-help', 'what-we-agree');
  await page.goto(school.pupils + 'read/');
  await page.getByLabel('Type the code on the board').fill(room.code);
  await key(page, 'Enter');
  await expect(slide(page, 'what-we-agree')).toBeVisible();
  await tabTo(page, 'Text and colours');
  await key(page, 'Enter');
  const size = () => slide(page, 'what-we-agree').evaluate((one) => getComputedStyle(one).fontSize);
  const before = parseFloat(await size());
  await tabTo(page, 'Larger');
  for (const _ of '1234') await key(page, 'Enter');
  expect(parseFloat(await size())).toBe(before * 2);
  expect(fonts).toEqual([]);
  for (const choice of ['Wide', 'Andika', 'Dark']) {
    await page.getByLabel(choice, { exact: true }).check();
  }
  await expect.poll(() => fonts.some((url) => url.includes('andika'))).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await key(page, 'Escape');
  await expect(page.getByRole('group', { name: 'Colours' })).toHaveCount(0);
  await page.reload();
  await expect(slide(page, 'what-we-agree')).toBeVisible();
  expect(parseFloat(await size())).toBe(before * 2);
  await expect(page.locator('html')).toHaveAttribute('data-colours', 'dark');
});

test('Text and colours open in sight wherever the page has scrolled to @thorough', async ({
  page,
}) => {
  for (const size of [
    { width: 1366, height: 641 },
    { width: 820, height: 1180 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(`${school.staff}read/${LESSON}/`);
    await expect(slide(page, 'what-helped')).toBeVisible();
    await page.evaluate(() => scrollTo(0, 2000));
    const scrolled = await page.evaluate(() => scrollY);
    expect(scrolled).toBeGreaterThan(1000);
    // Not click(), which scrolls to what it presses.
    await page
      .getByRole('button', { name: 'Text and colours' })
      .evaluate((button: HTMLElement) => button.click());
    await expect(page.getByRole('region', { name: 'Text and colours' })).toBeInViewport({
      ratio: 1,
    });
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  }
});

test('Staff read the whole lesson without notes, at the board’s slide, and it flows at 320 px and four times the size @thorough', async ({
  page,
  context,
}) => {
  const beside = await context.newPage();
  await beside.goto(`${school.staff}privacy/`);
  const deck = { slug: LESSON, slides: [] } as never;
  const board = await driveBoard(beside, deck);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${school.staff}read/${LESSON}/`);
  await expect(slide(page, 'what-helped')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Read the four lines slowly');
  await board.state({ slide: 'what-helped' });
  await expect(slide(page, 'what-helped')).toHaveAttribute('aria-current', 'true');
  await expect(slide(page, 'what-helped')).toBeInViewport();
  await board.state({ slide: 'what-helped', cover: 'pause' });
  await expect(heading(page, 'Pause and think')).toBeVisible();
  await board.state({ slide: 'what-helped' });
  await expect(slide(page, 'what-helped')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  await page.evaluate(
    (large) => localStorage.setItem('wholeclass.read', large),
    '{"size":4,"spacing":"widest"}',
  );
  await page.reload();
  await expect(slide(page, 'what-helped')).toBeVisible();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('The messages at a stop have faces as high as their names to read, and are black on slides on paper @thorough', async ({
  page,
}) => {
  const lesson = `${LESSON}-in-messages`;
  mkdirSync(`${school.dataDir}/lessons`, { recursive: true });
  cpSync(`lessons/${lesson}.md`, `${school.dataDir}/lessons/${lesson}.md`);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${school.staff}read/${lesson}/`);
  const stop = slide(page, 'stop-the-pressure');
  await expect(stop.getByText('I’d rather not')).toBeVisible();
  const face = await stop.locator('.face').first().boundingBox();
  const name = await stop.locator('.chat__who').first().boundingBox();
  expect(face?.height).toBeLessThanOrEqual((name?.height ?? 0) + 1);

  await page.goto(`${school.staff}print/${lesson}/slides/`);
  const colours = await page
    .locator('.paper-slide .chat--beside p')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
  expect(colours.length).toBeGreaterThan(10);
  expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0)']));
});
