import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, type Page } from '@playwright/test';
import { packLesson } from '../../src/open/pack-lesson.ts';
import { axeFindings } from './axe-findings.ts';
import { expectBoard, key, sayWhoIsIn, startBoard, turnTo } from './lead.ts';
import { tabTo } from './hands-free.ts';
import { replaceText, text } from './lesson-editor.ts';
import { expectSlips, writeSlips } from './own-handout.ts';
import { NOTE, openBoard, openFile, openLesson, teach, TEXT } from './own-lesson.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';
import { writeFolderOf } from './written-folder.ts';

const FILM = `---
title: Why ice floats
stage: KS3
subject: science
film: clip
---

# Why ice floats

## Watch (10 min)

::: film
Watch for the ice.

### Stop the-pressure: What do you see?

Talk in pairs.
:::
`;

let host: StaticHost;
let troubles: string[];
/** Where every request goes. */
let site: string;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/lessons-site/');
});
test.afterAll(() => host.close());

test.beforeEach(({ context }) => {
  troubles = [];
  site = host.site;
  context.on('page', watch);
});
test.afterEach(() => expect(troubles).toEqual([]));

/** Notes what must never happen: an error, a policy that stopped something, a request outside the site's own path, a file that is not there. */
function watch(page: Page): void {
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site) && !/^(?:blob|data):/.test(url)) troubles.push(url);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
}

/** Saves a copy from the lesson’s page: the file’s bytes. */
async function saveCopy(page: Page): Promise<Buffer> {
  await page.locator('summary', { hasText: 'Take away' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('why-ice-floats.lesson.zip');
  return readFileSync(await download.path());
}

/** Saves a file for another program from the lesson’s page: its bytes. */
async function takeAway(page: Page, name: string): Promise<Buffer> {
  if (!(await page.getByRole('link', { name }).isVisible())) {
    await page.locator('summary', { hasText: 'Take away' }).click();
  }
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^why-ice-floats\.(?:pptx|docx)$/);
  return readFileSync(await download.path());
}

/** From My lessons in the library to the lesson's own page. */
async function openItsPage(page: Page): Promise<void> {
  await page.goto(site);
  await page.getByRole('link', { name: 'Teach or print “Why ice floats”' }).click();
  await expect(page.getByRole('heading', { name: 'Why ice floats', level: 1 })).toBeVisible();
}

test('[E12] a lesson of this browser is taught from My lessons with its board in its own window, hands and all @thorough', async ({
  context,
}) => {
  const presenter = await context.newPage();
  await openLesson(presenter, `${host.site}edit/`);
  await openItsPage(presenter);
  expect(await axeFindings(presenter)).toEqual([]);
  await teach(context, presenter);
});

test('[E12] what was just written in this browser is taught from the editor: “Teach or print” leads to its page, and from there to Start @thorough', async ({
  page,
}) => {
  await page.goto(`${site}edit/`);
  await page.getByRole('button', { name: 'New lesson' }).click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('Why coasts change');
  const teaches = page.getByRole('link', { name: 'Teach or print' });
  await expect(teaches).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Preview', exact: true })).toBeVisible();
  await teaches.click();
  await expect(page).toHaveURL(/lesson\/my_lesson\/\?lesson=[\w-]+$/);
  await expect(page.getByRole('heading', { name: 'Why coasts change', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await expect(page.getByRole('heading', { name: 'Start: Why coasts change' })).toBeVisible();
});

test('[E12] a lesson of this browser is practised, printed, packed, deleted, put back and opened again from its file @thorough', async ({
  context,
}) => {
  const presenter = await context.newPage();
  await openLesson(presenter, `${host.site}edit/`);
  await openItsPage(presenter);
  await presenter.getByRole('link', { name: 'Practise' }).click();
  await expect(presenter.getByText('Rehearsal: a pretend class answers').first()).toBeVisible();

  // Printed, sheet by sheet.
  await openItsPage(presenter);
  await presenter.locator('summary', { hasText: 'Print' }).click();
  await presenter.getByRole('link', { name: 'Worksheet' }).click();
  await expect(presenter.locator('.sheet')).toContainText('Why does ice float?');
  const printed = presenter.locator('.sheet img');
  await expect.poll(() => printed.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(400);
  expect(await axeFindings(presenter)).toEqual([]);
  await openItsPage(presenter);
  await presenter.locator('summary', { hasText: 'Take away' }).click();
  await presenter.getByRole('link', { name: 'Slides on paper' }).click();
  await presenter.getByRole('link', { name: '1 slide a page' }).click();
  await expect(presenter).toHaveURL(/sheet\/\?lesson=[\w-]+&sheet=slides&a-page=1$/);
  await expect(presenter.locator('.paper-slide').first()).toBeVisible();

  // Taken to other programs, with its picture; and read.
  await openItsPage(presenter);
  const slides = unzipSync(await takeAway(presenter, 'Slides for PowerPoint'));
  expect(Object.keys(slides).filter((name) => name.startsWith('ppt/media/'))).toHaveLength(1);
  const plan = unzipSync(await takeAway(presenter, 'Plan for Word'))['word/document.xml'];
  expect(strFromU8(plan ?? new Uint8Array())).toContain(NOTE);
  await presenter.getByRole('link', { name: 'Reading view' }).click();
  await expect(presenter.locator('#read')).toContainText('Why ice floats');
  const read = presenter.locator('#read img').first();
  await expect.poll(() => read.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(400);
  expect(await axeFindings(presenter)).toEqual([]);

  // Packed, deleted and put back, deleted, and opened again from its file.
  await openItsPage(presenter);
  const packed = await saveCopy(presenter);
  await presenter.goto(site);
  const mine = presenter.getByRole('region', { name: 'Last saved' });
  await mine.getByRole('button', { name: 'Delete “Why ice floats”' }).click();
  await mine.getByRole('button', { name: 'Undo' }).click();
  await expect(mine.getByRole('link', { name: 'Teach or print “Why ice floats”' })).toBeVisible();
  await mine.getByRole('button', { name: 'Delete “Why ice floats”' }).click();
  await openFile(presenter, `${site}edit/`, packed);
  await openItsPage(presenter);
  const slide = presenter.locator('.plan-strip img, .slide img').first();
  await expect.poll(() => slide.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(400);
});

test('[E12] a safeguarding lesson of one’s own is asked about when its subject goes, printed, practised and previewed here, and not taught', async ({
  page,
}) => {
  const text = TEXT.replace('subject: science', 'subject: safeguarding');
  await openLesson(page, `${site}edit/`, text);
  // Its picture has a name of its own by now.
  await replaceText(page, text.replace('subject: safeguarding\n', '').replace(/^!.*\n/m, ''));
  const asks = page.getByRole('alert').filter({ hasText: 'still a safeguarding lesson?' });
  await expect(asks).toContainText('lose the checks of its words, the approval');
  await asks.getByRole('button', { name: 'Put it back' }).press('Enter');
  await expect(asks).toHaveCount(0);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await openItsPage(page);
  await expect(page.locator('[data-approval]')).toContainText(
    'They review it in the Wholeclass program',
  );
  expect(await axeFindings(page)).toEqual([]);

  // Printed with all that any lesson has.
  await page.locator('summary', { hasText: 'Print' }).click();
  await page.getByRole('link', { name: 'All handouts, and how many' }).click();
  await expect(page.getByLabel('What for')).toHaveText(/Why ice floats/);
  await expect(page.getByLabel('What for').locator('option:checked')).toHaveText('Why ice floats');
  await page.getByRole('radio', { name: 'Everything' }).check();
  await page.getByRole('button', { name: 'Preview: The questions with answers' }).click();
  await expect(page.locator('.desk-paper')).toContainText('It is less dense than water');
  await page.getByRole('button', { name: 'Preview: Pupil help cards' }).click();
  await expect(page.locator('.desk-paper')).toContainText('Childline');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open on its own: The questions with answers' }).click();
  await expect(page.locator('.sheet')).toContainText('It is less dense than water');
  await openItsPage(page);
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await expect(page.getByText('They review it in the Wholeclass program')).toBeVisible();
  await sayWhoIsIn(page);
  for (const tick of await page.getByRole('checkbox').all()) await tick.check();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await expect(page.getByText('Your safeguarding lead’s approval of')).toBeVisible();
  await page.getByRole('link', { name: 'preview the slides' }).click();
  await expect(page).toHaveURL(/\/present\/my_lesson\/\?lesson=[\w-]+&preview$/);
  await expect(page.getByText('Preview').first()).toBeVisible();
});

test('[E12] a handout is written in a lesson of this browser from a template, seen as paper beside it, and printed with it', async ({
  context,
}) => {
  const page = await context.newPage();
  await openLesson(page, `${host.site}edit/`);
  await writeSlips(page);
  const sheet = page.getByRole('region', { name: 'Handout: Snow slips' });
  expect(await axeFindings(page)).toEqual([]);
  // Another side can be looked at all the same.
  await page.getByRole('button', { name: 'Board', exact: true }).click();
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: 'Handout', exact: true }).click();
  await expect(sheet).toBeVisible();
  // The board is back where its slide is.
  await page
    .getByRole('navigation', { name: 'Outline' })
    .getByText('One thing you know now')
    .click();
  await expect(page.locator('.pane__board')).toContainText('One thing you know now');
  await page.getByRole('navigation', { name: 'Outline' }).getByText('Snow slips').click();
  await expect(sheet).toBeVisible();

  await openItsPage(page);
  await expectSlips(page);
  await openItsPage(page);
  const text = strFromU8(unzipSync(await saveCopy(page))['why-ice-floats.md'] ?? new Uint8Array());
  expect(text).toContain(':::: handout\ntitle: Snow slips\n');
});

test('[E12] in forced colours and by keys alone a lesson of one’s own is found, printed, read and started @thorough', async ({
  page,
}) => {
  await openLesson(page, `${site}edit/`);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const press = async (name: string | RegExp): Promise<void> => {
    await tabTo(page, name);
    await key(page, 'Enter');
  };
  const toItsPage = async (): Promise<void> => {
    await page.goto(`${site}edit/`);
    await press('Teach or print “Why ice floats”');
    await expect(page.getByRole('heading', { name: 'Why ice floats', level: 1 })).toBeVisible();
  };
  const axe = async () =>
    (await axeFindings(page)).filter((found) => !found.startsWith('color-contrast'));

  await toItsPage();
  // The page “Print” is among those at the top.
  await tabTo(page, 'Preview');
  await press('Print');
  await press('All handouts, and how many');
  await expect(page.getByLabel('What for')).toBeVisible();
  await tabTo(page, /^Why ice floats/);
  await tabTo(page, /^Essentials/);
  await key(page, 'ArrowRight');
  await press('Preview: The questions with answers');
  await expect(page.locator('.desk-paper')).toContainText('It is less dense than water');
  expect(await axe()).toEqual([]);
  await press('Open on its own: The questions with answers');
  await expect(page.locator('.sheet')).toContainText('It is less dense than water');

  await toItsPage();
  await press('Take away');
  const saved = page.waitForEvent('download');
  await press('Slides for PowerPoint');
  expect((await saved).suggestedFilename()).toBe('why-ice-floats.pptx');
  await press('Reading view');
  await expect(page.locator('#read')).toContainText('Why ice floats');
  expect(await axe()).toEqual([]);

  await toItsPage();
  await press(/^Teach this lesson/);
  await expect(page.getByLabel('How many pupils are here today?')).toBeVisible();
  await tabTo(page, 'How many pupils are here today?');
  expect(await axe()).toEqual([]);
});

test('in a folder opened by double-click it is taught the same, with no network @thorough', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const name = `my-lesson-folder-${test.info().parallelIndex}`;
  const out = fileURLToPath(new URL(`../../.cache/${name}/Für 8B`, import.meta.url));
  const folderHome = writeTaughtHome(name);
  await writeFolderOf(LESSON, folderHome, out);
  await context.setOffline(true);
  site = `${pathToFileURL(out).href}/`;
  const presenter = await context.newPage();
  await openLesson(presenter, `${site}wholeclass/edit/index.html`);
  await presenter.goto(`${site}wholeclass/edit/index.html`);
  await presenter.getByRole('link', { name: 'Teach or print “Why ice floats”' }).click();
  await presenter.locator('summary', { hasText: 'Print' }).click();
  await presenter.getByRole('link', { name: 'My notes' }).click();
  await expect(presenter.locator('.sheet')).toContainText(NOTE);
  await presenter.goBack();
  expect(unzipSync(await takeAway(presenter, 'Slides for PowerPoint'))).toHaveProperty([
    'ppt/presentation.xml',
  ]);
  await presenter.locator('summary', { hasText: 'Print' }).click();
  await presenter.getByRole('link', { name: 'All handouts, and how many' }).click();
  await presenter.getByRole('radio', { name: 'Everything' }).check();
  await presenter.getByRole('button', { name: 'Preview: The questions with answers' }).click();
  await expect(presenter.locator('.desk-paper')).toContainText('It is less dense than water');
  await presenter.goBack();
  expect(unzipSync(await saveCopy(presenter))).toHaveProperty(['why-ice-floats.md']);
  await teach(context, presenter);
});

test('its film comes from the site, stops at its questions, and goes along in its file @thorough', async ({
  context,
}) => {
  const page = await context.newPage();
  await openLesson(page, `${site}edit/`, FILM);
  await openItsPage(page);
  await expect(page.getByText('Film, under a minute')).toBeVisible();
  const packed = unzipSync(await saveCopy(page));
  const yaml = strFromU8(packed['media/clip/film.yaml'] ?? new Uint8Array());
  expect(yaml).toContain('Test clip');
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await page.getByLabel('How many pupils are here today?').fill('30');
  const board = await openBoard(context, page);
  await startBoard(board);
  await turnTo(board, 'film-1', () => key(page, 'ArrowRight'));
  await key(page, 'p');
  await expectBoard(board, 'stop-the-pressure');

  // Where nothing is said of a film, opening such a file says it; where something is, it stays.
  const files = ['clip', 'ice'].map((film) => ({
    ...{ film, captions: null },
    yaml: yaml.replace('Test clip', 'Ice in a jar'),
  }));
  const named = FILM.replace('film: clip', 'films: [ice, clip]');
  const brought = packLesson({ slug: 'why-ice-floats', text: named }, [], files);
  await openFile(page, `${site}edit/`, Buffer.from(brought));
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.goto(`${site}film/`);
  await expect(page.getByRole('link', { name: 'Ice in a jar' })).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Test clip' })).toHaveCount(1);
  // The site was asked first, and has nothing.
  troubles = troubles.filter((one) => !/ice\/film\.json|^Failed to load resource/.test(one));
});
