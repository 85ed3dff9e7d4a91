import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { pressStart } from './lead.ts';
import { expectSlips, writeSlips } from './own-handout.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON } from './taught-school.ts';
import { noteTroubles } from './troubles.ts';

let host: StaticHost;
let troubles: readonly string[];

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/lessons-site/');
});
test.afterAll(() => host.close());

test.beforeEach(async ({ context }) => {
  troubles = noteTroubles(context, {
    isOwn: (url, method) => url.startsWith(host.site) && method === 'GET',
  });
  await giveFolders(context);
});
test.afterEach(() => expect(troubles).toEqual([]));

/** What a browser answers that has no one to press its own buttons: `pick` is the folder that is chosen, `may` what it says of leave to use it, `once` what it says once it was asked. */
type Answers = { pick?: string; may?: PermissionState; once?: PermissionState };

// All else is the browser's own: its folders, files, and the way it remembers them.
async function giveFolders(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // A page that is empty still.
    if (!('FileSystemDirectoryHandle' in window)) return;
    const answer = (name: string) => localStorage.getItem(`answer ${name}`);
    const isAsked = () => navigator.userActivation.isActive;
    window.showDirectoryPicker = async () => {
      if (!isAsked()) throw new DOMException('no press', 'SecurityError');
      const pick = answer('pick') ?? 'Geography';
      if (pick === 'cancelled') throw new DOMException('no', 'AbortError');
      if (pick === 'forbidden') throw new DOMException('no', 'NotAllowedError');
      const all = await navigator.storage.getDirectory();
      return all.getDirectoryHandle(pick, { create: true });
    };
    const may = async () => (answer('may') ?? 'granted') as PermissionState;
    FileSystemDirectoryHandle.prototype.queryPermission = may;
    FileSystemDirectoryHandle.prototype.requestPermission = async () => {
      if (!isAsked()) throw new DOMException('no press', 'SecurityError');
      localStorage.setItem('answer may', answer('once') ?? 'granted');
      return may();
    };
    for (const name of ['getFileHandle', 'getDirectoryHandle', 'keys', 'values'] as const) {
      const real = FileSystemDirectoryHandle.prototype[name] as (...given: unknown[]) => unknown;
      Object.defineProperty(FileSystemDirectoryHandle.prototype, name, {
        value(this: FileSystemDirectoryHandle, ...given: unknown[]) {
          if (this.name !== '' && (answer('may') ?? 'granted') !== 'granted') {
            throw new DOMException('closed', 'NotAllowedError');
          }
          return real.apply(this, given);
        },
      });
    }
  });
}

function answerWith(page: Page, answers: Answers): Promise<void> {
  return page.evaluate((all) => {
    for (const [name, value] of Object.entries(all)) localStorage.setItem(`answer ${name}`, value);
  }, answers);
}

const text = (page: Page) => page.getByRole('textbox', { name: 'The lesson’s text' });
const board = (page: Page) => page.locator('.pane__board section.present');
const title = (page: Page) => page.locator('.edit-head__title');
const mine = (page: Page) => page.getByRole('region', { name: /^(?:My lessons|Last saved)$/ });
const saved = (page: Page) => page.getByText('Saved to your folder');
const use = (page: Page) => page.getByRole('button', { name: 'Use a folder on this computer' });

async function useFolder(page: Page): Promise<void> {
  await page.goto(`${host.site}edit/`);
  await use(page).click();
  await expect(mine(page)).toContainText('Your lessons are in the folder “Geography”.');
}

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New lesson' }).click();
  await page.getByLabel('What is it called?').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(board(page)).toContainText(title);
  await text(page).press('ControlOrMeta+End');
}

/** The files of the folder by their names, as any other program sees them. */
function files(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const all = await navigator.storage.getDirectory();
    const folder = await all.getDirectoryHandle('Geography');
    const read = async (): Promise<Record<string, string>> => {
      const found: Record<string, string> = {};
      for await (const one of folder.values()) {
        if (one instanceof FileSystemFileHandle) {
          found[one.name] = await (await one.getFile()).text();
        }
      }
      return found;
    };
    for (;;) {
      try {
        return await read();
      } catch (error) {
        // A file that is written again meanwhile is another one, and for a moment none: all are asked for again.
        const { name } = error instanceof DOMException ? error : { name: '' };
        if (name !== 'NotReadableError' && name !== 'NotFoundError') throw error;
      }
    }
  });
}

/** Writes a file as another program does, or takes the whole folder away. */
async function outside(page: Page, change: readonly [name: string, words: string] | 'gone') {
  await page.evaluate(async (what) => {
    const all = await navigator.storage.getDirectory();
    if (what === 'gone') return all.removeEntry('Geography', { recursive: true });
    const folder = await all.getDirectoryHandle('Geography', { create: true });
    const writer = await (await folder.getFileHandle(what[0], { create: true })).createWritable();
    await writer.write(what[1]);
    await writer.close();
  }, change);
}

test('A picture that a colleague put into media/ is on the board @thorough', async ({
  context,
  page,
}) => {
  troubles = noteTroubles(context, {
    isOwn: (url, method) =>
      (url.startsWith(host.site) || url.startsWith('blob:')) && method === 'GET',
  });
  await useFolder(page);
  await page.evaluate(async () => {
    const all = await navigator.storage.getDirectory();
    const folder = await all.getDirectoryHandle('Geography', { create: true });
    const media = await folder.getDirectoryHandle('media', { create: true });
    const coast = await media.getDirectoryHandle('coast', { create: true });
    const file = await (await coast.getFileHandle('wave.svg', { create: true })).createWritable();
    await file.write('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>');
    await file.close();
  });
  await begin(page, 'Our coast');
  await page.keyboard.insertText('\n\n### The sea\n\n![A wave](coast/wave.svg)\n');
  const picture = board(page).locator('img');
  await expect(picture).toHaveAttribute('src', /^blob:/);
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(40);
});

test('Files of other names in the folder are named, and one is opened as a lesson, which leaves it as it was @thorough', async ({
  page,
}) => {
  await outside(page, ['ice.md', '# Ice\n']).catch(() => undefined);
  await useFolder(page);
  await outside(page, ['Our Rivers.md', '# Our rivers\n']);
  await outside(page, ['marks.xlsx', 'x']);
  await page.reload();
  const others = mine(page).getByRole('group').filter({ hasText: 'not listed as a lesson' });
  await others.getByText('2 other files here are not listed as a lesson').click();
  await expect(others.getByRole('listitem')).toHaveText([/^marks\.xlsx$/, /^Our Rivers\.md/]);
  expect(await axeFindings(page)).toEqual([]);
  await others.getByRole('button', { name: /^Open as a lesson.*Our Rivers\.md/ }).click();
  await expect(page.getByLabel('What is it called?')).toHaveValue('Our rivers');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(saved(page)).toBeVisible();
  expect(await files(page)).toMatchObject({
    'Our Rivers.md': '# Our rivers\n',
    'our-rivers.md': expect.stringContaining('# Our rivers'),
  });
});

test('[E1] [E3] a lesson that is written in a folder is a file there, and is there again on the next visit, with what can be undone', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/`);
  expect(await axeFindings(page)).toEqual([]);
  // By keys alone.
  await use(page).focus();
  await page.keyboard.press('Enter');
  await expect(mine(page).getByText('Your lessons are in the folder “Geography”.')).toBeFocused();
  await expect(mine(page)).toContainText('No lessons in this folder yet.');
  expect(await axeFindings(page)).toEqual([]);
  await begin(page, 'Our coast');
  await page.keyboard.insertText('\n## Cliffs\n');
  await expect(board(page)).toContainText('Cliffs');
  await expect(saved(page)).toBeVisible();
  expect(page.url()).toMatch(/\?lesson=our-coast/);
  expect(Object.keys(await files(page))).toEqual(['our-coast.md']);
  expect((await files(page))['our-coast.md']).toContain('## Cliffs\n');
  await page.reload();
  await expect(board(page)).toContainText('Cliffs');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(text(page)).not.toContainText('Cliffs');
  await expect.poll(async () => (await files(page))['our-coast.md']).not.toContain('Cliffs');
  // Before that the page would ask before it is left.
  await expect(saved(page)).toBeVisible();

  await page.goto(host.site);
  await mine(page).getByRole('link', { name: 'Our coast', exact: true }).click();
  await expect(title(page)).toHaveText('Our coast');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toContainText('Everyone who uses your folder');
});

test('what a colleague’s computer brings is listed, and a change beside one’s own shows both texts @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await outside(page, ['rivers.md', '\uFEFF# Rivers\r\n']);
  await page.reload();
  await mine(page).getByRole('link', { name: 'Rivers', exact: true }).click();
  await expect(board(page)).toContainText('Rivers');
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.insertText('Mine\n');
  await expect(saved(page)).toBeVisible();
  await outside(page, ['rivers.md', '# Rivers\n\nTheirs\n']);
  await page.keyboard.insertText('\nMore of mine\n');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('textbox', { name: 'Their text' })).toContainText('Theirs');
  expect((await files(page))['rivers.md']).toBe('# Rivers\n\nTheirs\n');
  await page.getByRole('button', { name: 'Keep both as two lessons' }).click();
  await expect(saved(page)).toBeVisible();
  expect(Object.keys(await files(page)).toSorted()).toEqual(['rivers-copy.md', 'rivers.md']);
  expect((await files(page))['rivers-copy.md']).toContain('More of mine');
});

test('[E5] a lesson that is deleted from the folder is back with one press @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await outside(page, ['rivers.md', '# Rivers\n']);
  await page.goto(host.site);
  await mine(page).getByRole('button', { name: 'Delete “Rivers”' }).click();
  await expect(mine(page).getByText('is deleted.')).toBeVisible();
  expect(await files(page)).toEqual({});
  await expect(mine(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(mine(page).getByRole('link', { name: 'Rivers', exact: true })).toBeVisible();
  expect(await files(page)).toEqual({ 'rivers.md': '# Rivers\n' });
});

test('[E11] a folder that the browser asks about again is opened with a press, in the library, on the list, and at the lesson’s own address @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await outside(page, ['rivers.md', '# Rivers\n']);
  const open = page.getByRole('button', { name: 'Open the folder again' });
  for (const at of ['', 'edit/', 'edit/?lesson=rivers']) {
    await answerWith(page, { may: 'prompt' });
    await page.goto(host.site + at);
    await expect(open).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await open.click();
    const found = at.includes('?')
      ? board(page)
      : mine(page).getByRole('link', { name: 'Rivers', exact: true });
    await expect(found).toBeVisible();
  }
});

test('[E11] where leave is refused the page says so and how to go on, and the files are as they were @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await outside(page, ['rivers.md', '# Rivers\n']);
  await answerWith(page, { may: 'prompt', once: 'denied' });
  await page.reload();
  await page.getByRole('button', { name: 'Open the folder again' }).click();
  await expect(mine(page)).toContainText('This page may not use the folder “Geography”.');
  expect(await axeFindings(page)).toEqual([]);
  // New lessons are in this browser meanwhile.
  await page.getByRole('button', { name: 'New lesson' }).click();
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.insertText('words');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'Stop using this folder' }).click();
  await expect(use(page)).toBeVisible();
  await answerWith(page, { may: 'granted' });
  expect(await files(page)).toEqual({ 'rivers.md': '# Rivers\n' });
});

test('a choice that is cancelled changes nothing, and one that is forbidden says so @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}edit/`);
  await answerWith(page, { pick: 'cancelled' });
  await use(page).click();
  await expect(use(page)).toBeVisible();
  await answerWith(page, { pick: 'forbidden' });
  await use(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'settings' })).toContainText(
    'did not allow this folder',
  );
  expect(await page.evaluate(() => indexedDB.databases())).not.toContainEqual(
    expect.objectContaining({ name: expect.stringContaining('folder') }),
  );
});

test('[E1] [E11] while the folder is gone or closed typing goes on, and what was typed is saved once it is back @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await begin(page, 'Our coast');
  await page.keyboard.insertText('\nOne\n');
  await expect(saved(page)).toBeVisible();
  await answerWith(page, { may: 'prompt' });
  await page.keyboard.insertText('Two\n');
  await expect(page.getByText('Your folder is closed: your words are safe')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open the folder again' }).click();
  await expect(saved(page)).toBeVisible();
  expect((await files(page))['our-coast.md']).toContain('Two');

  await outside(page, 'gone');
  await page.keyboard.insertText('Three\n');
  await expect(page.getByText('Your folder can’t be reached: your words are safe')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`${host.site}edit/`);
  await expect(mine(other)).toContainText('The folder “Geography” isn’t there');
  expect(await axeFindings(other)).toEqual([]);
  await page.close();
  await outside(other, ['other.md', '# Other\n']);
  await other.getByRole('button', { name: 'Look again' }).click();
  await mine(other).getByRole('link', { name: 'Our coast', exact: true }).click();
  await expect(saved(other)).toBeVisible();
  expect((await files(other))['our-coast.md']).toContain('Three');
});

test('[E11] words that the folder has not yet stay in this browser as a lesson when the folder is no longer used @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await begin(page, 'Our coast');
  await page.keyboard.insertText('\nOne\n');
  await expect(saved(page)).toBeVisible();
  await outside(page, 'gone');
  await page.keyboard.insertText('Two\n');
  await expect(page.getByText('your words are safe')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`${host.site}edit/`);
  await other.getByRole('button', { name: 'Stop using this folder' }).click();
  await other.getByRole('link', { name: 'Our coast', exact: true }).click();
  await expect(text(other)).toContainText('Two');
  await expect(other.getByText('Saved to this computer')).toBeVisible();
});

test('[E12] a lesson of the folder has its page, and is presented from it; once the folder is closed the page leads to where it is opened again @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await begin(page, 'Our coast');
  await page.keyboard.insertText('\n\n### The sea\n\nIt is large.\n');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('link', { name: 'Teach or print' }).click();
  await expect(page.getByRole('heading', { name: 'Our coast', level: 1 })).toBeVisible();
  await page.goto(host.site);
  await page.getByRole('link', { name: 'Teach or print “Our coast”' }).click();
  await expect(page.getByRole('heading', { name: 'Our coast', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/lesson\/my_lesson\/\?lesson=our-coast$/);
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await page.getByLabel('How many pupils are here today?').fill('30');
  await pressStart(page, 'one');
  await expect(page.locator('section.present')).toContainText('Our coast');
  const other = await page.context().newPage();
  await other.goto(host.site);
  await answerWith(other, { may: 'prompt' });
  await other.goto(`${host.site}lesson/my_lesson/?lesson=our-coast`);
  await expect(other.getByRole('heading', { name: 'isn’t in this browser' })).toBeVisible();
  await other.getByRole('link', { name: 'Look in My lessons' }).click();
  await expect(other.getByRole('button', { name: 'Open the folder again' })).toBeVisible();
});

test('[E12] a handout is written in a lesson of the folder, seen as paper beside it, printed with it, and on no slide @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await begin(page, 'Our coast');
  await page.keyboard.insertText('\n\n### The sea\n\nIt is large.\n\n');
  await writeSlips(page);
  await expect(saved(page)).toBeVisible();
  expect((await files(page))['our-coast.md']).toContain(':::: handout\ntitle: Snow slips\n');
  await page.goto(`${host.site}lesson/my_lesson/?lesson=our-coast`);
  await expectSlips(page);
});

test('a copy of a lesson that came with the site is a file of the folder @thorough', async ({
  page,
}) => {
  await useFolder(page);
  await page.goto(`${host.site}edit/${LESSON}/?copy`);
  await expect(saved(page)).toBeVisible();
  expect(Object.keys(await files(page)).toSorted()).toEqual([
    expect.stringMatching(/-copy\.md$/),
    expect.stringMatching(/-copy\.review\.json$/),
  ]);
});

test('where a browser has no folders none is offered @thorough', async ({ page }) => {
  await page.addInitScript(() => delete window.showDirectoryPicker);
  await page.goto(`${host.site}edit/`);
  await expect(page.getByText('None yet.')).toBeVisible();
  await expect(use(page)).toHaveCount(0);
});
