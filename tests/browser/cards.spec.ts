import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  chromium,
  expect,
  test,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import type { Side } from '../../src/cards/marks.ts';
import { browserArgs, findBrowser } from '../../src/print/browser.ts';
import { axeFindings } from './axe-findings.ts';
import { writeClass } from './fake-camera.ts';
import { INNER } from '../../src/text/folder-names.ts';
import { closeAndShow, goTo, key, pressStart, startBoard, turnTo, untilSettled } from './lead.ts';
import { placeholdersIn } from './placeholders.ts';
import { openTaughtSchool, writeHomeWith, type TaughtSchool } from './taught-school.ts';
import { writeFolderOf } from './written-folder.ts';

const folder = join(import.meta.dirname, '../../.cache/fake-camera');
const film = join(folder, `class-${process.pid}.y4m`);
let school: TaughtSchool;
let browser: Browser;
let context: BrowserContext;
let page: Page;

// A browser of these tests’ own: with other options for all of them, Playwright would start a worker before and after, too.
test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeClass(film, answers(4, 6, 20, 0));
  school = await openTaughtSchool('cards', writeHomeWith('cards-lesson'));
  const executablePath = await findBrowser();
  browser = await chromium.launch({
    ...(executablePath !== null && { executablePath }),
    args: [
      ...browserArgs,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
});
test.afterAll(async () => {
  await browser.close();
  rmSync(film, { force: true });
  await school.kill();
});
test.beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  page = await context.newPage();
});
test.afterEach(() => context.close());

/** So many of each letter. */
function answers(...[a, b, c, d]: readonly [number, number, number, number]): readonly Side[] {
  const some = (count: number, side: Side) => Array.from({ length: count }, () => side);
  return [...some(a, 'a'), ...some(b, 'b'), ...some(c, 'c'), ...some(d, 'd')];
}

/** A lesson that runs, with its question open for hands. */
async function openQuestion(address = `${school.staff}present/cards-lesson/`): Promise<Page> {
  await page.goto(address);
  const opened = context.waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await goTo(page, board, 'question-how-deep');
  await key(page, 'a');
  return board;
}

test('[R53] a class that holds cards up is read by the camera, and the screen says how many in fives alone', async () => {
  await context.grantPermissions(['camera'], { origin: new URL(school.staff).origin });
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
  const board = await openQuestion();
  await page.getByRole('button', { name: 'Read cards' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read cards' });
  const status = dialog.getByRole('status');
  await expect(status).toHaveText('About 30 of 30 cards seen. You can use them now.', {
    timeout: 60_000,
  });
  expect(await placeholdersIn(page)).toEqual([]);
  await expect(page.locator('video')).toHaveCount(0);
  await expect(dialog.locator('canvas, img')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Use these cards' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('About 30 cards read.')).toBeVisible();
  // Counts are all that left the page.
  expect(sent.filter((one) => one.includes('"cards"'))).toEqual([
    expect.stringMatching(
      /^POST \{"type":"cards","question":"how-deep","counts":\{"a":4,"b":6,"c":20,"d":0\}/,
    ),
  ]);

  await closeAndShow(page);
  await expect(board.locator('section.present')).toContainText('About nine tenths');
  await expect(board.locator('section.present')).toContainText(/two thirds/i);
});

test('[R53] a camera that is refused says so, and which way is left; no other page may ask for it', async ({
  request,
}) => {
  await openQuestion();
  await page.getByRole('button', { name: 'Read cards' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read cards' });
  await expect(dialog.getByRole('status')).toContainText(
    'The browser isn’t allowed to use the camera.',
  );
  await expect(dialog.getByRole('status')).toContainText('or count hands instead.');
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible();
  await key(page, 'Escape');
  await expect(dialog).toHaveCount(0);

  const camera = async (path: string) =>
    (await request.get(`${school.staff}${path}`)).headers()['permissions-policy'];
  expect(await camera('present/cards-lesson/')).toContain('camera=(self)');
  for (const path of ['', 'board/cards-lesson/', 'print/', 'lesson/cards-lesson/']) {
    expect(await camera(path)).toContain('camera=()');
  }
});

test('[R53] on the only screen the cards are read below the question, and a pause turns the camera off', async () => {
  await context.grantPermissions(['camera'], { origin: new URL(school.staff).origin });
  await page.goto(`${school.staff}present/cards-lesson/`);
  await pressStart(page, 'one');
  await turnTo(page, 'question-how-deep', () => key(page, 'ArrowRight'));
  await key(page, 'a');
  await page.getByRole('button', { name: 'Read cards' }).click();
  const bar = page.getByRole('group', { name: 'Read cards' });
  await expect(bar).toBeFocused();
  await expect(bar.getByRole('status')).toContainText('About 30 of 30 cards seen.', {
    timeout: 60_000,
  });
  await expect(page.locator('section.present')).toContainText('How much of an iceberg');
  expect(await placeholdersIn(page)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  await key(page, 'b');
  await expect(bar).toHaveCount(0);
  await untilSettled(page);
  await key(page, 'b');
  await expect(page.getByRole('button', { name: 'Read cards' })).toBeVisible();
});

test('[R53] where another window takes the lesson over, no camera reads on in this one', async ({
  request,
}) => {
  await context.grantPermissions(['camera'], { origin: new URL(school.staff).origin });
  await page.goto(`${school.staff}present/cards-lesson/`);
  await pressStart(page, 'one');
  await turnTo(page, 'question-how-deep', () => key(page, 'ArrowRight'));
  const leads = page.waitForRequest((sent) => sent.postData()?.includes('"lead"') === true);
  await key(page, 'a');
  const lead = await leads;
  await page.getByRole('button', { name: 'Read cards' }).click();
  const bar = page.getByRole('group', { name: 'Read cards' });
  await expect(bar.getByRole('status')).toContainText('cards seen', { timeout: 60_000 });
  const taken = await request.post(lead.url(), {
    headers: { authorization: (await lead.headerValue('authorization')) ?? '' },
    data: { type: 'lead', by: 'another window', take: true },
  });
  expect(taken.status()).toBe(200);
  await expect(page.getByText('Another window leads.')).toBeVisible();
  await expect(bar).toHaveCount(0);
});

test('a camera that was chosen reads at the next question as well @thorough', async () => {
  await context.grantPermissions(['camera'], { origin: new URL(school.staff).origin });
  // The fake camera under two names.
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (asked) => {
      const wanted = typeof asked?.video === 'object' ? asked.video.deviceId : undefined;
      const stream = await open({ video: true });
      const id = typeof wanted === 'string' ? wanted : 'laptop';
      for (const track of stream.getVideoTracks()) track.getSettings = () => ({ deviceId: id });
      return stream;
    };
    const one = (deviceId: string) => ({ deviceId, kind: 'videoinput', label: deviceId });
    const both = [one('laptop'), one('document')].map((fields) => ({
      ...fields,
      groupId: '',
      toJSON: () => fields,
    }));
    Object.defineProperty(mediaDevices, 'enumerateDevices', { value: async () => both });
  });
  await openQuestion();
  const cameras = page.getByRole('combobox', { name: 'Camera' });
  await page.getByRole('button', { name: 'Read cards' }).click();
  await expect(cameras).toHaveValue('laptop');
  await cameras.selectOption('document');
  await expect(cameras).toHaveValue('document');
  await key(page, 'Escape');
  await expect(cameras).toHaveCount(0);
  await page.getByRole('button', { name: 'Read cards' }).click();
  await expect(cameras).toHaveValue('document');
});

test('[R53] in a folder opened by double-click the page itself reads the cards @thorough', async () => {
  const out = join(folder, `folder-${process.pid}`);
  const home = writeHomeWith('cards-lesson');
  await writeFolderOf('cards-lesson', home, out);
  await context.grantPermissions(['camera']);
  const inner = pathToFileURL(join(out, INNER, 'present/cards-lesson/index.html')).href;
  await openQuestion(inner);
  await page.getByRole('button', { name: 'Read cards' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read cards' });
  await expect(dialog.getByRole('status')).toContainText('About 30 of 30 cards seen.', {
    timeout: 60_000,
  });
  await expect(dialog.getByRole('button', { name: 'Use these cards' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Use these cards' }).click();
  await expect(page.getByText('About 30 cards read.')).toBeVisible();
});
