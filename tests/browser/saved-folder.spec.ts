import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { INNER, OPEN_ME } from '../../src/text/folder-names.ts';
import { axeFindings } from './axe-findings.ts';
import { tabTo } from './hands-free.ts';
import { key, sayWhoIsIn } from './lead.ts';
import { replaceText, text } from './lesson-editor.ts';
import { ownFolder } from './own-folder.ts';
import { expectSlips, writeSlips } from './own-handout.ts';
import { NOTE, openLesson, teach, TEXT } from './own-lesson.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';

let host: StaticHost;
let out: string;
let troubles: string[];
/** Where a page may ask for something. */
let places: string[];

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/lessons-site/');
  out = `${ownFolder(`own-folder-${test.info().parallelIndex}`)}/Für 8B`;
  rmSync(out, { recursive: true, force: true });
});
test.afterAll(() => host.close());
test.beforeEach(({ context }) => {
  troubles = [];
  places = [host.site];
  context.on('page', watch);
});
// axe itself tries to fetch the style sheets of a folder, which its policy refuses.
const BY_AXE = /^Connecting to 'file:.*\.css' violates|^Couldn't load preload assets/;
test.afterEach(() => expect(troubles.filter((one) => !BY_AXE.test(one))).toEqual([]));

/** Notes what must never happen: an error, a policy that stopped something, a request to anywhere else, a file that is not there. */
function watch(page: Page): void {
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!places.some((one) => url.startsWith(one)) && !/^(?:blob|data):/.test(url)) {
      troubles.push(url);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
}

/** From the library to the page of the lesson of this name. */
async function openItsPage(page: Page, title = 'Why ice floats'): Promise<void> {
  await page.goto(host.site);
  await page.getByRole('link', { name: `Teach or print “${title}”` }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

/** Saves the folder from the lesson’s page, by keys, and unpacks it: where it lies. */
async function saveFolder(page: Page, name = 'why-ice-floats'): Promise<string> {
  // The strip of slides has a heading like it.
  await expect(page.locator('h1').first()).toBeVisible();
  await tabTo(page, 'Take away');
  await key(page, 'Enter');
  const saved = page.waitForEvent('download');
  await tabTo(page, 'Save as folder');
  await key(page, 'Enter');
  const download = await saved;
  expect(download.suggestedFilename()).toBe(`${name}.zip`);
  await expect(page.getByText(`${name}.zip is in your downloads. Unpack it first`)).toBeVisible();
  const to = join(out, String(test.info().testId), String(await download.path().then(lengthOf)));
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(await download.path())))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), bytes);
  }
  return join(to, name);
}

function lengthOf(path: string): number {
  return readFileSync(path).length;
}

/** Opens the folder by double-click, with no network from now on. */
async function openMe(context: BrowserContext, folder: string): Promise<Page> {
  await context.setOffline(true);
  const address = `${pathToFileURL(folder).href}/`;
  places = [...places, address];
  const page = await context.newPage();
  await page.goto(`${address}${encodeURI(OPEN_ME)}`);
  return page;
}

const SLIPS = `:::: handout
title: Snow slips

::: cut 8
One thing I learned:
:::
::::
`;

test('[E12] a lesson of one’s own is saved as a folder from a site of files, taught from it by double-click with no network, changed there and saved again @thorough', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const page = await context.newPage();
  await openLesson(page, `${host.site}edit/`);
  await openItsPage(page);
  const folder = await saveFolder(page);
  expect(await axeFindings(page)).toEqual([]);
  const file = readFileSync(join(folder, INNER, 'lesson/my_lesson/why-ice-floats.md'), 'utf8');
  expect(file).toContain('# Why ice floats');
  await page.close();

  const presenter = await openMe(context, folder);
  await expect(presenter.getByRole('heading', { name: 'Why ice floats', level: 1 })).toBeVisible();
  expect(await axeFindings(presenter)).toEqual([]);
  await teach(context, presenter, { hasHistory: false });

  // A colleague prints it, changes it, and hands on what it is now.
  await presenter.goto(`${pathToFileURL(folder).href}/${encodeURI(OPEN_ME)}`);
  await presenter.getByRole('link', { name: 'My notes' }).click();
  await expect(presenter.locator('.sheet')).toContainText(NOTE);
  await presenter.goBack();
  await presenter.getByRole('link', { name: 'Read the plan' }).click();
  await presenter.locator('summary', { hasText: 'Print' }).click();
  await presenter.getByRole('link', { name: 'All handouts, and how many' }).click();
  await expect(presenter.getByLabel('What for').locator('option:checked')).toHaveText(
    'Why ice floats',
  );
  await presenter.goBack();
  await presenter.getByRole('link', { name: 'Edit a copy' }).click();
  await expect(presenter.locator('.cm-content')).toContainText('Why does ice float?');
  await expect(presenter.getByText('Saved to this computer')).toBeVisible();
  await replaceText(
    presenter,
    TEXT.replace('Why ice floats', 'Why wood floats')
      .replace(/^!.*\n/m, '')
      .replace('# Why ice floats', '# Why wood floats'),
  );
  await expect(presenter.getByText('Saved to this computer')).toBeVisible();
  await presenter.goto(`${pathToFileURL(folder).href}/${INNER}/edit/index.html`);
  await presenter.getByRole('link', { name: 'Teach or print “Why wood floats”' }).click();
  const again = await saveFolder(presenter, 'why-wood-floats');
  const next = await openMe(context, again);
  await expect(next.getByRole('heading', { name: 'Why wood floats', level: 1 })).toBeVisible();
  await next.getByRole('link', { name: 'Read the plan' }).click();
  await expect(next.getByRole('heading', { name: 'Why wood floats', level: 1 })).toBeVisible();
});

test('[E12] a handout that is written in the lesson is printed from such a folder, and so is one that is written there @thorough', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const page = await context.newPage();
  await openLesson(page, `${host.site}edit/`, `${TEXT}\n${SLIPS}`);
  await openItsPage(page);
  const folder = await saveFolder(page);
  await page.close();
  const presenter = await openMe(context, folder);
  await presenter.getByRole('link', { name: 'All handouts, and how many' }).click();
  await expect(presenter.getByRole('checkbox', { name: /Snow slips/ })).toBeChecked();
  await presenter.goBack();
  await presenter.getByRole('link', { name: 'Read the plan' }).click();
  await expect(presenter.getByRole('heading', { name: 'Why ice floats', level: 1 })).toBeVisible();
  await expectSlips(presenter);

  await presenter.goto(`${pathToFileURL(folder).href}/${INNER}/edit/index.html`);
  await presenter.getByRole('button', { name: 'New lesson' }).click();
  await expect(presenter.locator('.pane__board section.present')).toContainText('Name of the');
  // Its name is marked, to be typed over.
  await presenter.keyboard.insertText('Why snow falls');
  await text(presenter).press('ControlOrMeta+End');
  await writeSlips(presenter);
  await expect(presenter.getByText('Saved to this computer')).toBeVisible();
  await presenter.goto(`${pathToFileURL(folder).href}/${INNER}/edit/index.html`);
  await presenter.getByRole('link', { name: 'Teach or print “Why snow falls”' }).click();
  await expect(presenter.getByRole('heading', { name: 'Why snow falls', level: 1 })).toBeVisible();
  await expectSlips(presenter);
});

test('[E12] a safeguarding lesson in such a folder is practised and previewed, never taught, and says why on its first page', async ({
  context,
}) => {
  const page = await context.newPage();
  await openLesson(
    page,
    `${host.site}edit/`,
    TEXT.replace('subject: science', 'subject: safeguarding'),
  );
  await openItsPage(page);
  const folder = await saveFolder(page);
  const presenter = await openMe(context, folder);
  const WHY = 'They review it in the Wholeclass program';
  await expect(presenter.getByText(WHY)).toBeVisible();
  await expect(presenter.getByRole('link', { name: 'practise it' })).toBeVisible();
  expect(await axeFindings(presenter)).toEqual([]);
  await presenter.getByRole('link', { name: 'Teach this lesson' }).click();
  await expect(presenter.getByText(WHY)).toBeVisible();
  await sayWhoIsIn(presenter);
  for (const tick of await presenter.getByRole('checkbox').all()) await tick.check();
  await presenter.getByRole('button', { name: 'Start the lesson' }).click();
  await expect(presenter.getByText('Your safeguarding lead’s approval of')).toBeVisible();
  await presenter.getByRole('link', { name: 'preview the slides' }).click();
  await expect(presenter.getByText('Preview').first()).toBeVisible();

  // Its copy stays one, whatever its head says.
  await presenter.goto(
    `${pathToFileURL(folder).href}/${INNER}/edit/index.html?lesson=in_this_folder`,
  );
  await expect(presenter.locator('.cm-content')).toContainText('Why does ice float?');
  await replaceText(presenter, TEXT.replace('subject: science\n', '').replace(/^!.*\n/m, ''));
  await expect(
    presenter.getByRole('alert').filter({ hasText: 'still a safeguarding lesson?' }),
  ).toBeVisible();
});

test('without a network the page says that the folder’s pages could not be fetched @thorough', async ({
  context,
}) => {
  const page = await context.newPage();
  await openLesson(page, `${host.site}edit/`);
  await openItsPage(page);
  await page.route('**/own-assets.zip', (route) => route.abort());
  await page.locator('summary', { hasText: 'Take away' }).click();
  await page.getByRole('button', { name: 'Save as folder' }).click();
  await expect(page.locator('[data-save-folder] [role=status]')).toHaveText(
    'The folder’s pages could not be fetched. Check the connection, then press the button again.',
  );
  troubles = troubles.filter((one) => !one.includes('net::ERR_FAILED'));
});
