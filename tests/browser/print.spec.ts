import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { INNER } from '../../src/text/folder-names.ts';
import { drawnOn } from '../print/pdf-words.ts';
import { isThorough } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import { ownFolder } from './own-folder.ts';
import { hostFolder } from './static-host.ts';
import { LESSON, openTaughtSchool, writeShippedHome, writeTaughtHome } from './taught-school.ts';
import { writeFolderOf } from './written-folder.ts';

const LAPTOP = { width: 1366, height: 768 };
/** A letter for each family of a school; each is drawn and printed. */
const FAMILIES = isThorough ? 240 : 60;
test.use({ viewport: LAPTOP });

const row = (page: Page, name: string) =>
  page.locator('.desk-row').filter({ has: page.getByText(name, { exact: true }) });

/** Leaves out every sheet but these. */
async function takeOnly(page: Page, ...names: readonly string[]): Promise<void> {
  await page.getByRole('radio', { name: /^Everything/ }).check();
  // In the page: one row after the other from here takes most of the time of these tests.
  const others = await page.locator('.desk-row').evaluateAll(async (rows, known) => {
    let left = 0;
    for (const one of rows) {
      if (known.includes(one.querySelector('b')?.innerText ?? '')) continue;
      left += 1;
      const box = one.querySelector<HTMLInputElement>('input[type=checkbox]');
      if (box?.checked === true) box.click();
      await new Promise(requestAnimationFrame);
    }
    return left;
  }, names);
  await expect(page.locator('.desk-row', { hasText: 'left out' })).toHaveCount(others);
}

/** How many pages come out of the printer when this page is printed as it stands. */
async function printedPages(page: Page): Promise<number> {
  return (
    await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  ).getPageCount();
}

/** Holds how many of a sheet are wanted, and how much paper that is. */
async function expectCount(page: Page, name: string, wanted: number, paper: string): Promise<void> {
  await expect(row(page, name).getByLabel(`How many: ${name}`, { exact: true })).toHaveValue(
    String(wanted),
  );
  await expect(row(page, name).getByText(paper, { exact: true })).toBeVisible();
}

/** What the feet of the pages of a printed pile say; empty for a blank side. */
async function sidesOf(page: Page): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(
    await page.pdf({ preferCSSPageSize: true, printBackground: true }),
  );
  return [...drawnOn(pdf).values()].map((drawn) => drawn.map(({ words }) => words).join(''));
}

/** What is the same on a server, on a plain host and in a folder: counted, seen, and printed as counted. */
async function expectPileAsCounted(page: Page): Promise<void> {
  await expectCount(page, 'Pupil help cards', 30, '= 4 sheets');
  await takeOnly(page, 'Notice before the lesson', 'Pupil help cards', 'Worksheet');
  await page.getByRole('button', { name: 'Preview: Worksheet', exact: true }).click();
  await expect(page.getByText('Page 1 of 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('Page 2 of 2', { exact: true })).toBeVisible();
  await expectCount(page, 'Worksheet', 30, '= 30 sheets');
  await expect(page.getByText('35 sheets of paper, printed on both sides.')).toBeVisible();
  // Every copy starts a front and says which of its own pages this is; a card has its own back.
  const sides = await sidesOf(page);
  expect(sides).toHaveLength(2 * 35);
  expect(sides.slice(0, 2)).toEqual([expect.stringContaining('page 1 of 1'), '']);
  for (let card = 2; card < 10; card += 2) {
    expect(sides.slice(card, card + 2)).toEqual([
      expect.stringContaining('999'),
      expect.stringMatching(/Pupil help card, .*back/),
    ]);
  }
  for (let sheet = 10; sheet < 70; sheet += 2) {
    expect(sides.slice(sheet, sheet + 2)).toEqual([
      expect.stringMatching(/page 1 of 2Worksheet: /),
      expect.stringMatching(/page 2 of 2Worksheet: /),
    ]);
  }
  await page.getByText('Large print, sides and font').click();
  await page.getByRole('radio', { name: /One side/ }).check();
  await expect(page.getByText('69 sheets of paper, printed on one side.')).toBeVisible();
  expect(await printedPages(page)).toBe(1 + 2 * 4 + 60);
  await page.getByRole('radio', { name: /Both sides/ }).check();
  await page.getByLabel('Pupils', { exact: true }).fill('24');
  await expectCount(page, 'Pupil help cards', 24, '= 3 sheets');
  await page.getByLabel('Font').selectOption({ label: 'Lexend' });
  await takeOnly(page, 'Pupil help cards');
  // A font that runs wider takes no more paper.
  await expectCount(page, 'Pupil help cards', 24, '= 3 sheets');
  expect(await printedPages(page)).toBe(2 * 3);
  await page.getByLabel('Font').selectOption({ label: 'Atkinson Hyperlegible' });
  await expectMixed(page);
}

/** One pile for a class in which some read large print and some with more space. */
async function expectMixed(page: Page): Promise<void> {
  await page.getByRole('spinbutton', { name: /^Large print/ }).fill('3');
  await page.getByRole('spinbutton', { name: /^More space/ }).fill('1');
  await takeOnly(page, 'Pupil help cards', 'Worksheet');
  await expectCount(page, 'Worksheet', 20, 'Standard = 20 sheets');
  await expectCount(page, 'Pupil help cards', 20, 'Standard = 3 sheets');
  const large = row(page, 'Worksheet').getByLabel('How many: Worksheet, large print');
  await expect(large).toHaveValue('3');
  const all = /^(\d+) sheets of paper, printed on both sides\.$/;
  const words = page.getByText(all);
  await expect(words).toBeVisible();
  const counted = Number(all.exec(await words.innerText())?.[1]);
  // Each layout takes its own number of pages; a pile on both sides has two to a sheet.
  expect(counted).toBeGreaterThan(20 + 3 + 3 + 1 + 1 + 1);
  expect(await printedPages(page)).toBe(2 * counted);
  const sizes = await page.evaluate(() =>
    ['standard', 'large', 'spaced'].map((style) => {
      const part = document.querySelector(`.pile-part[data-style="${style}"] .sheet--work p`);
      return part === null ? '' : getComputedStyle(part).fontSize;
    }),
  );
  expect(new Set(sizes).size).toBe(3);
  expect(sizes[1]).toBe('24px');
  // One copy of a sheet in a layout that no one reads otherwise is asked for beside its pages.
  await page.getByRole('button', { name: 'Preview: Worksheet', exact: true }).click();
  const preview = page.locator('.desk-preview');
  await preview.getByText('Large print').click();
  await preview.getByLabel('How many with this layout').fill('4');
  await expect(large).toHaveValue('4');
}

test('A class of thirty needs at most 60 sheets of paper for the lesson with ages 11 to 14, and 70 with ages 14 to 16 @thorough', async ({
  page,
}) => {
  const slugs = { 'for-the-whole-world-to-see': 60, 'power-and-putting-it-right': 70 };
  const name = `essentials-${test.info().parallelIndex}`;
  const school = await openTaughtSchool(name, writeShippedHome(name, Object.keys(slugs)));
  try {
    for (const [slug, limit] of Object.entries(slugs)) {
      await page.goto(`${school.staff}print/?lesson=${slug}`);
      const essentials = page.getByRole('radio', { name: /^Essentials 5 handouts, \d+ sheets$/ });
      await expect(essentials).toBeChecked();
      const named = await page.locator('.desk-row b').allInnerTexts();
      expect(named.toSorted()).toEqual(
        [
          'Call card',
          'Lesson plan',
          'Pupil help cards',
          'Question-box slips',
          'Worksheet',
        ].toSorted(),
      );
      const words = await page.locator('.desk-pick').innerText();
      const counted = Number(/5 handouts, (\d+) sheets/.exec(words)?.[1]);
      expect(counted).toBeGreaterThan(30);
      expect(counted).toBeLessThanOrEqual(limit);
      const everything = Number(/Everything\s*\d+ handouts, (\d+) sheets/.exec(words)?.[1]);
      expect(everything).toBeGreaterThan(counted);
      // A tick changes the essentials into a choice of one’s own, and all are listed.
      await page.getByRole('checkbox', { name: /^Call card/ }).uncheck();
      await expect(page.getByRole('radio', { name: /^My choice/ })).toBeChecked();
      await expect(row(page, 'Call card')).toContainText('left out');
      await expect(row(page, 'My notes')).toContainText('left out');
      await expect(page.getByRole('checkbox', { name: /^Call card/ })).toBeFocused();
      // The address goes with what is chosen of a lesson, for a page that is loaded again.
      await page.getByRole('radio', { name: /^Everything/ }).check();
      await expect(page).toHaveURL(new RegExp(`lesson=${slug}&print=everything$`));
      await page.reload();
      await expect(page.getByRole('radio', { name: /^Everything/ })).toBeChecked();
      await page.getByRole('radio', { name: /^Essentials/ }).check();
      await expect(page).toHaveURL(new RegExp(`lesson=${slug}$`));
      await expect(row(page, 'My notes')).toHaveCount(0);
      await expect(page.getByRole('checkbox', { name: /^Call card/ })).toBeChecked();
    }
  } finally {
    await school.kill();
  }
});

test('On a plain host the pile is counted, seen and printed by the browser, and nothing offers what needs a program @thorough', async ({
  page,
}) => {
  test.slow();
  const out = ownFolder('print-static');
  await buildSite({ home: writeTaughtHome('print-static'), pages: await buildPages(), out });
  const host = await hostFolder(out, '/lessons-site/');
  try {
    await page.goto(`${host.site}print/`);
    await expect(page.getByRole('button', { name: 'Print the essentials for 30' })).toBeEnabled();
    await expect(page.getByRole('button', { name: 'One PDF' })).toHaveCount(0);
    await expectPileAsCounted(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('What for').selectOption({ label: 'The safeguarding lead’s pack' });
    await page.getByRole('spinbutton', { name: /^Large print/ }).fill('0');
    await page.getByRole('spinbutton', { name: /^More space/ }).fill('0');
    await expectCount(page, 'Recording form', 1, '= 1 sheet');
    await expect(page).toHaveURL(/lesson=school/);
    // A pack has its own counts: as many letters as there are families.
    await takeOnly(page, 'Letter home, ages 11–18', 'Recording form');
    await page.getByLabel('How many: Letter home, ages 11–18').fill(String(FAMILIES));
    await expectCount(page, 'Letter home, ages 11–18', FAMILIES, `= ${FAMILIES} sheets`);
    await expect(
      page.getByText(`${FAMILIES + 1} sheets of paper, printed on both sides.`),
    ).toBeVisible();
    expect(await printedPages(page)).toBe(2 * (FAMILIES + 1));
  } finally {
    await host.close();
  }
});

test('In a folder opened by double-click the same pile comes out, with the same feet @thorough', async ({
  page,
  context,
}) => {
  test.slow();
  const home = writeTaughtHome('print-folder');
  const out = ownFolder('print folder');
  await writeFolderOf(LESSON, home, out);
  await context.setOffline(true);
  await page.goto(pathToFileURL(join(out, INNER, 'print/index.html')).href);
  await expectPileAsCounted(page);
});

test('From the program one PDF or a zip is made with its progress shown, and stopped at once', async ({
  page,
}) => {
  test.slow();
  const school = await openTaughtSchool('print-served');
  try {
    await page.goto(`${school.staff}print/`);
    await takeOnly(page, 'Notice before the lesson', 'Pupil help cards');
    await page.getByRole('button', { name: 'One PDF' }).click();
    await expect(page.getByRole('progressbar', { name: 'PDFs made' })).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await page.getByRole('button', { name: 'One PDF' }).click();
    await expect(
      page.getByText(/^Ready: 5 sheets of paper, printed on both sides, \d+ kB\.$/),
    ).toBeVisible({ timeout: 60_000 });
    const link = page.getByRole('link', { name: 'Open the PDF' });
    await expect(link).toBeFocused();
    const made = await page.request.get(
      new URL((await link.getAttribute('href')) ?? '', page.url()).href,
    );
    // This school has confirmed what goes on the back of the cards.
    expect((await PDFDocument.load(await made.body())).getPageCount()).toBe(2 + 2 * 4);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'A zip of PDFs' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save the zip' }).click({ timeout: 60_000 }),
    ]);
    expect(Object.keys(unzipSync(readFileSync(await download.path())))).toEqual([
      `${LESSON}/notice.pdf`,
      `${LESSON}/help-card.pdf`,
    ]);
    // Another choice forgets what was made of this one.
    await row(page, 'Worksheet').getByRole('checkbox').check();
    await expect(page.getByRole('link', { name: 'Save the zip' })).toHaveCount(0);
  } finally {
    await school.kill();
  }
});

test('Without a browser for the program, or without the program, the page says what to do, and prints all the same @thorough', async ({
  page,
}) => {
  const school = await openTaughtSchool('print-without');
  try {
    await page.route('**/api/print', (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({ json: { able: false } })
        : route.continue(),
    );
    await page.goto(`${school.staff}print/`);
    await expect(page.getByRole('button', { name: 'Print the essentials for 30' })).toBeEnabled();
    await expect(page.getByRole('button', { name: 'One PDF' })).toHaveCount(0);
    await page.unroute('**/api/print');
    await page.reload();
    await expect(page.getByRole('button', { name: 'One PDF' })).toBeEnabled();
    await school.kill();
    await page.getByRole('button', { name: 'One PDF' }).click();
    await expect(page.getByText('Is it still running on this computer?')).toBeVisible();
    await takeOnly(page, 'Pupil help cards');
    expect(await printedPages(page)).toBe(2 * 4);
  } finally {
    await school.kill();
  }
});

test('By keys alone a sheet is left out, looked at and printed; at 200% nothing scrolls sideways @thorough', async ({
  page,
}) => {
  const school = await openTaughtSchool('print-keys');
  try {
    await page.setViewportSize({ width: LAPTOP.width / 2, height: LAPTOP.height / 2 });
    await page.addInitScript(() => {
      window.print = () =>
        document.documentElement.setAttribute(
          'data-printed',
          String(document.querySelectorAll('#pile .pile-part').length),
        );
    });
    await page.goto(`${school.staff}print/`);
    await expect(page.getByRole('button', { name: 'Print the essentials for 30' })).toBeEnabled();
    await page.getByRole('radio', { name: /^Essentials/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', { name: 'Print everything for 30' })).toBeEnabled();
    await page.getByRole('checkbox', { name: /Notice before the lesson/ }).focus();
    await page.keyboard.press('Space');
    await expect(row(page, 'Notice before the lesson')).toContainText('left out');
    await page.getByRole('button', { name: 'Preview: Tally sheet' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Tally sheet', level: 2 })).toBeFocused();
    await page.getByRole('button', { name: 'Print selected' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-printed', /^\d{2,}$/);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
  } finally {
    await school.kill();
  }
});
