import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { png } from '../open/small-pictures.ts';
import { axeFindings } from './axe-findings.ts';
import { key, startBoard, pressStart } from './lead.ts';
import { board, replaceText, text } from './lesson-editor.ts';
import { expectSlips, writeSlips } from './own-handout.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';
import { noteTroubles } from './troubles.ts';

/** What a copy of the lesson that ships is called, by its title. */
const COPY = 'pressure-and-who-can-help-copy';

let school: TaughtSchool;
let own: string;
let troubles: readonly string[];
/** While the program is down, the browser's own lines about the network are expected. */
let isDown = false;

test.use({ viewport: { width: 1366, height: 768 } });
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const name = `edit-server-${test.info().parallelIndex}`;
  const home = writeTaughtHome(name);
  cpSync('lessons/starter.md', `${home}/lessons/starter.md`);
  cpSync('media/starter', `${home}/media/starter`, { recursive: true });
  cpSync('lessons/templates', `${home}/lessons/templates`, { recursive: true });
  school = await openTaughtSchool(name, home);
  own = `${school.dataDir}/lessons`;
});
test.afterAll(() => school.kill());

test.beforeEach(({ context }) => {
  isDown = false;
  troubles = noteTroubles(context, {
    isOwn: (url) => url.startsWith(school.staff),
    // A conflict is answered with 412, which browsers write down.
    isExpected: (message) =>
      /status of 412/.test(message.text()) ||
      (isDown && /ERR_CONNECTION|net::|status of (?:404|507)/.test(message.text())),
  });
  for (const one of readdirSync(own)) {
    if (one !== 'media') rmSync(`${own}/${one}`, { recursive: true });
  }
});
test.afterEach(() => expect(troubles).toEqual([]));

const state = (page: Page) => page.locator('.edit-head__state');
const inFolder = (slug: string) =>
  existsSync(`${own}/${slug}.md`) ? readFileSync(`${own}/${slug}.md`, 'utf8') : null;

async function begin(page: Page, name: string): Promise<void> {
  await page.goto(`${school.staff}edit/`);
  await page.getByRole('button', { name: 'New lesson' }).click();
  await page.getByLabel('What is it called?').fill(name);
  await page.keyboard.press('Enter');
  await expect(state(page)).toHaveText('Saved to your lessons');
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Publish to our library' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(state(page)).toHaveText('Saved to your lessons');
}

const TEN_MINUTES = 600_000;

/** Waits for the next ten minutes of the clock, by which versions are counted, where these end within one minute. */
async function awaitMinutes(): Promise<void> {
  const leftMs = TEN_MINUTES - (Date.now() % TEN_MINUTES);
  if (leftMs < 60_000) await new Promise((resolve) => setTimeout(resolve, leftMs));
}

async function addWords(page: Page, words: string): Promise<void> {
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.insertText(words);
}

const ICE = `---
title: Why ice floats
subject: physics
stage: KS3
minutes: 10
---

# Why ice floats

## Talk (10 min)

### What floats?

- Ice
- Wood

### What sinks?

- Iron
`;

test('A new lesson on the server is saved as it is written, and found after a reload @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}edit/`);
  await page.getByRole('button', { name: 'New lesson' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await page.getByLabel('What is it called?').fill('Why ice floats');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(board(page)).toContainText('Why ice floats');
  await expect(state(page)).toHaveText('Saved to your lessons');
  expect(inFolder('why-ice-floats')).toMatch(/^---\ntitle: Why ice floats\n/);
  await replaceText(page, ICE);
  // It stays a draft until it is published.
  const draft = ICE.replace('\n---\n\n#', '\ndraft: yes\n---\n\n#');
  await expect.poll(() => inFolder('why-ice-floats')).toBe(draft);

  await page.reload();
  await expect(board(page)).toContainText('Iron');
  await addWords(page, '- Stone\n');
  await expect.poll(() => inFolder('why-ice-floats')).toBe(`${draft}- Stone\n`);
  await page.reload();
  // What can be undone is there again on the program's own computer.
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => inFolder('why-ice-floats')).toBe(draft);
});

test('The slide at the cursor is a picture by a press, in the editor and on the lesson’s page @thorough', async ({
  page,
}) => {
  await begin(page, 'Why ice floats');
  await replaceText(page, ICE);
  await page.locator('.cm-line', { hasText: 'Iron' }).click();
  await expect(board(page)).toContainText('Iron');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('the slide at your cursor, 3 “What sinks?”, as')).toBeVisible();
  const [inEditor] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'This slide as a picture (PNG)' }).click(),
  ]);
  expect(inEditor.suggestedFilename()).toBe('why-ice-floats-3.png');
  const drawn = readFileSync(await inEditor.path());
  expect([drawn.readUInt32BE(16), drawn.readUInt32BE(20)]).toEqual([1920, 1080]);
  await expect(page.getByText('why-ice-floats-3.png is in your downloads.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`${school.staff}lesson/why-ice-floats/`);
  await page.getByText('Take away', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Slide', { exact: true }).selectOption('3 What sinks?');
  await page.getByRole('button', { name: 'Save this slide as a picture (PNG)' }).focus();
  const [onPage] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(readFileSync(await onPage.path()).equals(drawn)).toBe(true);
  await expect(page.getByText('why-ice-floats-3.png is in your downloads.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('The slides to choose a picture from have the numbers that the page gives them, with one hidden too @thorough', async ({
  page,
}) => {
  await begin(page, 'Why ice floats');
  await replaceText(page, ICE);
  await expect.poll(() => inFolder('why-ice-floats')).toContain('Iron');
  await page.goto(`${school.staff}lesson/why-ice-floats/`);
  const slides = page.locator('[data-strip] > li:visible > p');
  await expect(slides).toHaveText(['1 Why ice floats', '2 What floats?', '3 What sinks?']);
  await page.getByText('Take away', { exact: true }).click();
  const choice = page.getByLabel('Slide', { exact: true });
  const save = page.getByRole('button', { name: 'Save this slide as a picture (PNG)' });
  await choice.selectOption('3 What sinks?');
  const [whole] = await Promise.all([page.waitForEvent('download'), save.click()]);
  await page.keyboard.press('Escape');

  await page.locator('.plan-fold summary', { hasText: 'Lesson plan' }).click();
  await page.locator('.plan-block summary', { hasText: 'Talk' }).click();
  const hidden = page.locator('[data-slide]', { hasText: 'What floats?' });
  await hidden.getByRole('button', { name: 'Hide today' }).click();
  await expect(slides).toHaveText(['1 Why ice floats', '2 What sinks?']);
  await page.getByText('Take away', { exact: true }).click();
  await expect(choice.getByRole('option')).toHaveText(['1 Why ice floats', '2 What sinks?']);
  await expect(choice.getByRole('option', { selected: true })).toHaveText('2 What sinks?');
  const [today] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(today.suggestedFilename()).toBe('why-ice-floats-2.png');
  expect(readFileSync(await today.path()).equals(readFileSync(await whole.path()))).toBe(true);
});

test('A whole lesson pasted over a draft leaves it a draft, whatever head it brings: only Publish lists it', async ({
  page,
}) => {
  await begin(page, 'Why ice floats');
  await replaceText(page, ICE);
  await expect(page.getByText('This lesson is still a draft')).toBeVisible();
  await expect(text(page)).toContainText('draft: yes');
  await expect.poll(() => inFolder('why-ice-floats')).toContain('\ndraft: yes\n');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this lesson' });
  await expect(dialog).toContainText('It is a draft');
  await dialog.getByRole('button', { name: 'Publish to our library' }).click();
  await expect.poll(() => inFolder('why-ice-floats')).not.toContain('draft');
});

test('A draft is published on its own page, and taken out of the library again, by keyboard @thorough', async ({
  page,
}) => {
  await begin(page, 'Why ice floats');
  await replaceText(page, ICE.replace('minutes: 10', 'minutes: 10\ndraft: yes'));
  await expect.poll(() => inFolder('why-ice-floats')).toContain('Iron');
  await page.goto(`${school.staff}lesson/why-ice-floats/`);
  const fact = page.getByText('A draft: not in the library');
  await expect(fact).toBeVisible();
  await page.getByText('Take away', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Publish to our library' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is in your library now.')).toBeVisible();
  expect(inFolder('why-ice-floats')).toBe(ICE);
  await expect(fact).toBeHidden();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take out of our library' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is a draft again: the library does not list it.')).toBeVisible();
  expect(inFolder('why-ice-floats')).toContain('draft: yes');
  await expect(fact).toBeVisible();
});

test('A lesson that is written on the server is taught at once, without another start @thorough', async ({
  context,
  page,
}) => {
  await begin(page, 'Why ice floats');
  await replaceText(page, ICE);
  await expect.poll(() => inFolder('why-ice-floats')).toBe(ICE);
  await page.goto(school.staff);
  const mine = page.getByRole('region', { name: 'Last saved' });
  await expect(mine.getByRole('link', { name: 'Why ice floats', exact: true })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('.lesson-card').getByRole('link', { name: 'Why ice floats' }).click();
  await page.locator('.plan-menu summary', { hasText: 'Edit' }).click();
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  const opened = context.waitForEvent('page');
  await pressStart(page, 'two');
  const second = await opened;
  await startBoard(second);
  const shown = second.locator('section.present');
  await expect(shown).toContainText('Why ice floats');
  await expect(async () => {
    await key(page, 'ArrowRight');
    await expect(shown).toContainText('What floats?', { timeout: 1_000 });
  }).toPass();
});

test('A handout is written in a lesson on the server, seen as paper beside it, printed with it, and on no slide @thorough', async ({
  page,
}) => {
  await begin(page, 'Why ice floats');
  await replaceText(page, ICE);
  await expect(board(page)).toContainText('Iron');
  await text(page).press('ControlOrMeta+End');
  await writeSlips(page);
  await expect.poll(() => inFolder('why-ice-floats')).toContain(':::: handout\ntitle: Snow slips');
  await page.goto(`${school.staff}lesson/why-ice-floats/`);
  await expectSlips(page);
});

test('[E1] two windows and an editor in the folder change one lesson, and lose nothing', async ({
  context,
  page,
}) => {
  await begin(page, 'Ice');
  await replaceText(page, '# Ice\n\n### One\n\n- Mine\n');
  await expect.poll(() => inFolder('ice')).toContain('Mine');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(state(other)).toHaveText('Saved to your lessons');
  await addWords(other, '- Theirs\n');
  await expect.poll(() => inFolder('ice')).toContain('Theirs');
  await addWords(page, '- Mine, and more\n');
  await expect(state(page)).toHaveText('Changed somewhere else');
  expect(inFolder('ice')).not.toContain('Mine, and more');
  await page.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two versions of this lesson' });
  await expect(dialog.getByRole('textbox', { name: 'Your text' })).toContainText('Mine, and more');
  await expect(dialog.getByRole('textbox', { name: 'Their text' })).toContainText('Theirs');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep both as two lessons' }).click();
  await expect(state(page)).toHaveText('Saved to your lessons');
  expect(inFolder('ice')).toContain('- Theirs');
  expect(inFolder('ice-copy')).toMatch(/^title: Ice \(copy\)\ndraft: yes\n[^]*- Mine, and more/m);
  await expect(page).toHaveURL(/\?lesson=ice-copy$/);

  // The same from an editor in the folder; theirs is taken, and can be undone.
  writeFileSync(`${own}/ice-copy.md`, '# Ice\n\nFrom Notepad\n');
  await addWords(page, '- Lost?\n');
  await page.getByRole('button', { name: 'Compare' }).click();
  await dialog.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(text(page)).toContainText('From Notepad');
  await expect(state(page)).toHaveText('Saved to your lessons');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => inFolder('ice-copy')).toContain('- Lost?');

  // Mine takes the place of theirs, which the other window sees in its turn.
  await other.bringToFront();
  await other.goto(page.url());
  await expect(text(other)).toContainText('- Lost?');
  await addWords(other, '- Theirs again\n');
  await expect.poll(() => inFolder('ice-copy')).toContain('Theirs again');
  await addWords(page, '- Mine again\n');
  await page.getByRole('button', { name: 'Compare' }).click();
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(() => inFolder('ice-copy')).toContain('Mine again');
  await addWords(other, '!\n');
  await expect(state(other)).toHaveText('Changed somewhere else');
  await leave(other);
});

/** Closes a window that asks whether it may be left. */
async function leave(page: Page): Promise<void> {
  page.on('dialog', (dialog) => void dialog.accept());
  await page.close();
}

test('[E1] while the program is down typing goes on, and all of it is saved once it is back @thorough', async ({
  context,
  page,
}) => {
  await begin(page, 'Ice');
  isDown = true;
  await school.kill();
  await addWords(page, '\n- Typed alone\n');
  await expect(state(page)).toHaveText(/^Connection lost: your words are safe in this browser/);
  await school.start();
  // No key is pressed.
  await expect(state(page)).toHaveText('Saved to your lessons');
  await expect.poll(() => inFolder('ice')).toContain('Typed alone');

  await school.kill();
  await addWords(page, '- And the tab was closed\n');
  await expect(state(page)).toHaveText(/^Connection lost/);
  const address = page.url();
  await page.close({ runBeforeUnload: false });
  await school.start();
  const again = await context.newPage();
  await again.goto(address);
  await expect(text(again)).toContainText('And the tab was closed');
  await expect(state(again)).toHaveText('Saved to your lessons');
  await expect.poll(() => inFolder('ice')).toContain('And the tab was closed');
});

test('[E5] a lesson is deleted in the library, is gone from its list, and is back with one press @thorough', async ({
  page,
}) => {
  await begin(page, 'Ice');
  await publish(page);
  await page.goto(school.staff);
  const card = page.locator('.lesson-card').getByRole('link', { name: 'Ice', exact: true });
  await expect(card).toBeVisible();
  const mine = page.getByRole('region', { name: 'Last saved' });
  await mine.getByRole('button', { name: 'Delete “Ice”' }).click();
  await expect(mine.getByText('“Ice” is deleted.')).toBeVisible();
  await expect(mine.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(card).toHaveCount(0);
  expect([inFolder('ice'), readdirSync(`${own}/.deleted`)]).toEqual([
    null,
    [expect.stringMatching(/^ice .*\.md$/)],
  ]);
  await mine.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(card).toBeVisible();
  await expect(mine.getByRole('heading', { name: 'Last saved' })).toBeFocused();
  expect(inFolder('ice')).toContain('title: Ice');
});

test('[E5] a lesson of one’s own in the place of one that came with the program is deleted, and is back with one press @thorough', async ({
  page,
}) => {
  writeFileSync(`${own}/${LESSON}.md`, '# Ours\n');
  await page.goto(`${school.staff}edit/`);
  const mine = page.getByRole('region', { name: 'My lessons' });
  await mine.getByRole('button', { name: 'Delete “Ours”' }).click();
  await expect(mine.getByText('“Ours” is deleted.')).toBeVisible();
  expect(inFolder(LESSON)).toBeNull();
  await mine.getByRole('button', { name: 'Undo' }).click();
  await expect(mine.getByRole('link', { name: 'Ours', exact: true })).toBeVisible();
  expect(inFolder(LESSON)).toBe('# Ours\n');
});

test('The library lists the last five lessons of one’s own, and leads to all of them @thorough', async ({
  page,
}) => {
  for (let at = 1; at <= 6; at += 1) writeFileSync(`${own}/own-${at}.md`, `# Own ${at}\n`);
  await page.goto(school.staff);
  const last = page.getByRole('region', { name: 'Last saved' });
  await expect(last.getByRole('button', { name: /^Delete/ })).toHaveCount(5);
  await last.getByRole('link', { name: 'All 6 lessons' }).click();
  const mine = page.getByRole('region', { name: 'My lessons' });
  await expect(mine.getByRole('button', { name: /^Delete/ })).toHaveCount(6);
});

test('[E3] a lesson of the program is read, and a copy of it is one of the school’s own @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}edit/${LESSON}/`);
  await expect(state(page)).toHaveText('This lesson came with Wholeclass.');
  await page.getByRole('button', { name: 'Edit a copy' }).click();
  await expect(page).toHaveURL(new RegExp(`\\?lesson=${COPY}$`));
  await expect(state(page)).toHaveText('Saved to your lessons');
  expect(inFolder(COPY)).toContain('(copy)');
  await addWords(page, '\n');
  await expect(page.locator('.edit-head__title')).toContainText('(copy)');
});

test('[E12] a copy of the starter plan is asked what it is about, with nothing chosen: for geography it is taught from the editor without an approval, for safeguarding it stays one', async ({
  page,
}) => {
  const copy = 'a-starter-plan-to-copy-fair-play-copy';
  const asks = page.getByRole('dialog', { name: 'What is your lesson about?' });
  await page.goto(`${school.staff}edit/starter/?copy&subject=`);
  await expect(asks).toBeVisible();
  await expect(asks.getByRole('radio', { checked: true })).toHaveCount(0);
  await asks.getByRole('button', { name: 'Make the copy' }).click();
  await expect(asks.getByRole('alert')).toHaveText('Choose one of the two.');
  expect(await axeFindings(page)).toEqual([]);
  await asks.getByRole('radio', { name: 'Another subject' }).check();
  await asks.getByRole('button', { name: 'Make the copy' }).click();
  await expect(asks.getByRole('alert')).toHaveText('Name your subject. You can change it later.');
  await asks.getByLabel('Subject, as your class sees it').fill('Geography');
  await page.keyboard.press('Enter');
  await expect(state(page)).toHaveText('Saved to your lessons');
  expect(inFolder(copy)).toContain('\nsubject: Geography\n');
  expect(inFolder(copy)).not.toContain('\n::: help\n');
  expect(existsSync(`${own}/${copy}.review.json`)).toBe(false);
  await expect(page.getByRole('alert').filter({ hasText: 'still a safeguarding' })).toHaveCount(0);

  // What was typed last is saved before its page opens.
  const saving = Promise.withResolvers<void>();
  await page.route('**/text', async (route) => {
    await saving.promise;
    await route.continue();
  });
  await addWords(page, '\n### The sea\n\nIt wears the cliff away.\n');
  const teaches = page.getByRole('link', { name: 'Teach or print' });
  // A tab of its own would have the words before.
  await teaches.click({ modifiers: ['Control'] });
  await teaches.click({ button: 'middle' });
  saving.resolve();
  await expect(page).toHaveURL(`${school.staff}lesson/${copy}/`);
  expect(page.context().pages()).toHaveLength(1);
  await page.unroute('**/text');
  expect(inFolder(copy)).toContain('It wears the cliff away.');
  await expect(page.locator('[data-approval]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await expect(page.getByRole('heading', { name: 'Start: Fair play' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);

  await page.goto(`${school.staff}edit/starter/`);
  await page.getByRole('button', { name: 'Edit a copy' }).click();
  await asks.getByRole('radio', { name: 'Safeguarding' }).check();
  await asks.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page).toHaveURL(new RegExp(`\\?lesson=${copy}-2$`));
  await expect(state(page)).toHaveText('Saved to your lessons');
  expect(inFolder(`${copy}-2`)).toContain('\nsubject: safeguarding\n');
  expect(inFolder(`${copy}-2`)).toContain('\n::: help\n');
  // No other lesson of the program is copied to another subject by an address.
  await page.goto(`${school.staff}edit/${LESSON}/?copy&subject=geography`);
  await expect(page).toHaveURL(new RegExp(`\\?lesson=${COPY}$`));
  await expect(state(page)).toHaveText('Saved to your lessons');
  expect(inFolder(COPY)).toContain('\nsubject: safeguarding\n');
});

test('[E3] a copy that cannot be saved is refused in words, leaves nothing behind, and is made once the program is back @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}edit/${LESSON}/`);
  await expect(state(page)).toHaveText('This lesson came with Wholeclass.');
  isDown = true;
  await school.kill();
  await page.getByRole('button', { name: 'Edit a copy' }).click();
  await expect(state(page)).toHaveText('Not saved: connection lost. Save a copy');
  expect(new URL(page.url()).search).toBe('');
  await school.start();
  await page.getByRole('button', { name: 'Edit a copy' }).click();
  await expect(page).toHaveURL(new RegExp(`\\?lesson=${COPY}$`));
  await page.goto(`${school.staff}edit/`);
  await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(1);
});

test('[E3] Back from a copy leads to where its address was, and makes no other @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}edit/`);
  await page.goto(`${school.staff}edit/${LESSON}/?copy`);
  await expect(page).toHaveURL(new RegExp(`\\?lesson=${COPY}$`));
  await expect(state(page)).toHaveText('Saved to your lessons');
  await page.goBack();
  await expect(page).toHaveURL(`${school.staff}edit/`);
  await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(1);
});

test('[E3] the address of a copy opens the lesson and says why where it cannot be saved @thorough', async ({
  page,
}) => {
  await page.route('**/api/lessons/*/text', (route) =>
    route.fulfill({ status: 507, json: { error: { code: 'disk-full', message: 'full' } } }),
  );
  isDown = true;
  await page.goto(`${school.staff}edit/${LESSON}/?copy`);
  await expect(state(page)).toHaveText('Not saved: the disk is full. Save a copy');
  await expect(page.getByRole('button', { name: 'Edit a copy' })).toBeVisible();
});

test('Before a plan is opened its teacher reads that the lesson, and nothing else, is saved in the library', async ({
  page,
}) => {
  await page.goto(`${school.staff}edit/?open`);
  await expect(page.getByText('The file is read on this computer.')).toHaveText(
    'The file is read on this computer. Only the lesson you make from it is saved, in your library. Remove pupils’ names before you open it.',
  );
});

test('A lesson that a browser had before stays there, and is found beside the others @thorough', async ({
  context,
  page,
}) => {
  await putIntoBrowser(context);
  await page.goto(`${school.staff}edit/`);
  const here = page.getByRole('region', { name: 'In this browser only' });
  await here.getByRole('link', { name: 'Snow' }).click();
  await expect(state(page)).toHaveText('Saved to this computer');
  await addWords(page, 'More snow\n');
  await expect(state(page)).toHaveText('Saved to this computer');
  expect(readdirSync(own)).toEqual(['media']);
  // It has no page in the program, and says what to do.
  await page.getByRole('button', { name: 'Teach or print' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'this browser only' })).toBeVisible();
});

/** Puts a lesson into the browser's own home, as a page without a program does. */
async function putIntoBrowser(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${school.staff}privacy/`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('wholeclass:/:lessons', 1);
        request.addEventListener('upgradeneeded', () => {
          request.result.createObjectStore('lessons', { keyPath: 'id' });
        });
        request.addEventListener('success', () => {
          const transaction = request.result.transaction('lessons', 'readwrite');
          const lesson = { v: 1, id: 'V1StGXR8_Z5jdHi6B-myT', title: 'Snow', text: '# Snow\n' };
          transaction
            .objectStore('lessons')
            .put({ ...lesson, version: 1, saved: 1, cursor: 0, undo: null });
          transaction.addEventListener('complete', () => (request.result.close(), resolve()));
        });
      }),
  );
  await page.close();
}

test('[E7] A new lesson is a draft that the library does not list, and “Share” has its link, its file, and the way into the library and out of it, with undo @thorough', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const shared: File[] = [];
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => void shared.push(...files),
    });
    Object.assign(globalThis, { shared });
  });
  await begin(page, 'Why ice floats');
  expect(inFolder('why-ice-floats')).toContain('\ndraft: yes\n');
  const library = await context.newPage();
  const listed = library
    .locator('.lesson-card')
    .getByRole('link', { name: 'Why ice floats', exact: true });
  const mine = library.getByRole('region', { name: 'Last saved' });
  await library.goto(school.staff);
  await expect(mine.getByRole('listitem').filter({ hasText: 'Why ice floats' })).toContainText(
    'Draft · ',
  );
  await expect(listed).toHaveCount(0);

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this lesson' });
  await expect(dialog).toContainText('see its plan with your notes. Pupils cannot.');
  await expect(dialog).toContainText('The link works on this computer only.');
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('status')).toHaveText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${school.staff}lesson/why-ice-floats/`);
  await dialog.getByRole('button', { name: 'Share…' }).click();
  expect(
    await page.evaluate(() => {
      const { shared } = globalThis as unknown as { shared: File[] };
      return Promise.all(shared.map(async (file) => [file.name, await file.text()]));
    }),
  ).toEqual([['why-ice-floats.txt', inFolder('why-ice-floats')]]);
  expect(await axeFindings(page)).toEqual([]);

  await dialog.getByRole('button', { name: 'Publish to our library' }).click();
  await expect(dialog).toContainText('It is in your library, for everyone who teaches from it.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(text(page)).not.toContainText('draft: yes');
  await expect.poll(() => inFolder('why-ice-floats')).not.toContain('draft');
  await library.reload();
  await expect(listed.first()).toBeVisible();

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => inFolder('why-ice-floats')).toContain('\ndraft: yes\n');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog).toContainText('It is a draft');
  await expect(dialog.getByRole('button', { name: 'Publish to our library' })).toBeVisible();
  expect((await library.goto(link))?.status()).toBe(200);
  await expect(library.getByText('A draft: not in the library')).toBeVisible();
});

test('[E10] A picture of a lesson on the server is a file beside it: read, printed, deleted with it and had back @thorough', async ({
  page,
}) => {
  await begin(page, 'Why ice floats');
  await replaceText(page, ICE);
  await expect(board(page)).toContainText('Iron');
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  const asked = page.getByRole('dialog', { name: 'Picture' });
  const buffer = Buffer.from(png(40, 30));
  const file = { name: 'Jar.png', mimeType: 'image/png', buffer };
  await asked.getByLabel('Choose a picture').setInputFiles(file);
  await asked.getByLabel('What does it show?').fill('A jar');
  await asked.getByRole('button', { name: 'Insert picture' }).click();
  await expect(board(page).locator('img')).toHaveAttribute('alt', 'A jar');
  await expect.poll(() => inFolder('why-ice-floats')).toMatch(/!\[A jar\]\(why-ice-floats\/jar\./);
  const media = () =>
    existsSync(`${own}/media/why-ice-floats`) ? readdirSync(`${own}/media/why-ice-floats`) : [];
  const [name = ''] = media();
  expect(name).toMatch(/^jar\.[a-z0-9]{8}\.(?:png|webp)$/);
  await expect(state(page)).toHaveText('Saved to your lessons');
  for (const where of ['read/why-ice-floats/', 'print/why-ice-floats/slides/']) {
    await page.goto(`${school.staff}${where}`);
    const picture = page.locator(`img[src*="${name}"]`).first();
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(40);
  }
  await page.goto(`${school.staff}edit/`);
  await page.getByRole('button', { name: 'Delete “Why ice floats”' }).click();
  await expect.poll(media).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(media).toEqual([name]);
});

test('[E10] A picture that is missing is found under its line, is not while the program cannot be asked, nor once someone has put it there @thorough', async ({
  context,
  page,
}) => {
  await begin(page, 'Why ice floats');
  isDown = true;
  await context.route('**/media/ice/**', (route) => route.abort());
  await replaceText(page, `${ICE}\n![A jar](ice/jar.png)\n`);
  const finding = page.locator('.ed-finding').filter({ hasText: '“ice/jar.png”' });
  await expect(page.locator('.edit-bar__checks')).toBeVisible();
  await page.waitForTimeout(2_500);
  await expect(finding).toHaveCount(0);
  await context.unroute('**/media/ice/**');
  const comeBack = () => page.evaluate(() => dispatchEvent(new Event('focus')));
  await comeBack();
  await expect(finding).toContainText('there is no media/ice/jar.png');
  mkdirSync(`${own}/media/ice`, { recursive: true });
  writeFileSync(`${own}/media/ice/jar.png`, png(40, 30));
  await comeBack();
  await expect(finding).toHaveCount(0);
  rmSync(`${own}/media/ice`, { recursive: true });
});

test('[E8] [E9] what a lesson was like before is seen beside it, brought back and undone, by keyboard alone @thorough', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await awaitMinutes();
  await begin(page, 'Why ice floats');
  const versions = page.getByRole('dialog', { name: 'Versions' });
  const open = async () => {
    await page.getByRole('button', { name: 'Versions' }).press('Enter');
  };
  await open();
  await expect(versions).toContainText('No earlier versions yet.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Versions' })).toBeFocused();
  await replaceText(page, ICE);
  await expect.poll(() => inFolder('why-ice-floats')).toBe(ICE);
  const room = await page.request.post(`${school.staff}api/rooms`, {
    data: { lesson: 'why-ice-floats', pupils: 5, devices: false },
  });
  expect(room.status()).toBe(201);
  await addWords(page, '- Lead\n');
  await expect.poll(() => inFolder('why-ice-floats')).toBe(`${ICE}- Lead\n`);
  // Gone on with two hours later.
  const then = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(`${own}/why-ice-floats.md`, then, then);
  await addWords(page, '- Gold\n');
  await expect.poll(() => inFolder('why-ice-floats')).toBe(`${ICE}- Lead\n- Gold\n`);
  await open();
  const buttons = versions.getByRole('button', { name: /^\d\d:\d\d \w+day \d/ });
  await expect(buttons).toHaveCount(2);
  expect(await axeFindings(page)).toEqual([]);
  const taught = versions.getByRole('button', { name: /As it was taught on/ });
  await taught.press('Enter');
  await expect(versions.getByText(/^As it was taught on \w+ \d+ \w+\. Saved so on /)).toBeFocused();
  await expect(versions.getByRole('textbox', { name: 'Now' })).toContainText('Gold');
  await expect(versions.getByRole('textbox', { name: /\d\d:\d\d/ })).not.toContainText('Lead');
  expect(await axeFindings(page)).toEqual([]);
  await versions.getByRole('button', { name: 'All versions' }).press('Enter');
  await expect(taught).toBeFocused();
  await taught.press('Enter');
  await versions.getByRole('button', { name: 'Bring this version back' }).press('Enter');
  await expect(text(page)).toBeFocused();
  await expect.poll(() => inFolder('why-ice-floats')).toBe(ICE);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => inFolder('why-ice-floats')).toBe(`${ICE}- Lead\n- Gold\n`);
});

test('[E8] versions that cannot be read say so @thorough', async ({ page }) => {
  await begin(page, 'Why ice floats');
  await page.route('**/versions', (route) => route.fulfill({ json: { versions: 'none' } }));
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByRole('alert')).toHaveText('Cannot read this. Close it and try again.');
});
