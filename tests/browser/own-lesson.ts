import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { packLesson } from '../../src/open/pack-lesson.ts';
import {
  closeAndShow,
  countHands,
  expectBoard,
  inMenu,
  key,
  pressStart,
  startBoard,
  turnTo,
} from './lead.ts';

/** A lesson of one’s own with a picture and a question. */
export const TEXT = readFileSync(fileURLToPath(new URL('my-lesson.md', import.meta.url)), 'utf8');

/** Of its first slide’s notes. */
export const NOTE = 'Say hello, and nothing of the answer.';

/** A picture of 8 by 8 pixels, as a browser writes it. */
async function picture(page: Page): Promise<Uint8Array> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [400, 300];
    canvas.getContext('2d')?.fillRect(0, 0, 400, 300);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** Opens a lesson with a picture in the editor, and waits until this browser has it. */
export async function openLesson(page: Page, editor: string, text = TEXT): Promise<void> {
  await page.goto(editor);
  const bytes = await picture(page);
  const media = text.includes('jar.png') ? [{ path: 'my-lesson/jar.png', bytes }] : [];
  await openFile(page, editor, Buffer.from(packLesson({ slug: 'why-ice-floats', text }, media)));
}

/** Opens a packed lesson in the editor, and waits until this browser has it. */
export async function openFile(page: Page, editor: string, packed: Buffer): Promise<void> {
  await page.goto(editor);
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a lesson file' }).click();
  const file = { name: 'ice.lesson.zip', mimeType: 'application/zip', buffer: packed };
  await (await chosen).setFiles(file);
  await expect.poll(() => savedTitles(page)).toContain('Why ice floats');
}

/** What the lessons that this browser has are called: a title is saved once it was read. */
async function savedTitles(page: Page): Promise<readonly string[]> {
  const lessons = JSON.parse(await stored(page, ':lessons')) as readonly { title?: string }[];
  return lessons.flatMap(({ title }) => title ?? []);
}

/** All that lies in the first store of the browser’s database of this ending, as JSON. */
function stored(page: Page, ending: string): Promise<string> {
  return page.evaluate(async (end) => {
    const all = await indexedDB.databases();
    const name = all.find((one) => one.name?.endsWith(end) === true)?.name;
    if (name === undefined) return '[]';
    return new Promise<string>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const [store = ''] = opening.result.objectStoreNames;
        const asked = opening.result.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => {
          opening.result.close();
          resolve(JSON.stringify(asked.result));
        };
      };
    });
  }, ending);
}

/** From the lesson’s page through the lesson, with a board in a window of its own and a question with hands, to its end; `hasHistory` for one that is saved where it is taught. */
export async function teach(
  context: BrowserContext,
  presenter: Page,
  { hasHistory = true } = {},
): Promise<void> {
  await presenter.getByRole('link', { name: 'Teach this lesson' }).click();
  await presenter.getByLabel('How many pupils are here today?').fill('30');
  const board = await openBoard(context, presenter);
  await startBoard(board);
  await expect(presenter.getByText(NOTE)).toBeVisible();
  await turnTo(board, 'a-jar-of-ice', () => key(presenter, 'ArrowRight'));
  const jar = board.locator('section.present img');
  await expect.poll(() => jar.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(400);
  await turnTo(board, 'question-ice-floats', () => key(presenter, 'ArrowRight'));
  await key(presenter, 'u');
  await countHands(presenter, { 'Hands for A': 20, 'Hands for B': 6, 'Hands for C': 4 });
  await Promise.all([board.reload(), presenter.reload()]);
  await startBoard(board);
  await expectBoard(board, 'question-ice-floats');
  await closeAndShow(presenter);
  await expect(board.locator('section.present')).toContainText('It is less dense than water');
  expect(await board.content()).not.toMatch(/Say hello|Listen for|Ask who changed/);
  await turnTo(board, 'one-thing-you-know-now', () => key(presenter, 'ArrowRight'));
  // Its history has the day.
  if (hasHistory) await expect.poll(() => stored(presenter, ':versions')).toMatch(/"taughtOn":"\d/);
  await inMenu(presenter, 'Finish lesson');
  await presenter.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(presenter.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
}

/** Starts the lesson, and opens the board in a window of its own. */
export async function openBoard(context: BrowserContext, presenter: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  return opened;
}
