import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ADDRESSES, MARKUP, WITH_ADDRESS } from '../lesson/hostile-pieces.ts';
import { firstOf } from '../thorough.ts';
import { png } from '../open/small-pictures.ts';
import { axeFindings } from './axe-findings.ts';
import { board, replaceText, text, title } from './lesson-editor.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON } from './taught-school.ts';
import { noteTroubles } from './troubles.ts';

/** One that a sheet of the site shows. */
const PICTURE = 'pictures/secret.svg';

let host: StaticHost;
let troubles: readonly string[];

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/lessons-site/');
});
test.afterAll(() => host.close());

test.beforeEach(({ context }) => {
  troubles = noteTroubles(context, {
    isOwn: (url, method) =>
      (url.startsWith(host.site) || url.startsWith('blob:')) && method === 'GET',
    // The text that means harm names pictures of a folder that there is not.
    isExpected: (message) => message.location().url.startsWith(`${host.site}media/film/`),
  });
});
test.afterEach(() => expect(troubles).toEqual([]));

const lines = (page: Page) => page.locator('.cm-line');

async function openNew(page: Page): Promise<void> {
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'New lesson' }).click();
  await expect(board(page)).toContainText('Name of the lesson');
}

test('a teacher new to Markdown writes six slides with a question and a picture from the static site, with the network off, in eleven presses', async ({
  context,
  page,
}) => {
  let presses = 0;
  const press = async (name: string | RegExp) => {
    presses += 1;
    await page.getByRole('button', { name }).first().click();
  };
  await page.goto(`${host.site}edit/`);
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await press('New lesson');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('Why ice floats');
  await expect(title(page)).toHaveText('Why ice floats');
  await press('First slide');
  await page.keyboard.press('End');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await page.keyboard.type('What floats?\nWood\nIce');
  await expect(board(page).getByRole('listitem')).toHaveText(['Wood', 'Ice']);
  for (const heading of ['Ice is less dense', 'Try it', 'Write it down']) {
    await press('Slide');
    await page.keyboard.type(`${heading}\nWater\nIce`);
    await expect(board(page)).toContainText(heading);
    await expect(board(page).getByRole('listitem')).toHaveText(['Water', 'Ice']);
  }
  await press('Picture');
  const picture = page.getByRole('dialog', { name: 'Picture' });
  const choosing = page.waitForEvent('filechooser');
  await picture.getByLabel('Choose a picture').click();
  presses += 1;
  await (
    await choosing
  ).setFiles({ name: 'jar.png', mimeType: 'image/png', buffer: Buffer.from(png(320, 240)) });
  // The file in the system’s own list.
  presses += 1;
  await expect(picture.getByLabel('What does it show?')).toBeFocused();
  await page.keyboard.type('A jar with ice that floats');
  await picture.getByRole('button', { name: 'Insert picture' }).click();
  presses += 1;
  await expect(picture).toBeHidden();
  const shown = board(page).getByRole('img', {
    name: 'A jar with ice that floats',
    includeHidden: true,
  });
  await expectDrawn(shown);
  await press('Question');
  const form = page.getByRole('dialog', { name: 'Question' });
  await form.getByLabel('Question', { exact: true }).fill('Why does ice float?');
  await form.getByLabel('Answer 1', { exact: true }).fill('It is less dense');
  await form.getByLabel('Answer 2', { exact: true }).fill('It is cold');
  await form.getByRole('button', { name: 'Insert question' }).click();
  presses += 1;
  await expect(board(page)).toContainText('Why does ice float?');
  await expect(board(page)).toContainText('It is cold');
  await expect(page.getByText('Slide 6 of 6')).toBeVisible();
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  // One to begin, four for the slides after the title, four for the picture with its file, two for the question.
  expect(presses).toBe(1 + 4 + 4 + 2);
  // No mark of Markdown was typed, and nothing is left to fill in.
  await expect(text(page)).not.toContainText(
    /A point|Another point|First slide|Name of the lesson/,
  );
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share this lesson' });
  await expect(share).toContainText('in this browser only');
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    share.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  expect(copy.suggestedFilename()).toBe('why-ice-floats.lesson.zip');
  await expect(share).toBeHidden();

  await context.setOffline(false);
  await page.reload();
  await expect(board(page)).toContainText('Why does ice float?');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText(/of 5/)).toBeVisible();
  await expectDrawn(shown);
});

async function expectDrawn(picture: Locator): Promise<void> {
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320);
}

test('the board follows the cursor, and the cursor the board and the outline @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'Starter, teach, practise, exit ticket' }).click();
  await expect(board(page)).toContainText('Why ice floats');
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await expect(outline).toContainText('50 minutes');
  await outline.getByRole('button', { name: 'Why does ice float?' }).click();
  await expect(board(page)).toContainText('It is colder');
  await page.getByRole('button', { name: 'Previous slide' }).click();
  await expect(board(page)).toContainText('Try it in pairs');
  await expect(outline.locator('[aria-current]')).toContainText('Try it in pairs');
  await expect(page.getByText('Slide 4 of 5')).toBeVisible();
  await page.getByRole('button', { name: 'Previous slide' }).click();
  await expect(page.getByRole('region', { name: 'Your notes for this slide' })).toContainText(
    'Show the jar with ice.',
  );
  // The minutes add up while they are typed.
  await outline.getByRole('button', { name: 'Why does ice float?' }).click();
  await text(page).press('ArrowUp');
  await text(page).press('ArrowUp');
  await text(page).press('End');
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('1');
  await expect(outline).toContainText('60 of 50 minutes: 10 over');
});

const THIRTY = `# Long\n\n${Array.from({ length: 30 }, (_, at) => `### Slide ${at} with a name that takes two lines\n\n- A\n\n`).join('')}`;

for (const [width, height] of [
  [1366, 641],
  [390, 844],
] as const) {
  test(`at ${width} by ${height} the outline shows the slide of the cursor above the minutes, in a lower window too @thorough`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openNew(page);
    await replaceText(page, `---\ntitle: Long\nminutes: 10\n---\n\n${THIRTY}`);
    await expect(board(page)).toContainText('Slide 29');
    if (width < 960) await page.getByRole('button', { name: 'Outline' }).click();
    await expectAboveMinutes(page);
    await page.setViewportSize({ width, height: height - 150 });
    await expectAboveMinutes(page);
  });
}

async function expectAboveMinutes(page: Page): Promise<void> {
  const slide = page.locator('.outline__slide[aria-current]');
  await expect
    .poll(async () => {
      const minutes = await page.locator('.outline__minutes').boundingBox();
      const box = await slide.boundingBox();
      return minutes && box && box.y + box.height <= minutes.y && box.y > 0;
    })
    .toBe(true);
}

test('the worksheet follows the text and the cursor, and a press on a task goes to its slide @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'Starter, teach, practise, exit ticket' }).click();
  await expect(board(page)).toContainText('Why ice floats');
  await page.getByRole('button', { name: 'Worksheet' }).click();
  const sheet = page.locator('.pane--sheet .sheet');
  await expect(sheet).toContainText('It is less dense than water');
  const task = sheet.locator('[data-slide="question-floats"]').first();
  await expect(task).not.toHaveAttribute('data-at');
  await task.click();
  await expect(task).toHaveAttribute('data-at');
  await expect(page.locator('.outline [aria-current]')).toContainText('Why does ice float?');
  await text(page).press('ArrowDown');
  await text(page).press('End');
  await page.keyboard.type(' Tell me');
  await expect(sheet).toContainText('Why does ice float? Tell me');
  expect(await axeFindings(page)).toEqual([]);
});

test('a film that no one has confirmed is not offered for a safeguarding lesson', async ({
  page,
}) => {
  await openNew(page);
  const head = '---\ntitle: Pressure\nstage: KS3\nsubject: safeguarding\n---\n\n';
  await replaceText(page, `${head}# Pressure\n\n### One\n\n`);
  await expect(board(page)).toContainText('One');
  await page.keyboard.type('/film');
  await expect(page.getByRole('option', { name: /^Film/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Film' });
  await expect(dialog).toContainText('Not confirmed yet for a safeguarding lesson: “Test clip”.');
  await expect(dialog.getByRole('radio')).toHaveCount(0);
  await expect(dialog.getByRole('link', { name: 'Your film' })).toBeVisible();
});

test('a film is named by “/film” at the head of the lesson, and begins at the cursor, by keyboard alone @thorough', async ({
  context,
  page,
}) => {
  await openNew(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await replaceText(page, '---\ntitle: Ice\nstage: KS3\n---\n\n# Ice\n\n### One\n\n');
  await expect(board(page)).toContainText('One');
  await page.keyboard.type('/film');
  await expect(page.getByRole('option', { name: /^Film/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Film' });
  await expect(dialog.getByRole('radio', { name: 'Test clip, 0:20 long' })).toBeFocused();
  await expect(dialog).toContainText('No film plays from here');
  await expect(dialog.getByRole('radio', { name: 'Our tour' })).toBeHidden();
  await expect(dialog.getByRole('listitem')).toHaveText('Our tour, in media/our-tour');
  await expect(dialog).toContainText('Each needs its title, its length and the times of its stops');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(text(page)).toBeFocused();
  await expect(lines(page).nth(3)).toHaveText('film: clip');
  await expect(lines(page).filter({ hasText: '::: film' })).toHaveCount(1);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(lines(page).filter({ hasText: 'film' })).toHaveCount(0);
  await page.keyboard.type('/film');
  await expect(page.getByRole('option', { name: /^Film/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(lines(page).nth(3)).toHaveText('film: clip');
  await page.keyboard.insertText('A jar on a scale.');
  await expect(board(page)).toContainText('The film starts here');
  await expect(board(page)).toContainText('A jar on a scale.');
  await expect(page.getByRole('button', { name: 'Nothing to fix' })).toBeVisible();

  // It is shown already: another press changes the head alone.
  const slides = page.getByText(/^Slide \d+ of \d+$/);
  const before = await slides.textContent();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: /^Film/ }).click();
  await dialog.getByRole('button', { name: 'Use this film' }).click();
  await expect(text(page)).toBeFocused();
  await expect(slides).toHaveText(before ?? '');
  await context.setOffline(false);
});

test('what is typed first into a new lesson is its title, and a slide put in comes after the slide of the cursor @thorough', async ({
  page,
}) => {
  await openNew(page);
  await expect(text(page)).toBeFocused();
  await page.keyboard.insertText('Why ice floats');
  await expect(title(page)).toHaveText('Why ice floats');
  await page.getByRole('button', { name: 'Slide', exact: true }).click();
  await page.keyboard.insertText('What floats?');
  await page
    .getByRole('navigation', { name: 'Outline' })
    .getByRole('button', { name: 'First slide' })
    .click();
  await page.getByRole('button', { name: 'Part of the lesson' }).click();
  await page.keyboard.insertText('Practise');
  const names = page.locator('.outline__slide');
  await expect(names).toHaveText(['Why ice floats', 'What floats?', 'First slide', 'First slide']);
  // The notes of the title's slide are its own.
  await page
    .getByRole('navigation', { name: 'Outline' })
    .getByRole('button', { name: 'Why ice floats' })
    .click();
  await expect(page.getByRole('region', { name: 'Your notes for this slide' })).toContainText(
    'Only you see',
  );

  await page
    .getByRole('navigation', { name: 'Outline' })
    .getByRole('button', { name: 'What floats?' })
    .click();
  await page.getByRole('button', { name: 'Question', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Question' });
  await form.getByRole('button', { name: 'Insert question' }).click();
  await expect(form.getByRole('alert')).toBeInViewport({ ratio: 1 });
  await form.getByLabel('Question', { exact: true }).fill('Why?');
  await form.getByLabel('Answer 1', { exact: true }).fill('It is less dense');
  await form.getByLabel('Answer 2', { exact: true }).fill('It is cold');
  await form.getByRole('button', { name: 'Insert question' }).click();
  await expect(names).toHaveText([
    'Why ice floats',
    'What floats?',
    'Why?',
    'First slide',
    'First slide',
  ]);
});

test('what is put in with the cursor in the head goes below it @thorough', async ({ page }) => {
  await openNew(page);
  const head = ['---', 'title: Ice', 'stage: KS3', '---'];
  await replaceText(page, `${head.join('\n')}\n\n# Ice\n`);
  await text(page).press('ControlOrMeta+Home');
  await page.getByRole('button', { name: 'Slide', exact: true }).click();
  await page.keyboard.insertText('Cold');
  await expect(board(page)).toContainText('Cold');
  await expect(lines(page).filter({ hasText: '### Cold' })).toHaveCount(1);
  for (const [at, line] of head.entries()) await expect(lines(page).nth(at)).toHaveText(line);
});

test('a finding is shown under its line, and a press mends it', async ({ page }) => {
  await openNew(page);
  await replaceText(
    page,
    '---\ntitle: Ice\nsubject: physics\nstage: KS3\nminutes: 5\n---\n# Ice\n\n### One\n\nwords\n---\n\n### Two\n',
  );
  await page.getByRole('button', { name: 'Blank line above' }).click();
  await expect(page.getByRole('button', { name: 'Blank line above' })).toHaveCount(0);
  await expect(page.locator('.cm-line').nth(10)).toHaveText('words');
  await expect(page.locator('.cm-line').nth(11)).toHaveText('');
});

test('a picture that is nowhere has a finding under its line, and one of the site has none @thorough', async ({
  page,
}) => {
  await openNew(page);
  const shown = `# Ice\n\n### One\n\n![A secret](${PICTURE})\n`;
  await replaceText(page, `${shown}\n![A jar](film/jar.svg)\n`);
  const finding = page.locator('.ed-finding').filter({ hasText: 'Cannot show the picture' });
  await expect(finding).toHaveText(
    'To fix: Cannot show the picture “film/jar.svg”: there is no media/film/jar.svg. Put it in with “Picture”',
  );
  await replaceText(page, shown);
  await expect(finding).toHaveCount(0);
});

test('a press mends the right place though something was typed above it since @thorough', async ({
  page,
}) => {
  await openNew(page);
  const head = '---\ntitle: Ice\nsubject: physics\nstage: KS3\nminutes: 5\n---\n# Ice\n';
  await replaceText(page, `${head}\n### One\n\nwords\n---\n\n### Two\n`);
  const mend = page.getByRole('button', { name: 'Blank line above' });
  await mend.waitFor();
  await text(page).press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.type('berg ahead');
  await mend.dispatchEvent('click');
  await expect(page.locator('.cm-line').nth(10)).toHaveText('words');
  await expect(page.locator('.cm-line').nth(11)).toHaveText('');
  await expect(page.locator('.cm-line').nth(12)).toHaveText('---');
});

test('the last good slide stays while a line is broken @thorough', async ({ page }) => {
  await openNew(page);
  const whole = '# Ice\n\n::: choice ice knowledge\nWhy?\n\n- [x] It floats\n- [ ] It sinks\n:::\n';
  await replaceText(page, whole);
  await expect(board(page)).toContainText('It sinks');
  await replaceText(page, whole.replace('- [ ] It sinks\n', ''));
  await expect(page.getByText('Showing the last version that worked')).toBeVisible();
  await expect(board(page)).toContainText('It sinks');
});

test('a lesson that came with the site is read, and a copy of it is edited, listed, deleted and put back', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/${LESSON}/`);
  await expect(page.getByText('This lesson came with Wholeclass.')).toBeVisible();
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.type('nothing');
  await expect(page.locator('.cm-content')).not.toContainText('nothing');
  await page.goto(`${host.site}lesson/${LESSON}/`);
  await page.getByRole('link', { name: 'Edit a copy' }).click();
  await expect(page).toHaveURL(/\/edit\/\?lesson=/);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.goto(host.site);
  const mine = page.getByRole('region', { name: 'Last saved' });
  await mine.getByRole('button', { name: /^Delete/ }).click();
  await expect(mine.getByText('is deleted.')).toBeVisible();
  await mine.getByRole('button', { name: 'Undo' }).click();
  await mine.getByRole('link').first().click();
  await expect(page.getByText('Saved to this computer')).toBeVisible();
});

test('it is opened from a file and saved as one, and presented from the slide of the cursor @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/`);
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a lesson file' }).click();
  const words = '\uFEFF# Ice\r\n\r\n### One\r\n\r\n- A\r\n\r\n### Two\r\n';
  const file = { name: 'ice.md', mimeType: 'text/markdown', buffer: Buffer.from(words) };
  await (await chosen).setFiles(file);
  await expect(board(page)).toContainText('Ice');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('ice.md');
  expect(readFileSync(await download.path(), 'utf8')).toBe('# Ice\n\n### One\n\n- A\n\n### Two\n');

  await page.getByRole('button', { name: 'Next slide' }).click();
  await text(page).press('ControlOrMeta+Enter');
  const whole = page.getByRole('dialog', { name: 'The lesson on this screen' });
  const shown = whole.locator('section.present');
  await expect(shown).toContainText('One');
  await page.keyboard.press('ArrowRight');
  await expect(shown).toContainText('Two');
  await page.keyboard.press('Escape');
  await expect(whole).toHaveCount(0);
  await expect(board(page)).toContainText('Two');
});

test('a file that is dropped on the page is opened, and one that is no lesson says so @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/`);
  await page.getByText('None yet.').waitFor();
  await drop(page, { name: 'picture.png', text: 'PNG\0' });
  await expect(page.getByRole('alert')).toContainText('“picture.png”: it isn’t plain text');
  await drop(page, { name: 'ice.md', text: '# Dropped\n' });
  await expect(board(page)).toContainText('Dropped');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
});

async function drop(page: Page, { name, text: words }: { name: string; text: string }) {
  const data = await page.evaluateHandle(
    (file) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([file.words], file.name));
      return transfer;
    },
    { name, words },
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

test('a new lesson is there again when its page is loaded before a word is typed @thorough', async ({
  page,
}) => {
  await openNew(page);
  await page.reload();
  await expect(board(page)).toContainText('Name of the lesson');
  expect(await savedLessons(page)).toEqual([]);
});

test('a text without a heading is an untitled lesson, above it, on its window, in the list and as a file @thorough', async ({
  page,
}) => {
  await openNew(page);
  await replaceText(page, 'Only words\n');
  await expect(title(page)).toHaveText('Untitled lesson');
  await expect(page).toHaveTitle(/^Untitled lesson ·/);
  await expect.poll(() => savedLessons(page)).toMatchObject([{ title: 'Untitled lesson' }]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  expect((await download).suggestedFilename()).toBe('untitled-lesson.md');
  await text(page).press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(board(page)).toBeHidden();
  await expect(title(page)).toHaveText('Untitled lesson');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.goto(`${host.site}edit/`);
  await expect(page.getByRole('link', { name: 'Untitled lesson', exact: true })).toBeVisible();
});

test('a lesson that this browser does not have says so, and leads to those it has @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/?lesson=nowhere`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('isn’t in this browser');
  await page.getByRole('link', { name: 'My lessons' }).click();
  await expect(page.getByRole('button', { name: 'New lesson' })).toBeVisible();
});

test('what pupils’ tablets show and the plan follow the cursor beside the text @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'Starter, teach, practise, exit ticket' }).click();
  await expect(board(page)).toContainText('Why ice floats');
  await page.getByRole('button', { name: 'Pupils’ tablets' }).click();
  const tablet = page.getByRole('region', { name: 'Pupils’ tablets' });
  await expect(tablet).toContainText('Look at the board.');
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: 'Why does ice float?' }).click();
  // The one’s look is not the other’s.
  await expect(tablet.locator('.disc').first()).toHaveCSS('border-top-width', '2px');
  await page.getByRole('button', { name: 'Board', exact: true }).first().click();
  await expect(board(page).locator('.disc').first()).toHaveCSS('border-top-width', '0px');
  await page.getByRole('button', { name: 'Pupils’ tablets' }).click();
  await expect(tablet.getByRole('heading')).toHaveText('Why does ice float?');
  expect(await axeFindings(page)).toEqual([]);
  await tablet.getByRole('button', { name: /It is less dense/ }).click();
  await expect(tablet).toContainText('Your answer is in');
  await page.getByRole('button', { name: 'Lesson plan' }).click();
  const plan = page.getByRole('region', { name: 'Lesson plan' });
  await expect(plan.locator('.plan-slide--here')).toContainText('Why does ice float?');
  expect(await axeFindings(page)).toEqual([]);
  const part = plan.locator('details', { hasText: 'Show the jar with ice.' });
  await part.locator('summary').click();
  await part.getByText('Show the jar with ice.').click();
  await expect(outline.locator('[aria-current]')).not.toContainText('Why does ice float?');
});

test('a safeguarding lesson is presented from here as a preview alone @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/${LESSON}/`);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.locator('.showing .board__pretend')).toHaveText('Preview');
});

test('two windows that change one lesson lose nothing, with the network off @thorough', async ({
  context,
  page,
}) => {
  await openNew(page);
  await replaceText(page, '# Mine\n');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await replaceText(other, '# Theirs\n');
  await expect.poll(() => savedTexts(other)).toEqual(['# Theirs\n']);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await replaceText(page, '# Mine, and more\n');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('textbox', { name: 'Their text' })).toContainText('# Theirs');
  await page.getByRole('button', { name: 'Keep both as two lessons' }).click();
  await expect.poll(() => savedTexts(page)).toEqual(['# Mine, and more\n', '# Theirs\n']);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await context.setOffline(false);
  await page.goto(`${host.site}edit/`);
  const mine = page.getByRole('region', { name: 'My lessons' });
  await expect(mine.getByRole('link', { name: 'Theirs', exact: true })).toBeVisible();
  await expect(mine.getByRole('link', { name: 'Mine, and more', exact: true })).toBeVisible();
});

test('a lesson that is saved before its title is read has it in the list all the same @thorough', async ({
  context,
  page,
}) => {
  // The script that reads comes late, as on a slow network.
  await context.route(/reader-worker/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue();
  });
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'New lesson' }).click();
  await replaceText(page, '# Late\n');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await expect(title(page)).toHaveText('Late', { timeout: 20_000 });
  await expect.poll(() => savedLessons(page)).toMatchObject([{ title: 'Late', text: '# Late\n' }]);
  await page.goto(`${host.site}edit/`);
  await expect(page.getByRole('link', { name: 'Late', exact: true })).toBeVisible();
});

/** The lessons that this browser has, as they are stored. */
function savedLessons(page: Page): Promise<readonly { title: string; text: string }[]> {
  return page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve) =>
        request.addEventListener('success', () => resolve(request.result)),
      );
    const database = await answer(indexedDB.open(name));
    const all = await answer(database.transaction('lessons').objectStore('lessons').getAll());
    database.close();
    return all.map(({ title, text }) => ({ title, text }));
  });
}

async function savedTexts(page: Page): Promise<readonly string[]> {
  return (await savedLessons(page)).map((one) => one.text).toSorted();
}

test('[E8] [E9] a lesson that was presented for ten minutes has the day, and what was there before is brought back, with the network off @thorough', async ({
  context,
  page,
}) => {
  // At the beginning of ten minutes of the clock, by which versions are counted.
  await page.clock.install({ time: new Date('2026-11-24T10:00:00Z') });
  await openNew(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await replaceText(page, '# Taught\n\n## One\n\nwords\n');
  await page.clock.runFor(2_000);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await text(page).press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Back to the text' })).toBeVisible();
  await page.clock.runFor(9 * 60_000);
  await page.keyboard.press('Escape');
  const open = async () => {
    await page.getByRole('button', { name: 'Versions' }).click();
  };
  const taught = page.getByRole('button', { name: /As it was taught on/ });
  await open();
  await expect(page.getByText('No earlier versions yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await text(page).press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Back to the text' })).toBeVisible();
  await page.clock.runFor(10 * 60_000);
  await page.keyboard.press('Escape');
  await replaceText(page, '# Later\n');
  await page.clock.runFor(2_000);
  await open();
  await taught.click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bring this version back' }).click();
  await page.clock.runFor(1_000);
  await expect(title(page)).toHaveText('Taught');
  await context.setOffline(false);
  // The browser looks for a newer worker of the site, and finds no network.
  troubles = troubles.filter((words) => !/error occurred when fetching the script/.test(words));
});

test('where the browser keeps nothing it says so, and the text is saved as a file @thorough', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  await page.goto(`${host.site}edit/`);
  await expect(page.getByText('This browser keeps nothing here')).toBeVisible();
  await page.getByRole('button', { name: 'New lesson' }).click();
  await replaceText(page, '# Ice\n');
  await expect(page.getByRole('status').filter({ hasText: 'Not saved' })).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toBe('# Ice\n');
});

test('where the computer is full it says so, and saves again once there is room @thorough', async ({
  page,
}) => {
  await openNew(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      IDBObjectStore.prototype.put = put;
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await replaceText(page, '# Ice\n');
  await expect(page.getByText('Not saved: this computer is full.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await text(page).press('End');
  await page.keyboard.type('!');
  await expect.poll(() => savedTexts(page)).toEqual(['# Ice\n!']);
});

test('a text that means harm runs nothing and sends nothing @thorough', async ({ page }) => {
  await openNew(page);
  const places = WITH_ADDRESS.map(
    (place, at) =>
      `### Address ${at}\n\n${ADDRESSES.map(place).join('\n\n')}\n\nNotes:\n${place('javascript:alert(1)')}\n`,
  );
  const marks = MARKUP.map((markup, at) => `### Mark ${at}\n\n${markup}\n\nNotes:\n${markup}\n`);
  const slides = [...places, ...marks].map((slide) => slide.replaceAll('\0', ''));
  await replaceText(
    page,
    `---\ntitle: "<img src=x onerror=alert(1)>"\n---\n# <script>alert(1)</script>\n\n${slides.join('\n')}`,
  );
  await expect(page.getByRole('button', { name: 'Previous slide' })).toBeEnabled();
  await expect(page.locator('.edit-bar__checks')).toHaveText(/to fix/);
  const outline = page.locator('.outline__slide');
  for (let at = 0; at < (await outline.count()); at += 1) {
    await outline.nth(at).click();
    expect(await strangersIn(page)).toEqual([]);
  }
  expect(new URL(page.url()).origin).toBe(new URL(host.site).origin);
});

function strangersIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const roots: ParentNode[] = [document];
    const shadow = document.querySelector('.edit-main__text')?.shadowRoot;
    if (shadow) roots.push(shadow);
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    const handlers = all.flatMap((one) =>
      one.getAttributeNames().filter((name) => name.startsWith('on')),
    );
    const parts = all.filter((one) =>
      one.matches('iframe, object, embed, base, form[action], [src*="example.org"], svg script'),
    );
    const links = all.filter(
      (one) =>
        one instanceof HTMLAnchorElement &&
        one.hasAttribute('href') &&
        !['http:', 'https:', 'mailto:', 'tel:', ':'].includes(one.protocol),
    );
    return [...handlers, ...[...parts, ...links].map((one) => one.outerHTML.slice(0, 120))];
  });
}

test('by keyboard alone a slide is put in by “/”, words are found, and Tab leaves the text @thorough', async ({
  page,
}) => {
  await openNew(page);
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/sli');
  await expect(page.getByRole('option', { name: /Slide/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('By keyboard');
  await expect(board(page)).toContainText('By keyboard');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Escape');
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.getByRole('button', { name: 'Next slide' }).evaluate(isFocused)) return;
    if (await page.getByRole('button', { name: 'Previous slide' }).evaluate(isFocused)) return;
  }
  throw new Error('Tab did not lead out of the text');
});

test('by keyboard alone a slide is filled: Enter goes from its heading to its points, and on with the list @thorough', async ({
  page,
}) => {
  await openNew(page);
  await replaceText(page, '# Ice\n\n');
  await page.keyboard.type('/slide');
  await expect(page.getByRole('option', { name: /^Slide/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('What floats?\nWood\nIce\nCork\n');
  await page.keyboard.press('Enter');
  await page.keyboard.type('They are less dense.');
  await expect(board(page).getByRole('listitem')).toHaveText(['Wood', 'Ice', 'Cork']);
  await expect(board(page)).toContainText('They are less dense.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(board(page)).not.toContainText('They are');
});

test('by keyboard alone Shift+Tab leads from the text back to its tools, and the tabs are pressed @thorough', async ({
  page,
}) => {
  await openNew(page);
  await text(page).focus();
  const tools = page.getByRole('region', { name: 'Tools' });
  for (let n = 0; n < 60 && (await tools.locator(':focus').count()) === 0; n += 1) {
    await page.keyboard.press('Shift+Tab');
  }
  await expect(tools.locator(':focus')).toHaveCount(1);
  const tablets = page.getByRole('button', { name: 'Pupils’ tablets' });
  await tablets.focus();
  await page.keyboard.press('Enter');
  await expect(tablets).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('region', { name: 'Pupils’ tablets' })).toBeVisible();
});

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

/** Windows of a small laptop, which is in any run, a tablet and a phone. */
const SIZES = [
  { width: 1366, height: 641 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const;

for (const size of firstOf(SIZES)) {
  test(`axe finds nothing at ${size.width} by ${size.height}, and nothing is wider than the window`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.goto(`${host.site}edit/`);
    await expect(page.getByText('None yet.')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'New lesson' }).click();
    await expect(title(page)).toHaveText('Name of the lesson');
    await replaceText(page, '# Ice\n\n### One\n\nwords\n---\n\n::: choice\n:::\n');
    await expect(page.locator('.edit-bar__checks')).not.toHaveText('Nothing to fix');
    expect(await axeFindings(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Question', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Insert question' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });
}

for (const [width, height] of [
  [820, 1180],
  [390, 844],
] as const) {
  test(`at ${width} by ${height} the slide fills its side once it is shown @thorough`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openNew(page);
    await page.getByRole('button', { name: 'Board', exact: true }).first().click();
    await expect
      .poll(async () => (await board(page).boundingBox())?.width)
      .toBeGreaterThan(width - 60);
  });
}

for (const [zoom, width, height] of [
  ['200 %', 683, 320],
  ['400 %', 342, 160],
] as const) {
  test(`at ${zoom} the text has the window to itself, and the buttons of a form cover none of its fields @thorough`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openNew(page);
    await page.keyboard.insertText('Ice');
    await expect(title(page)).toHaveText('Ice');
    await expect(lines(page).filter({ hasText: '# Ice' })).toBeInViewport();
    const box = await page.locator('.edit-main').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(Math.min(height, 280));
    await page.getByRole('button', { name: 'Question', exact: true }).click();
    const field = page.getByLabel('Shown with the result (optional)');
    await field.focus();
    const button = page.getByRole('button', { name: 'Insert question' });
    const [above, below] = [await field.boundingBox(), await button.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  });
}

test('in a narrow window what is put in most is in sight, and the rest in “More” @thorough', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openNew(page);
  for (const name of ['Slide', 'Question', 'Picture', 'More']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Insert' })
    .getByRole('button', { name: /^Cards/ })
    .click();
  await expect(lines(page).filter({ hasText: '::: cards' })).toHaveCount(1);
});

test('all that can be put in is in sight in a small laptop’s window @thorough', async ({
  page,
}) => {
  await openNew(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Insert' });
  for (const name of [/^Slide/, /^Order/, /^Timer/, /^Notes/, 'Cancel']) {
    await expect(menu.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  }
});

test('all tools are on one row in a small laptop’s window @thorough', async ({ page }) => {
  await openNew(page);
  const tools = page.getByRole('region', { name: 'Tools' });
  await expect(tools.getByRole('button', { name: 'Versions' })).toBeVisible();
  await replaceText(page, '# Ice\n\n### One\n\nwords\n---\n\n::: choice\n:::\n');
  await expect(page.locator('.edit-bar__checks')).not.toHaveText('Nothing to fix');
  const tops = await tools
    .locator('.button:visible')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(10);
});

test('in forced colours findings have an edge, and what is chosen and what has changed show without a ground @thorough', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openNew(page);
  await replaceText(page, '# Ice\n\n### One\n\nwords\n---\n\n::: choice\n:::\n');
  const finding = page.locator('.ed-finding--fix').first();
  await expect(finding).toHaveCSS('border-top-style', 'solid');
  await expect(page.locator('.ed-finding--suggestion').first()).toHaveCSS(
    'border-top-style',
    'solid',
  );
  const other = page.locator('.outline__slide:not([aria-current])').first();
  await expect(other).toHaveCSS('border-left-color', 'rgb(255, 255, 255)');
  await page.locator('.edit-bar__checks').click();
  await expect(page.locator('.checks--fix li').first()).toHaveCSS('border-top-style', 'solid');
  await page.keyboard.press('Escape');

  await text(page).press('ControlOrMeta+End');
  await page.keyboard.type('/');
  const groundOf = (option: Locator) =>
    option.evaluate((one) => getComputedStyle(one).backgroundColor);
  const first = page.getByRole('option', { name: /^Slide/ });
  await expect(first).toHaveAttribute('aria-selected', 'true');
  const second = page.getByRole('option', { name: /^Part of the lesson/ });
  expect(await groundOf(first)).not.toBe(await groundOf(second));
  await page.keyboard.press('Escape');

  await expect(page.getByText('Saved to this computer')).toBeVisible();
  const window = await page.context().newPage();
  await window.goto(page.url());
  await replaceText(window, '# Theirs\n');
  await expect.poll(() => savedTexts(window)).toEqual(['# Theirs\n']);
  await replaceText(page, '# Mine\n');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.locator('.compare .cm-changedLine').first()).toHaveCSS(
    'outline-style',
    'solid',
  );
});

test('the word that is chosen in the list of “/” has an edge and not a colour alone @thorough', async ({
  page,
}) => {
  await openNew(page);
  await replaceText(page, '# Ice\n\n/');
  await expect(page.getByRole('option', { name: /^Slide/ })).toHaveCSS('box-shadow', /inset/);
});

test('a key is on the board before the next frame once it was read, and its slide is not turned to again @thorough', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const noted = () => document.documentElement.dataset;
    addEventListener('beforeslidechange', () => (noted()['turned'] = 'yes'), true);
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
          if (data.type !== 'reading') return;
          noted()['frame'] = 'same';
          requestAnimationFrame(() => (noted()['frame'] = 'next'));
        });
      }
    };
  });
  await openNew(page);
  await replaceText(page, '# Ice\n\n### One\n\nwords');
  await expect(board(page)).toContainText('words');
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    delete dataset['turned'];
    const shown = document.querySelector('.pane__board');
    new MutationObserver(() => {
      if (shown?.textContent?.includes('wordsa') !== true) return;
      dataset['drawn'] ??= dataset['frame'];
    }).observe(shown ?? document, { childList: true, subtree: true, characterData: true });
  });
  await page.keyboard.press('a');
  await expect(board(page)).toContainText('wordsa');
  const noted = page.locator('html');
  await expect(noted).toHaveAttribute('data-drawn', 'same');
  await expect(noted).not.toHaveAttribute('data-turned');
});

test('a board that is presented stays the same one while the lesson is read again @thorough', async ({
  page,
}) => {
  await openNew(page);
  await replaceText(page, '# Ice\n\n### One\n\nwords\n');
  await expect(board(page)).toContainText('One');
  const input = page.locator('.cm-content');
  await text(page).press('ControlOrMeta+Enter');
  const showing = page.getByRole('dialog', { name: 'The lesson on this screen' });
  await expect(showing).toContainText('One');
  await showing.evaluate((one) => {
    one.addEventListener('close', () => one.setAttribute('data-closed', 'once'));
  });
  // As a picture does that comes late: it is in the text before it is on the slide.
  await input.evaluate((one) => {
    const [line] = [...one.querySelectorAll('.cm-line')].slice(-2);
    line?.append('more words');
  });
  await expect(showing).toContainText('more words');
  await expect(showing).not.toHaveAttribute('data-closed');
});

test('five thousand lines stay usable @thorough', async ({ page }) => {
  test.slow();
  await openNew(page);
  const slides = Array.from({ length: 1000 }, (_, at) => `### Slide ${at}\n\n- A point\n\n`);
  await replaceText(page, `# Long\n\n${slides.join('')}`);
  await expect(page.getByText(/of 1001/)).toBeVisible({ timeout: 60_000 });
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.type('The very last words');
  await expect(board(page)).toContainText('The very last words', { timeout: 60_000 });
  await expect(page.getByText('Saved to this computer')).toBeVisible();
});
