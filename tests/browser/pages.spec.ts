import { expect, test, type Page } from '@playwright/test';
import type { ToPrint } from '../../src/outputs/handouts/to-print.ts';
import { htmlFindings } from '../html-findings.ts';
import { chosenOf } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import {
  getReady,
  inMenu,
  goTo,
  key,
  onward,
  pressStart,
  startBoard,
  turnTo,
  untilSettled,
} from './lead.ts';
import { sideways } from './walk-keys.ts';
import { LESSON, openRoom, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 740 };
/** The narrowest window that has to do without scrolling sideways (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

/** The pages that are documents, by their path from the staff door. */
const documents = [
  '',
  'privacy/',
  'privacy/parents/',
  'privacy/it/',
  'comebacks/',
  'help/',
  'help/adults/',
  'parents/',
  'away/',
  'supporters/',
  'room-check/',
  'school/',
  'film/',
  'safeguarding/',
  // Not right after `film/`: to the browser that is the same page, which loads itself again later.
  'film/#new',
  `lesson/${LESSON}/`,
  `read/${LESSON}/`,
  'print/',
  'print/help-card/',
  `print/${LESSON}/worksheet/`,
  `print/${LESSON}/transcript/`,
  `print/${LESSON}/notice/`,
  `print/${LESSON}/delivery-note/`,
  `print/${LESSON}/notes/`,
  `print/${LESSON}/for-parents/`,
  'print/recording-form/',
  'print/data-protection/',
  'print/for-it/',
  'print/for-it-running/',
  'print/promises/',
  'print/question-slips/',
];

let school: TaughtSchool;

test.use({ viewport: LAPTOP });
test.beforeAll(async () => {
  school = await openTaughtSchool(`pages-${test.info().parallelIndex}`);
});
test.afterAll(() => school.kill());

async function expectClean(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}

/** Sheets with other parts than the rest, which are text on paper: cards, tasks with lines to write on, and a form. */
const SHEETS = ['help-card', `${LESSON}/worksheet`, 'recording-form'].map((id) => `print/${id}/`);

/** What pupils and their families read; of staff's pages every other one in an ordinary run. */
const AT_HOME = /^(?:comebacks|help|parents|privacy|away|read)\//;

function isLookedAt(path: string, place: number): boolean {
  if (AT_HOME.test(path)) return true;
  return (!/^print\/./.test(path) || SHEETS.includes(path)) && place % 2 === 0;
}

test('axe finds nothing on any page, and none scrolls sideways in a window 320 px wide', async ({
  page,
}) => {
  test.slow();
  for (const path of chosenOf(documents, isLookedAt)) {
    await page.goto(school.staff + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // Its sheets come later, and what was grey until then takes its colour slowly.
    if (path === 'print/') {
      await expect(page.getByRole('button', { name: 'Print the essentials' })).toBeEnabled();
    }
    for (const size of chosenOf([LAPTOP, PHONE], (one) => one === PHONE)) {
      await page.setViewportSize(size);
      expect.soft([path, size, ...(await axeFindings(page))]).toEqual([path, size]);
    }
    await page.setViewportSize(NARROW);
    expect.soft(await sideways(page), path).toBeLessThanOrEqual(0);
  }
});

test('axe finds nothing on any other sheet of the lesson and of the school @thorough', async ({
  page,
  request,
}) => {
  const all = (await (await request.get(`${school.staff}print.json`)).json()) as ToPrint;
  const sheets = [
    ...all.school,
    ...(all.lessons.find(({ card }) => card.slug === LESSON)?.sheets ?? []),
  ];
  const others = sheets.filter(({ address }) => !documents.includes(address.replace(/[?#].*/, '')));
  expect(others.length).toBeGreaterThan(10);
  for (const { address } of others) {
    await page.goto(school.staff + address);
    // Pieces to cut out have no heading of their own.
    await expect(page.getByRole('main')).toBeVisible();
    expect.soft([address, ...(await axeFindings(page))]).toEqual([address]);
  }
});

test('The start of a lesson and the pupils’ page do not scroll sideways in a window 320 px wide', async ({
  page,
}) => {
  await page.setViewportSize(NARROW);
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await openRoom(school, 1);
  await page.goto(school.pupils);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});

test('axe finds nothing on the presenter in one window @thorough', async ({ page }) => {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
  await expectClean(page);
  await getReady(page);
  await pressStart(page, 'one');
  await turnTo(page, 'what-we-agree', () => onward(page));
  await expectClean(page);
  await turnTo(page, 'question-how-much-pressure', () => onward(page));
  await key(page, 'u');
  await expect(page.getByRole('group', { name: 'Count hands' })).toBeVisible();
  await expectClean(page);
});

/** The presenter with its board in a window of its own, not yet started. */
async function openTwoWindows(page: Page): Promise<Page> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await board.setViewportSize(LAPTOP);
  await expect(page.getByText('On the big screen, press “Start the board”').first()).toBeVisible();
  return board;
}

test('axe finds nothing on the presenter and the board in two windows', async ({ page }) => {
  test.slow();
  const board = await openTwoWindows(page);
  const next = () => key(page, 'ArrowRight');
  // The board’s button, its slides and what covers them are looked at in board.spec.ts.
  await expectClean(page);
  await startBoard(board);
  await turnTo(board, 'what-we-agree', next);
  await expectClean(page);
  await expectClean(board);
  await key(page, 'b');
  await expect(board.getByText('Pause and think')).toBeVisible();
  await expectClean(page);
  await untilSettled(page);
  await key(page, 'b');
  await goTo(page, board, 'film-1');
  await expectClean(page);
  await goTo(page, board, 'question-how-much-pressure');
  await key(page, 'u');
  await expect(page.getByRole('dialog', { name: 'Count hands' })).toBeVisible();
  await expectClean(page);
  await key(page, 'Escape');
  await key(page, 'c');
  await expect(page.getByRole('button', { name: /^Close poll/ })).toBeVisible();
  await expectClean(page);
  await key(page, 'Escape');
  await inMenu(page, 'Finish lesson');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(page.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
  await expectClean(page);
});

test('axe finds nothing on the presenter’s dialogs and its end @thorough', async ({ page }) => {
  test.slow();
  const board = await openTwoWindows(page);
  await startBoard(board);
  for (const [press, name] of [
    ['?', 'Shortcuts'],
    ['w', 'Which screen can pupils see?'],
    ['f', 'Finish the lesson?'],
  ] as const) {
    await key(page, press);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await expectClean(page);
    await key(page, 'Escape');
  }
  await key(page, '?');
  await page.getByRole('button', { name: 'What’s stored?' }).click();
  await expect(
    page.getByRole('dialog', { name: 'What’s stored?' }).getByText('Nothing: no room is open.'),
  ).toBeVisible();
  await expectClean(page);
  await key(page, 'Escape');
  await key(page, 'f');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(page.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
  await expectClean(page);
});

test('axe finds nothing on the pupils’ page', async ({ page }) => {
  const room = await openRoom(school, 20);
  await page.goto(school.pupils);
  await expectClean(page);
  await page.getByLabel('Type the code on the board').fill(room.code);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await room.take({ type: 'ask', question: 'how-much-pressure' });
  await expect(page.getByRole('button', { name: 'Being put to a test' })).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Help' }).click();
  await expectClean(page);
});

/** The library and the start of a lesson as a program has them, and a page that no site of files has: of all others the rules are held in tests/cli/whole-site.test.ts, whose files are made by the same code. */
const SERVED = ['', 'safeguarding/', `present/${LESSON}/`];

test('The HTML of every page keeps the rules', async ({ request }) => {
  await openRoom(school, 1);
  const all = [...documents, `board/${LESSON}/`, `present/${LESSON}/`];
  const staff = chosenOf(all, (path) => SERVED.includes(path)).map((path) => school.staff + path);
  for (const address of [...staff, school.pupils]) {
    expect.soft(await htmlFindings(await (await request.get(address)).text(), address)).toEqual([]);
  }
});
