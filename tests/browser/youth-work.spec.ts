import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { ToPrint } from '../../src/outputs/handouts/to-print.ts';
import type { Setting } from '../../src/text/wording.ts';
import type { SavedSchool } from '../../src/server/schools/school-file.ts';
import { chosenOf } from '../thorough.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;
const SCHOOLS =
  /\b(?:[Tt]eachers?|[Pp]upils?|[Cc]lass(?:es)?|[Yy]?our school|School tablets)\b(?!\.\w)/g;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  school = await openTaughtSchool(`youth-work-${test.info().parallelIndex}`);
});
test.beforeEach(() => rmSync(join(school.dataDir, 'school.json'), { force: true }));
test.afterAll(() => school.kill());

async function choose(page: Page, setting: Setting): Promise<void> {
  await page.getByLabel(setting === 'school' ? /^A school/ : /^Youth work/).check();
  const saved = async () =>
    ((await (await page.request.get(`${school.staff}api/school`)).json()) as SavedSchool).school
      .setting;
  await expect.poll(saved).toBe(setting);
}

/** What stands on a sheet: the program’s words, and apart from them the lesson’s and the school’s own. */
function wordsOn(page: Page): Promise<{ readonly ours: string; readonly theirs: string }> {
  return page.evaluate(() => {
    const words = { ours: '', theirs: '' };
    for (const sheet of document.querySelectorAll('[data-said]')) {
      const walker = document.createTreeWalker(
        sheet,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT,
      );
      let isTheirs = false;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const inTheirs =
          isTheirs || Boolean(node.parentElement?.closest('[data-told], [lang]:not([lang|="en"])'));
        if (node instanceof Comment) isTheirs = node.data === 'lesson';
        else words[inTheirs ? 'theirs' : 'ours'] += node.nodeValue ?? '';
      }
    }
    return words;
  });
}

/** What the foot of every page says before the lesson’s title, and the window above it. */
function footOf(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      `${getComputedStyle(document.documentElement).getPropertyValue('--foot').split(':')[0]} ${document.title}`,
  );
}

async function sheets(page: Page): Promise<readonly string[]> {
  const { lessons, school: own } = (await (
    await page.request.get(`${school.staff}print.json`)
  ).json()) as ToPrint;
  return [...own, ...lessons.flatMap((one) => one.sheets)].map(({ address }) => address);
}

test('The menu, the library, a lesson and the print desk speak of a setting, a group and young people, and of a school again @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}school/`);
  await choose(page, 'youth-work');
  const menu = page.getByRole('navigation', { name: 'Wholeclass' });
  await expect(menu.getByRole('link', { name: 'Your setting' })).toBeVisible();
  await choose(page, 'school');
  await expect(menu.getByRole('link', { name: 'Your school' })).toBeVisible();
  await choose(page, 'youth-work');

  await page.goto(school.staff);
  await expect(page.getByText('Young people need no account')).toBeVisible();
  await expect(menu).toHaveText(/Lessons\s*My lessons\s*Print\s*Your setting/);
  await page.goto(`${school.staff}lesson/${LESSON}/`);
  await expect(menu).toContainText('Your setting');
  await expect(page.getByText('swap with a colleague who knows this group')).toBeVisible();
  await page.goto(`${school.staff}print/?lesson=${LESSON}`);
  await expect(menu).toContainText('Your setting');
  await expect(page.getByRole('checkbox', { name: 'Help cards for young people' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/[Pp]upil/);
  await page.goto(`${school.staff}print/?lesson=school`);
  await expect(page.getByRole('checkbox', { name: 'What young people thought' })).toBeVisible();
});

test('Every handout says what things are called in youth work, and what the lesson and the staff wrote stays @thorough', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const before = new Map<string, { readonly ours: string; readonly theirs: string }>();
  const read = async (address: string) => {
    await page.goto(school.staff + address);
    await expect(page.locator('html[data-filling]')).toHaveCount(0);
    return wordsOn(page);
  };
  // What staff wrote has a school's words in it, too.
  await page.goto(`${school.staff}school/`);
  await page.getByLabel('Safeguarding lead', { exact: true }).fill('The class teacher');
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  // All of them in a thorough run, else every other one; the lead is on the notice.
  const all = chosenOf(
    await sheets(page),
    (one, place) => place % 2 === 0 || /\/(?:notice|notes)\//.test(one),
  );
  for (const address of all) before.set(address, await read(address));
  const spoken = [...before].filter(([, { ours }]) => ours.match(SCHOOLS));
  expect(spoken.length).toBeGreaterThan(10);
  const theirs = [...before.values()].map((one) => one.theirs);
  expect(theirs.join()).toContain('The class teacher');
  expect(theirs.join().replaceAll('The class teacher', '').match(SCHOOLS)).not.toBeNull();

  await page.goto(`${school.staff}school/`);
  await choose(page, 'youth-work');
  for (const [address, as] of spoken) {
    const now = await read(address);
    expect([address, now.ours.match(SCHOOLS)]).toEqual([address, null]);
    expect([address, now.theirs]).toEqual([address, as.theirs]);
    expect([address, await footOf(page)]).toEqual([address, expect.not.stringMatching(SCHOOLS)]);
  }
});
