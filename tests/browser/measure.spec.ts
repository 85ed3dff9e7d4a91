import { expect, test, type Page } from '@playwright/test';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { measureBoard } from '../../src/print/measure-board.ts';
import { rest } from './axe-findings.ts';
import { driveBoard } from './board-driver.ts';
import { openBoardSite, type BoardSite } from './board-site.ts';

const text =
  '# Hello\n\n### We listen\n\n- One at a time\n- And with **care**<sup>1</sup>\n\n| What | Who |\n|---|---|\n| A word | Sam |\n';
const { lesson } = readLesson('measured', text);
const deck = deckOf(lesson, null);

let site: BoardSite;
let board: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  site = await openBoardSite(deck);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const beside = await context.newPage();
  await beside.goto(site.beside);
  const driver = await driveBoard(beside, deck);
  board = await context.newPage();
  await board.goto(site.board);
  await board.getByRole('button', { name: 'Start the board' }).click();
  await driver.state({ slide: 'we-listen' });
  await expect(board.locator('section.present[data-slide="we-listen"]')).toBeVisible();
  await rest(board);
});
test.afterEach(() => board.evaluate(() => (document.adoptedStyleSheets = [])));
test.afterAll(async () => {
  await board.context().close();
  await site.close();
});

test('A slide that is well measures as well', async () => {
  expect(await measureBoard(board)).toEqual([]);
});

// Each fault is planted on a slide that is well.
for (const [name, at, fault, code] of [
  ['letters of 5% where there should be 6%', 'li', 'font-size: 36px', 'board-small-text'],
  ['letters that a parent makes small', '.slide__body', 'font-size: 0.6em', 'board-small-text'],
  ['the mark of a footnote that is under 5%', 'sup', 'font-size: 30px', 'board-small-text'],
  ['grey letters', 'li', 'color: #777', 'board-contrast'],
  ['letters that are hardly there', 'ul', 'opacity: 0.6', 'board-contrast'],
  ['a dark ground that a parent has', '.slide--text', 'background: #333', 'board-contrast'],
  [
    'a ground with a shade in it',
    'ul',
    'background: linear-gradient(90deg, #fff 0 20%, #456 20%)',
    'board-contrast',
  ],
  [
    'a picture behind letters',
    'h2',
    "background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><rect width='999' height='99'/></svg>\")",
    'board-contrast',
  ],
  ['a list too far down', 'ul', 'translate: 0 500px', 'board-overflow'],
  [
    'a line that does not wrap',
    'li',
    'padding-left: 1000px; white-space: nowrap',
    'board-overflow',
  ],
  ['a box that cuts off what is in it', 'ul', 'height: 60px; overflow: hidden', 'board-overflow'],
  ['letters that run out of their card', 'li', 'background: #fff; height: 20px', 'board-overflow'],
  ['letters on letters', 'li + li', 'margin-top: -80px', 'board-overflow'],
] as const) {
  test(`Finds ${name}`, async () => {
    await board.evaluate(
      (rule) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rule);
        document.adoptedStyleSheets = [sheet];
      },
      `.board .slide--text${at.startsWith('.slide--text') ? '' : ` ${at}`} { ${fault.replaceAll(/(;|$)/g, ' !important$1')} }`,
    );
    expect((await measureBoard(board)).map((misfit) => misfit.code)).toContain(code);
  });
}

test('Waits for a font that the slide is the first to need, however long it takes', async () => {
  await board.route('**/late.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.abort();
  });
  await board.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "@font-face { font-family: Late; src: url('/late.woff2') } @keyframes late { from { font-family: sans-serif } to { font-family: Late, sans-serif } } .board .slide li { animation: late 400ms forwards }",
    );
    document.adoptedStyleSheets = [sheet];
  });
  await measureBoard(board, { contrast: false });
  expect(await board.evaluate(() => document.fonts.status)).toBe('loaded');
});

test('Waits for what still fades or moves, and measures where it comes to rest', async () => {
  await board.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '@keyframes late { from { translate: 0 500px; opacity: 0.2 } } .board .slide ul { animation: late 500ms }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  expect(await measureBoard(board)).toEqual([]);
});

test('Measures the same on screens of any size @thorough', { tag: '@whole' }, async () => {
  for (const size of [
    { width: 1024, height: 768 },
    { width: 1920, height: 1080 },
    { width: 3840, height: 2160 },
  ]) {
    await board.setViewportSize(size);
    expect(await measureBoard(board)).toEqual([]);
  }
});
