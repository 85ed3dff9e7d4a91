import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { NO_REVIEW } from '../../src/review/review.ts';
import { formatReview, reviewName } from '../../src/review/stored-review.ts';
import { OPEN_ME } from '../../src/text/folder-names.ts';
import { expectBoard, getReady, key, pressStart, startBoard, turnTo } from './lead.ts';
import { ownFolder } from './own-folder.ts';
import { writeReadySchool } from './ready-school.ts';
import { hostFolder } from './static-host.ts';
import { LESSON, openTaughtSchool, writeShippedHome, type TaughtSchool } from './taught-school.ts';
import { writeFolderOf } from './written-folder.ts';

const clip = fileURLToPath(new URL('../media/clip/film.mp4', import.meta.url));
const FILM = 'for-the-whole-world-to-see';
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  const name = `your-film-${test.info().parallelIndex}`;
  school = await openTaughtSchool(name, writeShippedHome(name, [LESSON]));
});
test.afterAll(() => school.kill());

/** Makes a stop where the film is at this second, by the key, and says what it is. */
async function stopAt(page: Page, second: number, moment: string, question: string): Promise<void> {
  await page.getByRole('slider', { name: 'Where the film is' }).fill(String(second));
  await page.getByRole('heading', { name: 'Your film' }).click();
  await page.locator('body').press('s');
  await page.getByLabel('Which moment of the story is it?').selectOption({ label: moment });
  await page.getByLabel('What do you ask the class here?').fill(question);
  await page.getByRole('button', { name: 'Add lines to show' }).click();
  await page.getByLabel('Lines that the question is about').fill('asks: Well?\nasks: Well?');
  await page.getByRole('button', { name: 'Save stop' }).click();
}

/** All that a class may have to know of a film, but its stops. */
async function describe(page: Page): Promise<void> {
  await page.getByLabel('What the class reads on its slide').fill('Our own film');
  await page.getByLabel('Read to the class before the film').fill('Numbers, and nothing else.');
  await page.getByLabel('No, you read or watch').check();
  await page.getByLabel('It does not').check();
  await page.getByLabel('If you must end early').fill('Kim told her aunt.\nIt got better.');
  await page.getByLabel('The one who asks', { exact: true }).fill('Noor');
}

async function confirm(page: Page): Promise<void> {
  await page.getByLabel('Who is confirming?').selectOption({ label: 'Safeguarding lead' });
  for (const words of ['I have watched all of it', 'No one in it is nude', 'We may show it']) {
    await page.getByLabel(words).check();
  }
}

test('A film is set up on its page, and every page of the lesson is about it then', async ({
  page,
}) => {
  test.slow();
  await page.goto(`${school.staff}film/${FILM}/`);
  await page.getByLabel('The film’s file').setInputFiles(clip);
  await expect(page.getByText('film.mp4, 20 s. It stays on this computer')).toBeVisible();
  await stopAt(page, 4, 'Before the ask', 'What makes a no easy for Kim?');
  await stopAt(page, 8, 'The push', 'How does Noor push?');
  await stopAt(page, 12, 'Another moment', 'What is this?');
  await expect(page.getByRole('status').filter({ hasText: 'Still to do' })).toBeVisible();

  // A stop that is deleted comes back, and goes for good.
  const stops = page.getByRole('list').filter({ hasText: 'The push' });
  await page.getByRole('button', { name: 'Change stop 3' }).click();
  await page.getByRole('button', { name: 'Delete stop' }).click();
  await expect(stops.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(stops.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Change stop 3' }).click();
  await page.getByRole('button', { name: 'Delete stop' }).click();

  // Captions are typed against the film.
  await page.getByRole('button', { name: 'Type them' }).click();
  await page.getByLabel('What is said where the film is now').fill('Are you still up?');
  await page.getByRole('button', { name: 'Add line' }).click();
  await describe(page);
  expect(await axeFindings(page)).toEqual([]);

  // Pressed early it goes to what is missing.
  await page.getByRole('button', { name: 'Use this film' }).click();
  await expect(page.getByRole('heading', { name: 'Before a class sees it' })).toBeFocused();

  // A reload loses nothing but the file, which no browser gives back.
  await page.reload();
  await expect(page.getByLabel('What the class reads on its slide')).toHaveValue('Our own film');
  await expect(page.getByText('How does Noor push?')).toBeVisible();
  await page.getByLabel('The film’s file').setInputFiles(clip);
  await confirm(page);

  await page.getByRole('button', { name: 'Play it with stops' }).click();
  const board = page.getByRole('dialog', { name: 'The film with its stops' });
  await expect(board.getByRole('heading', { name: 'What makes a no easy for Kim?' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(board.getByRole('listitem')).toHaveText(['Noor: Well?', 'Noor: Well?']);
  await expect(board.getByRole('region')).toBeHidden();
  await board.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Use this film' }).click();
  await expect(page.getByText('Every lesson that names this film is about it now.')).toBeVisible();
  expect(existsSync(join(school.dataDir, `lessons/media/${FILM}/film.mp4`))).toBe(true);

  for (const path of [
    `lesson/${LESSON}/`,
    `board/${LESSON}/`,
    `present/${LESSON}/deck.json`,
    `present/${LESSON}/notes.json`,
    `print/${LESSON}/worksheet/`,
    `print/${LESSON}/transcript/`,
    `print/${LESSON}/slides/`,
    `print/${LESSON}/notes/`,
  ]) {
    const text = await (await page.request.get(school.staff + path)).text();
    expect(text, path).not.toMatch(/Speech Bubbles|send me a pic/);
    // The plan alone says what is left out.
    if (!path.startsWith('lesson/')) {
      expect(text, path).not.toContain('What can the people who see it');
    }
    if (!/transcript|notes/.test(path)) expect(text, path).toContain('How does Noor push?');
  }
  const words = async (path: string) => (await page.request.get(`${school.staff}${path}`)).text();
  expect(await words(`print/${LESSON}/transcript/`)).toContain('Are you still up?');
  expect(await words(`present/${LESSON}/notes.json`)).toContain(
    'Kim told her aunt. It got better.',
  );
  const plan = await words(`lesson/${LESSON}/`);
  expect(plan).toContain('Left out, since this film has no moment for it');
  expect(plan).not.toContain('Not confirmed yet');
  expect(await words(`present/${LESSON}/deck.json`)).toContain('"Alex":"Noor"');
});

test('What two people change of one film is written over by neither, after a reload too @thorough', async ({
  page,
}) => {
  const api = `${school.staff}api/films/our-tour`;
  const yaml = (title: string) =>
    `title: ${title}\nfps: 25\nlength: "0:20.0"\nstops:\n  the-pressure: "0:08.0"\nquestions:\n  the-pressure: What now?\ncontent note: Numbers.\nends with help: no\nspoken words: no\nconfirmed:\n  watched to the end: teacher, 2026-11-30\n  no one nude or hurting themselves: teacher, 2026-11-30\n  we may show it: teacher, 2026-11-30\n`;
  const write = (title: string, precondition: Readonly<Record<string, string>>) =>
    page.request.put(api, {
      headers: { origin: school.staff.slice(0, -1), ...precondition },
      data: { yaml: yaml(title), captions: null },
    });
  const first = await write('Our tour', { 'if-none-match': '*' });
  const { version } = (await first.json()) as { readonly version: number };
  await page.goto(`${school.staff}film/our-tour/`);
  const title = page.getByLabel('What the class reads on its slide');
  await title.fill('Mine');
  expect((await write('Theirs', { 'if-match': `"${version}"` })).ok()).toBe(true);

  // What was typed goes on from what it was typed over, and not from what is there now.
  await page.reload();
  await expect(title).toHaveValue('Mine');
  const use = page.getByRole('button', { name: 'Use this film' });
  await use.click();
  await expect(page.getByText('Changed somewhere else.')).toBeVisible();
  expect(await (await page.request.get(api)).text()).toContain('Theirs');

  await page.getByRole('button', { name: 'Load theirs' }).click();
  await expect(title).toHaveValue('Theirs');
  await title.fill('Both');
  await use.click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await page.reload();
  await expect(title).toHaveValue('Both');
});

/** Describes the clip on its page of a site, with two of a lesson’s moments, and uses it. */
async function setUp(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('The film’s file').setInputFiles(clip);
  await stopAt(page, 4, 'Before the ask', 'What makes a no easy for Kim?');
  await stopAt(page, 8, 'The push', 'How does Noor push?');
  await page.getByRole('button', { name: 'Type them' }).click();
  await page.getByRole('slider', { name: 'Where the film is' }).fill('1');
  await page.getByLabel('What is said where the film is now').fill('Are you still up?');
  await page.getByRole('button', { name: 'Add line' }).click();
  await describe(page);
  await confirm(page);
  await page.getByRole('button', { name: 'Use this film' }).click();
  await expect(page.getByText('Saved in this browser: every lesson that names')).toBeVisible();
}

const SHIPPED = [LESSON, 'speech-bubbles', 'power-and-putting-it-right', 'rehearsal'];

/** What no page of its lesson may say once another film is set up. */
const OF_OTHERS = /Speech Bubbles|send me a pic|call the round shape/;

/** Teaches the lesson from its page with the film’s file, to the second stop, with a board in a window of its own. */
async function teach(context: BrowserContext, presenter: Page): Promise<void> {
  await presenter.getByRole('link', { name: 'Teach this lesson' }).click();
  await presenter.getByLabel('How many pupils are here today?').fill('30');
  await getReady(presenter);
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  await turnTo(board, 'film-1', () => key(presenter, 'ArrowRight'));
  // The film is chosen where it is wanted.
  await presenter.locator('.button--film', { hasText: 'Choose the film' }).click();
  await presenter.locator('input[type=file]').setInputFiles(clip);
  await expect(presenter.getByRole('dialog')).toHaveCount(0);
  await key(presenter, 'p');
  await expect(board.locator('.film__caption')).toContainText('Are you still up?');
  await expectBoard(board, 'stop-before-the-ask');
  await expect(board.locator('section.present')).toContainText('What makes a no easy for Kim?');
  await key(presenter, 'p');
  await expectBoard(board, 'stop-the-pressure');
  await expect(board.locator('section.present')).toContainText('How does Noor push?');
  for (const window of [presenter, board]) expect(await window.content()).not.toMatch(OF_OTHERS);
}

test('On a site of files a film that is set up in this browser is the one that every page of its lesson is about, to its teaching @thorough', async ({
  context,
}) => {
  test.slow();
  const name = `your-film-static-${test.info().parallelIndex}`;
  const out = ownFolder(name);
  await buildSite({
    home: writeShippedHome(name, SHIPPED),
    pages: await buildPages(),
    out,
  });
  writeReadySchool(out);
  const host = await hostFolder(out, '/lessons-site/');
  const page = await context.newPage();
  try {
    await page.goto(host.site);
    await page.getByRole('link', { name: 'Add the film' }).click();
    await setUp(page, page.url());
    await page.reload();
    await expect(page.getByText('What makes a no easy for Kim?')).toBeVisible();
    await expect(page.getByText('“Our own film”, 20 s. Choose its file')).toBeVisible();

    // The library starts with it, and *Speech Bubbles* stands beside it under its own name.
    await page.goto(host.site);
    const start = page.getByRole('region', { name: 'Start here' });
    await expect(start).toContainText('With Our own film, 0:20');
    await expect(page.getByText('The campaign’s film,')).toHaveCount(0);
    await start.getByRole('link', { name: 'Pressure, and who can help' }).click();
    await expect(page).toHaveURL(new RegExp(`lesson/my_lesson/\\?lesson=site_${LESSON}$`));
    await expect(page.getByRole('heading', { name: 'Our own film' })).toBeVisible();
    await expect(page.getByText('Left out, since this film has no moment')).toHaveCount(1);
    expect(await page.content()).not.toMatch(OF_OTHERS);
    expect(await axeFindings(page)).toEqual([]);

    for (const [path, says] of [
      [`print/${LESSON}/worksheet/`, 'How does Noor push?'],
      [`print/${LESSON}/transcript/`, 'Are you still up?'],
      [`print/${LESSON}/notes/`, 'Kim told her aunt. It got better.'],
      [`print/${LESSON}/slides/`, 'What makes a no easy for Kim?'],
      [`read/${LESSON}/`, 'Pressure, and who can help'],
    ] as const) {
      await page.goto(host.site + path);
      await expect(page).toHaveURL(/my_lesson/);
      await expect(page.locator('body'), path).toContainText(says);
      const words = await page.content();
      expect(words, path).not.toMatch(OF_OTHERS);
      expect(words, path).not.toContain('What can the people who see it');
    }
    await page.goto(`${host.site}print/?lesson=${LESSON}`);
    await expect(page.getByLabel('What for').locator('option:checked')).toHaveText(
      'Pressure, and who can help',
    );
    await page.getByRole('button', { name: 'Preview: Worksheet' }).click();
    await expect(page.locator('.desk-paper')).toContainText('How does Noor push?');

    // The lead answers where the film is.
    await page.goto(`${host.site}approve/${LESSON}/`);
    await expect(page.getByRole('heading', { name: 'Please approve this lesson' })).toBeVisible();
    await expect(page.getByRole('link', { name: /^The film/ })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${host.site}lesson/${LESSON}/`);
    await teach(context, page);
  } finally {
    await host.close();
  }
});

test('In a folder opened by double-click a film that is set up there is the one that its lesson is taught with @thorough', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const name = `your-film-folder-${test.info().parallelIndex}`;
  const out = fileURLToPath(new URL(`../../.cache/${name}/Für 8B`, import.meta.url));
  const home = writeShippedHome(name, [LESSON]);
  mkdirSync(join(home, 'data'), { recursive: true });
  writeReadySchool(join(home, 'data'));
  await writeFolderOf(LESSON, home, out);
  await context.setOffline(true);
  const site = `${pathToFileURL(out).href}/`;
  const page = await context.newPage();
  await setUp(page, `${site}wholeclass/film/${FILM}/index.html`);
  await page.goto(`${site}${OPEN_ME}`);
  await expect(page.getByText('Our own film')).toBeVisible();
  await page.getByRole('link', { name: 'The film in words' }).click();
  await expect(page.locator('.sheet')).toContainText('Are you still up?');
  expect(await page.content()).not.toMatch(OF_OTHERS);
  await page.goto(`${site}${OPEN_ME}`);
  // The lead answers where the film is.
  await page.goto(`${site}wholeclass/approve/${LESSON}/index.html`);
  await expect(page).toHaveURL(new RegExp(`approve/my_lesson/index.html\\?lesson=site_${LESSON}`));
  await expect(page.getByRole('heading', { name: 'Please approve this lesson' })).toBeVisible();
  await expect(page.getByText('Your answer is saved only in this browser')).toBeVisible();
  await page.goto(`${site}${OPEN_ME}`);
  await page.getByRole('link', { name: 'Read the plan' }).click();
  await expect(page.getByRole('heading', { name: 'Our own film' })).toBeVisible();
  await teach(context, page);
});

test('A lesson that its review holds stays held in a folder, with a film of this browser too @thorough', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const name = `your-film-held-${test.info().parallelIndex}`;
  const out = ownFolder(name);
  const home = writeShippedHome(name, [LESSON]);
  mkdirSync(join(home, 'data'), { recursive: true });
  writeReadySchool(join(home, 'data'));
  const file = join(home, `lessons/${LESSON}.md`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('subject: safeguarding', 'subject: history'));
  writeFileSync(join(home, 'lessons', reviewName(LESSON)), formatReview(NO_REVIEW));
  await writeFolderOf(LESSON, home, out);
  const site = `${pathToFileURL(out).href}/`;
  await setUp(page, `${site}wholeclass/film/${FILM}/index.html`);
  await page.goto(`${site}wholeclass/present/${LESSON}/index.html`);
  await expect(page).toHaveURL(new RegExp(`present/my_lesson/.*lesson=site_${LESSON}`));
  await expect(page.getByText('Not taught from here')).toBeVisible();
  await expect(page.getByText('hasn’t reviewed it yet').first()).toBeVisible();
});

test('A film that is saved in this browser, or in the school’s folder, is deleted after a question that names its lessons @thorough', async ({
  page,
}) => {
  const yaml = `title: Our tour\nfps: 25\nlength: "0:20.0"\nstops:\n  the-pressure: "0:08.0"\n`;
  const put = await page.request.put(`${school.staff}api/films/${FILM}`, {
    headers: { origin: school.staff.slice(0, -1), 'if-none-match': '*' },
    data: { yaml, captions: null },
  });
  expect([201, 412]).toContain(put.status());
  await page.goto(`${school.staff}film/${FILM}/`);
  await page.getByRole('button', { name: 'Delete this film' }).click();
  const asked = page.getByRole('dialog', { name: /^Delete “Our/ });
  await expect(asked).toContainText('This lesson names it: “Pressure, and who can help”.');
  await expect(asked).toContainText('For 30 days IT can put it back.');
  expect(await axeFindings(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete this film' }).click();
  await asked.getByRole('button', { name: 'Delete film' }).click();
  await expect(page.getByRole('heading', { name: 'Films' })).toBeVisible();
  expect(await (await page.request.get(`${school.staff}lesson/${LESSON}/`)).text()).toContain(
    'Speech Bubbles',
  );

  const name = `your-film-deleted-${test.info().parallelIndex}`;
  const out = ownFolder(name);
  await buildSite({ home: writeShippedHome(name, [LESSON]), pages: await buildPages(), out });
  const host = await hostFolder(out, '/lessons-site/');
  try {
    await setUp(page, `${host.site}film/${FILM}/`);
    await page.goto(`${host.site}film/?all`);
    await page.goto(`${host.site}film/${FILM}/`);
    await page.getByRole('button', { name: 'Delete this film' }).click();
    await expect(asked).toContainText('deleted from this browser');
    await asked.getByRole('button', { name: 'Delete film' }).click();
    await expect(page.getByRole('heading', { name: 'Films' })).toBeVisible();
    await page.goto(`${host.site}lesson/${LESSON}/`);
    await expect(page.getByRole('heading', { name: 'Speech Bubbles' })).toBeVisible();
  } finally {
    await host.close();
  }
});

test('One file carries what is said of a film to another page, and a wrong file is refused with its cause @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}film/`);
  await page.getByRole('link', { name: 'Add a film' }).click();
  const input = page.getByLabel('The film’s file');
  await input.setInputFiles({ name: 'plan.mp4', mimeType: 'video/mp4', buffer: Buffer.from('No') });
  await expect(page.getByRole('alert')).toContainText('This file is no film that can be read');
  await input.setInputFiles(clip);
  await stopAt(page, 5, 'Help', 'Who can help?');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save without the film' }).click();
  const saved = await (await saving).path();

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByLabel('The film’s file').setInputFiles({
    name: 'film.film.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(saved),
  });
  await expect(page.getByText('Who can help?')).toBeVisible();
});
