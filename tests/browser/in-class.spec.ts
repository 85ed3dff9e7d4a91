import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { expectBoard, getReady, key, startBoard, pressStart } from './lead.ts';
import { openTaughtSchool, writeHomeWith, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  school = await openTaughtSchool(
    `in-class-${test.info().parallelIndex}`,
    writeHomeWith('in-class'),
  );
});
test.afterAll(() => school.kill());

async function openBoard(page: Page): Promise<Page> {
  await page.goto(`${school.staff}present/in-class/`);
  await getReady(page);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await board.setViewportSize({ width: 1280, height: 720 });
  await startBoard(board);
  return board;
}

async function turnTo(page: Page, board: Page, slide: string): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) {
    const at = await board.locator('section.present').getAttribute('data-slide');
    if (at === slide) return;
    await key(page, 'ArrowRight');
  }
  await expectBoard(board, slide);
}

const sheets = (page: Page) =>
  page.evaluate(() =>
    [...document.styleSheets].flatMap(
      ({ href }) => /\/((?:maths|lesson-parts)-)/.exec(href ?? '')?.[1] ?? [],
    ),
  );

/** True where formulas have our font. */
const isStyled = (page: Page) =>
  page.evaluate(() => {
    const formula = document.querySelector('math');
    return formula !== null && getComputedStyle(formula).fontFamily.includes('Noto Sans Math');
  });

test('A formula is drawn as MathML, in the font that is loaded for it, on board, presenter, plan and reading view @thorough', async ({
  page,
}) => {
  const board = await openBoard(page);
  await turnTo(page, board, 'the-area-of-a-circle');
  const shown = board.locator('section.present math');
  await expect(shown).toHaveCount(3);
  await expect(shown.last()).toHaveAttribute('display', 'block');
  const isLoaded = (one: Page) =>
    one.evaluate(async () => {
      await document.fonts.ready;
      return document.fonts.check('20px "Noto Sans Math"', 'x√');
    });
  await expect.poll(() => isLoaded(board)).toBe(true);
  expect(await sheets(board)).toEqual(['maths-', 'lesson-parts-']);
  expect(await sheets(page)).toEqual(['maths-', 'lesson-parts-']);
  // The equals signs of aligned lines stand below each other.
  const signs = shown.last().locator('mo', { hasText: '=' });
  const [first, second] = [await signs.nth(0).boundingBox(), await signs.nth(1).boundingBox()];
  expect(Math.abs((first?.x ?? 0) - (second?.x ?? 9))).toBeLessThan(1.5);
  // What stands before them ends where they begin.
  const left = shown.last().locator('mtr > mtd:first-child');
  const ends = await left.evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents([...cell.querySelectorAll('mi, mn')].at(-1) ?? cell);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );
  expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 99))).toBeLessThan(8);
  expect(await axeFindings(board, 'section.present')).toEqual([]);
  for (const address of ['lesson/in-class/', 'read/in-class/']) {
    await page.goto(school.staff + address);
    await expect(page.locator('math')).not.toHaveCount(0);
    await expect.poll(() => isStyled(page)).toBe(true);
  }
});

test('Steps of working come one by one, and code has colours that can be read, in the dark too', async ({
  page,
}) => {
  const board = await openBoard(page);
  await turnTo(page, board, 'solve-it');
  const steps = board.locator('section.present .working li:visible');
  await expect(steps).toHaveCount(0);
  await key(page, ' ');
  await key(page, ' ');
  await expect(steps).toHaveCount(2);
  await turnTo(page, board, 'what-does-it-print');
  await expect(board.locator('section.present .code-comment')).toHaveText('# twice as much');
  expect(await axeFindings(board, 'section.present')).toEqual([]);
  await page.goto(`${school.staff}read/in-class/`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('.code-keyword').first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('Next starts the timer, both windows show the same, and the presenter pauses it and gives a minute more @thorough', async ({
  page,
}) => {
  const board = await openBoard(page);
  await turnTo(page, board, 'talk-in-pairs');
  const clock = board.locator('section.present .timer__clock');
  await expect(clock).toHaveText('2:00');
  const tools = page.getByRole('complementary', { name: 'Timer' });
  await expect(tools).toBeHidden();
  await key(page, ' ');
  await expect(clock).toHaveText(/^1:5\d$/);
  await expect(page.locator('.now .timer__clock')).toHaveText(/^1:5\d$/);
  await tools.getByRole('button', { name: 'Pause' }).click();
  const stopped = await clock.textContent();
  await tools.getByRole('button', { name: 'Add a minute' }).click();
  await expect(clock).toHaveText(`${stopped}`.replace(/^1/, '2'));
  await page.waitForTimeout(1_200);
  await expect(clock).toHaveText(`${stopped}`.replace(/^1/, '2'));
  expect(await axeFindings(board, 'body')).toEqual([]);
  // A board that is loaded again goes on with it.
  await board.reload();
  await startBoard(board);
  await expect(clock).toHaveText(`${stopped}`.replace(/^1/, '2'));
  await tools.getByRole('button', { name: 'Carry on' }).click();
  await expect(clock).not.toHaveText(`${stopped}`.replace(/^1/, '2'));
  await key(page, 'ArrowLeft');
  await expect(clock).toHaveText('2:00');
});

test('A card of a film elsewhere opens from the notes, and a press on the board leads nowhere @thorough', async ({
  page,
}) => {
  const board = await openBoard(page);
  await turnTo(page, board, 'how-tides-work');
  const card = board.locator('section.present .link-card');
  await expect(card).toHaveText(/How tides work\s*YouTube, opens on another site/);
  expect(await axeFindings(board, 'section.present')).toEqual([]);
  const address = board.url();
  await card.locator('a').click();
  await board.waitForTimeout(300);
  expect(board.url()).toBe(address);
  const open = page.locator('.notes').getByRole('link', { name: /How tides work/ });
  await expect(open).toHaveAttribute('href', 'https://www.youtube.com/watch?v=abc');
  await expect(open).toHaveAttribute('target', '_blank');
});

test('A card says that there is no internet, in the notes what to do instead, and is as it was once there is @thorough', async ({
  page,
}) => {
  const board = await openBoard(page);
  await turnTo(page, board, 'how-tides-work');
  const card = board.locator('section.present .link-card');
  const note = page.locator('.notes .link-note');
  await expect(note).not.toContainText('offline');
  await page.context().setOffline(true);
  await expect(card).toContainText('No internet just now: we’ll come back to this.');
  await expect(note).toContainText('You’re offline, so it won’t open now. Say what it shows');
  expect(await axeFindings(board, 'section.present')).toEqual([]);
  await page.context().setOffline(false);
  await expect(card).toHaveText(/How tides work\s*YouTube, opens on another site$/);
  await expect(note).not.toContainText('offline');
});

test('On paper a card has its address written out @thorough', async ({ page }) => {
  await page.goto(`${school.staff}lesson/in-class/`);
  await page.emulateMedia({ media: 'print' });
  const words = await page
    .locator('.link-card a')
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(words).toBe('"https://www.youtube.com/watch?v=abc"');
});

test('Lines of code are marked one group after the other, by ground and bar, and read out @thorough', async ({
  page,
}) => {
  const board = await openBoard(page);
  await turnTo(page, board, 'which-line-does-it');
  const lines = board.locator('section.present .code-line');
  const marked = () =>
    lines.evaluateAll((all) =>
      all.flatMap((line, at) =>
        parseFloat(getComputedStyle(line).borderLeftWidth) > 0 ? [at + 1] : [],
      ),
    );
  await expect.poll(marked).toEqual([1]);
  await key(page, ' ');
  await expect.poll(marked).toEqual([2, 3]);
  await expect(board.locator('section.present .code-step:focus')).toHaveText('lines 2 to 3:');
  const preview = page.locator('.now .code-step:not([data-later])');
  await expect(preview).toHaveCount(1);
  expect(await axeFindings(board, 'section.present')).toEqual([]);
  await key(page, ' ');
  await expect.poll(marked).toEqual([1, 2, 3, 4]);
  await key(page, 'ArrowLeft');
  await expect.poll(marked).toEqual([2, 3]);
});

test('A question has its formulas on the board, before and while it is asked and with its result @thorough', async ({
  page,
}) => {
  const board = await openBoard(page);
  await turnTo(page, board, 'question-half-of-it');
  const formulas = board.locator('section.present :is(h2, ol, ul) math');
  await expect(formulas).toHaveCount(4);
  await page.getByRole('button', { name: 'Ask' }).first().click();
  await expect(board.locator('section.present .slide__foot')).toBeVisible();
  await expect(formulas).toHaveCount(4);
  await expect(page.locator('.now math')).toHaveCount(4);
  expect(await axeFindings(board, 'section.present')).toEqual([]);
});

test('A stop has its thread and its list above what the class does @thorough', async ({ page }) => {
  const board = await openBoard(page);
  await turnTo(page, board, 'stop-what-they-write');
  const slide = board.locator('section.present');
  await expect(slide.locator('.slide__body > .chat .chat__who').first()).toHaveText('Robin');
  const icon = await slide.locator('.slide__foot--talk > svg').boundingBox();
  const list = await slide.locator('.slide__body > ul').boundingBox();
  const talk = await slide.locator('.slide__foot--talk p').boundingBox();
  expect((list?.y ?? 999) + (list?.height ?? 999)).toBeLessThan(icon?.y ?? 0);
  expect(talk?.x ?? 0).toBeGreaterThan((icon?.x ?? 0) + (icon?.width ?? 0));
});

test('Among the small slides of the lesson’s page a thread is as on the board: no frame of paper around a message, nothing cut', async ({
  page,
}) => {
  await page.goto(`${school.staff}lesson/in-class/`);
  const small = page.locator('[data-shown="stop-what-they-write"]');
  await small.scrollIntoViewIfNeeded();
  const thread = small.locator('.chat');
  const [turn, words] = [thread.locator('li').first(), thread.locator('li > p').first()];
  await expect(turn).toHaveCSS('border-top-style', 'none');
  await expect(words).not.toHaveCSS('overflow-x', 'hidden');
  // 36 of 720 in a slide that is small.
  expect(await words.evaluate((one) => parseFloat(getComputedStyle(one).fontSize))).toBeLessThan(9);
});
