import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { OLDEST, oldestInWords } from '../../src/ui/browsers.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { closePoll, countHands, getReady, goTo, key, startBoard } from './lead.ts';
import { makeOld } from './old-apis.ts';
import { LESSON, openRoom, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const QUESTION = 'how-much-pressure';
let school: TaughtSchool;
let troubles: string[];

test.describe.configure({ mode: 'default' });
test('The pupils’ script has no expression that Safari before 16.4 cannot read', async () => {
  const pages = await buildPages();
  const page = readFileSync(join(pages, 'join/index.html'), 'utf8');
  const [, path = ''] = /<script type="module"[^>]* src="\.\.\/([^"]+)"/.exec(page) ?? [];
  const script = readFileSync(join(pages, path), 'utf8');
  expect(script).toContain('addEventListener');
  expect(script).not.toMatch(/\(\?<[=!]|static\{|#\w+ in /);
});

test.describe('with a program', () => {
  test.beforeAll(async () => {
    school = await openTaughtSchool('old-browser');
  });
  test.afterAll(() => school.kill());

  test.beforeEach(({ context }) => {
    troubles = [];
    context.on('weberror', (error) => troubles.push(String(error.error())));
  });
  test.afterEach(() => expect(troubles).toEqual([]));

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

  test(`A pupil with ${oldestInWords(OLDEST.pupils)} joins, answers, and sees the end`, async ({
    context,
  }) => {
    await makeOld(context, OLDEST.pupils);
    const room = await openRoom(school, 30);
    const page = await context.newPage();
    await page.goto(school.pupils);
    await page.getByRole('textbox').fill(room.code);
    await press(page, 'Join');
    await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible();
    await room.take({ type: 'ask', question: QUESTION });
    await press(page, 'C Being hurried');
    await expect(page.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
    await press(page, 'Answer again');
    await press(page, /rather not say/);
    await expect(page.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
    await room.take({ type: 'close' });
    await expect(page.getByRole('heading', { name: 'Answers are closed' })).toBeVisible();
    await room.take({ type: 'finish' });
    await expect(page.getByRole('heading', { name: 'Thank you for taking part' })).toBeVisible();
  });

  test(`A teacher with ${oldestInWords(OLDEST.others)} teaches in two windows, and every page opens @thorough`, async ({
    context,
  }) => {
    test.slow();
    await makeOld(context, OLDEST.others);
    const presenter = await context.newPage();
    for (const path of [
      '',
      `lessons/${LESSON}/`,
      'print/',
      'school/',
      `read/${LESSON}/`,
      'comebacks/',
      'help/',
      'parents/',
      'supporters/',
      'privacy/',
      'room-check/',
    ]) {
      await presenter.goto(`${school.staff}${path}`);
      await expect(presenter.getByRole('heading').first()).toBeVisible();
      await expect(presenter.locator('#late'), path).toHaveCount(0);
    }
    await presenter.goto(`${school.staff}present/${LESSON}/`);
    await getReady(presenter);
    const opened = context.waitForEvent('page');
    await presenter.getByRole('radio', { name: /^Two screens/ }).check();
    await press(presenter, /^Start the lesson/);
    const board = await opened;
    await startBoard(board);
    await goTo(presenter, board, `question-${QUESTION}`);
    await key(presenter, 'u');
    await countHands(presenter, {
      'Hands for A': 0,
      'Hands for B': 3,
      'Hands for C': 15,
      'Hands for D': 12,
    });
    await closePoll(presenter);
    await expect(presenter.getByRole('button', { name: 'Show' })).toBeVisible({ timeout: 10_000 });
    await key(presenter, 's');
    await expect(board.locator('section.present')).toContainText('about half');
  });

  test('Where a page’s script cannot be read the page says so in words, and nowhere else', async ({
    page,
  }) => {
    await openRoom(school, 30);
    const late = page.locator('#late');
    await page.route('**/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'class { static {' }),
    );
    // These have their script in them.
    const presenter = `${school.staff}present/${LESSON}/`;
    for (const address of [school.pupils, presenter]) {
      await page.route(address, async (route) => {
        const response = await route.fetch();
        const { 'content-security-policy': _, ...headers } = response.headers();
        const body = (await response.text()).replace(
          /<script(?: type="module")?>/,
          '$&class { static {',
        );
        await route.fulfill({ response, headers, body });
      });
    }
    for (const [address, words] of [
      [
        school.pupils,
        'This page has not started. Load it again. If this stays, ask your teacher for a paper slip instead.',
      ],
      [school.staff, `it needs ${oldestInWords(OLDEST.others)} or later.`],
      [presenter, `it needs ${oldestInWords(OLDEST.others)} or later.`],
    ] as const) {
      troubles = [];
      await page.goto(address);
      await expect(late).toBeHidden();
      await late.evaluate((paragraph) =>
        paragraph.getAnimations().forEach((animation) => animation.finish()),
      );
      await expect(late).toBeVisible();
      await expect(late).toContainText(words);
    }
    troubles = [];
    await page.unrouteAll();
    await page.goto(school.pupils);
    await expect(page.getByRole('button', { name: 'Join' })).toBeVisible();
    await expect(late).toHaveCount(0);
  });
});
