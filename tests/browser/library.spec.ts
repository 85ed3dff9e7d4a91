import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { chosenOf } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import { key, startBoard } from './lead.ts';
import { hostReadSite } from './read-site.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';
import { ownFolder } from './own-folder.ts';

let school: TaughtSchool;
let host: StaticHost;
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  const name = `library-${test.info().parallelIndex}`;
  school = await openTaughtSchool(name);
  cpSync(at('../../lessons/rehearsal.md'), `${ownFolder(`${name}-home`)}/lessons/rehearsal.md`);
  host = await hostReadSite('taught', '/lessons-site/');
});
test.afterAll(() => Promise.all([school.kill(), host.close()]));

const titles = (page: Page) => page.locator('.lesson-card h3');

for (const where of chosenOf(['served', 'static'] as const, (one) => one === 'served')) {
  test(`A lesson is looked for by words and filters that the address keeps, ${where}`, async ({
    page,
  }) => {
    await page.goto(where === 'served' ? school.staff : host.site);
    await expect(titles(page)).toHaveCount(2);
    const count = page.locator('.look').getByRole('status');
    await expect(count).toHaveText('2 lessons');
    const filters = page.getByRole('button', { name: 'Filters' });
    await expect(page.getByRole('button', { name: 'Ages 11–14' })).toBeHidden();
    await filters.click();
    await expect(filters).toHaveAttribute('aria-expanded', 'true');
    await page.getByRole('button', { name: 'Ages 11–14' }).click();
    await page.getByRole('group', { name: 'Time' }).getByText('20 minutes').click();
    await expect(count).toHaveText('1 of 2 lessons');
    await expect(titles(page)).toHaveText(['Pressure, and who can help']);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Ages 11–14' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(titles(page)).toHaveCount(1);
    await page.goBack();
    await expect(page.getByRole('button', { name: '20 minutes', pressed: false })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.fill('Sexting');
    await expect(titles(page)).toHaveText(['Pressure, and who can help']);
    // What a school's filter would read is in no address, and a reload finds it all the same.
    expect(page.url().toLowerCase()).not.toContain('sext');
    await page.reload();
    await expect(search).toHaveValue('Sexting');
    await page.getByRole('button', { name: 'No film' }).click();
    await expect(
      page.getByRole('heading', { name: 'No lessons found for “Sexting”' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Show 1 lesson without the filters' }).click();
    await expect(titles(page)).toHaveText(['Pressure, and who can help']);
    await search.fill('submarines');
    await expect(
      page.getByRole('heading', { name: 'No lessons found for “submarines”' }),
    ).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all lessons' }).click();
    await expect(titles(page)).toHaveCount(2);
    await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
    expect(new URL(page.url()).search).toBe('');
  });
}

test('Practising is a card, and begins a rehearsal that is ready with one press @thorough', async ({
  context,
  page,
}) => {
  await page.goto(school.staff);
  const start = page.getByRole('region', { name: 'Start here' });
  await expect(start.getByRole('link', { name: 'See its plan' })).toHaveAttribute(
    'href',
    'lesson/rehearsal/',
  );
  expect(await axeFindings(page)).toEqual([]);
  await start.getByRole('link', { name: 'Practise with a pretend class' }).click();
  // The notes are there at once, whatever screens there are; the board is opened from here.
  await expect(page.locator('.notes')).toBeVisible();
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open the board' }).click();
  const board = await opened;
  await startBoard(board);
  await expect(board.getByText('Rehearsal: a pretend class answers')).toBeVisible();
  await expect(page.locator('.notes')).toContainText('goes on, and');
  await key(page, ' ');
  await expect(board.locator('section.present[data-slide="what-we-agree"]')).toBeVisible();
});

test('It says what it is, lessons are in view without scrolling, and words to try find them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 641 });
  await page.goto(school.staff);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Teach about pressure online');
  await expect(page.getByText('PSHE lessons on nudes, consent and getting help')).toBeVisible();
  const title = page.getByRole('link', { name: 'Pressure, and who can help' });
  await expect(title).toBeInViewport();
  await page.getByRole('group', { name: 'Try' }).getByRole('button', { name: 'consent' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await expect(titles(page)).toHaveText(['Pressure, and who can help']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '1 lesson for “consent”' })).toBeFocused();
  await page.goBack();
  await expect(titles(page)).toHaveCount(2);
});

for (const [width, height] of chosenOf(
  [
    [390, 844],
    [683, 320],
    [341, 160],
  ] as const,
  ([width]) => width < 390,
)) {
  test(`Nothing is cut off at the sides of a window of ${width} by ${height} @thorough`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(school.staff);
    const past = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect(titles(page)).toHaveCount(2);
    expect(await past()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('pressure');
    await expect(page.getByRole('heading', { name: /for “pressure”/ })).toBeVisible();
    expect(await past()).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('A list of lessons that cannot be read says what to do', async ({ page }) => {
  await page.route(school.staff, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /(<script type="application\/json" id="lessons">)[^<]*/,
      '$1[{',
    );
    await route.fulfill({ response, body });
  });
  await page.goto(school.staff);
  await expect(
    page.getByRole('heading', { name: 'The list of lessons did not arrive' }),
  ).toBeVisible();
  await page.unroute(school.staff);
  await page.getByRole('button', { name: 'Load it again' }).click();
  await expect(titles(page)).toHaveCount(2);
});

for (const scripts of chosenOf([true, false], (one) => one)) {
  test(`A teacher finds lessons by subject and a template to begin from ${scripts ? 'with' : 'without'} scripts, on a static site @thorough`, async ({
    browser,
  }) => {
    const name = `library-own-${test.info().parallelIndex}`;
    const [home, out] = [writeTaughtHome(name), ownFolder(name)];
    for (const path of [
      ...['lessons/starter.md', 'lessons/did-the-law-change-the-mill.md', 'lessons/templates'],
      ...['media/starter', 'media/speech-bubbles'],
    ]) {
      cpSync(at(`../../${path}`), `${home}/${path}`, { recursive: true });
    }
    await buildSite({ home, pages: await buildPages(), out });
    const own = await hostFolder(out, '/lessons-site/');
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    await page.goto(own.site);
    const subjects = page.locator('.column, .subject');
    await expect(subjects.locator('h2')).toHaveText(['Ages 11–14', 'History', 'A plan to copy']);
    await expect(subjects.nth(1).getByRole('link')).toHaveText(['Did the law change the mill?']);
    const section = page.getByRole('region', { name: 'Writing your own?' });
    await expect(section.getByRole('listitem')).toHaveCount(5);
    const saved = page.waitForEvent('download');
    await section.getByRole('link', { name: 'A story in messages' }).click();
    const template = await saved;
    expect(template.suggestedFilename()).toBe('story-in-messages.md');
    expect(readFileSync(await template.path(), 'utf8')).toBe(
      readFileSync(at('../../lessons/templates/story-in-messages.md'), 'utf8'),
    );
    if (scripts) {
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('searchbox', { name: 'Search' }).fill('history sources');
      await expect(titles(page)).toHaveText(['Did the law change the mill?']);
      await page.getByRole('searchbox', { name: 'Search' }).fill('submarines');
      await expect(page.getByText('Check the spelling, or see all 3 lessons.')).toBeVisible();
      await expect(titles(page)).toHaveCount(0);
    } else {
      await expect(page.getByText('Opening the lessons')).toBeHidden();
      await subjects.nth(1).getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Did the law change');
    }
    await context.close();
    await own.close();
  });
}

test('“New lesson” begins one at once, “Open a lesson” goes to the button that opens a file, and neither does so again after a reload @thorough', async ({
  page,
}) => {
  await page.goto(school.staff);
  await page.getByRole('link', { name: 'New lesson' }).click();
  const naming = page.getByRole('dialog', { name: 'New lesson' });
  await expect(naming.getByLabel('What is it called?')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Write a lesson' })).toBeVisible();
  await expect(naming).toBeHidden();
  await page.goto(school.staff);
  await page.getByRole('link', { name: 'Open a lesson' }).click();
  await expect(page.getByRole('button', { name: 'Open a lesson file' })).toBeFocused();
  await page.goto(host.site);
  await page.getByRole('link', { name: 'New lesson' }).click();
  await expect(page.locator('.cm-content')).toBeFocused();
});
