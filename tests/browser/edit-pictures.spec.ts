import { expect, test, type Locator, type Page } from '@playwright/test';
import { packLesson } from '../../src/open/pack-lesson.ts';
import { PNG, png } from '../open/small-pictures.ts';
import { withSize } from '../open/zip-size.ts';
import { axeFindings } from './axe-findings.ts';
import { board, replaceText, text } from './lesson-editor.ts';
import { CAMERA, inBytes, placedPhoto } from './make-photo.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { noteTroubles } from './troubles.ts';

let host: StaticHost;
let troubles: readonly string[];

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/lessons-site/');
});
test.afterAll(() => host.close());
test.beforeEach(({ context }) => {
  troubles = noteTroubles(context, {
    isOwn: (url, method) =>
      (url.startsWith(host.site) || url.startsWith('blob:')) && method === 'GET',
  });
});
test.afterEach(() => expect(troubles).toEqual([]));

type Given = { readonly name: string; readonly type: string; readonly bytes: Buffer };

const lines = (page: Page) => text(page).locator('.cm-line');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Picture' });
const shown = (page: Page) => board(page).locator('img');
const words = (page: Page) => dialog(page).getByLabel('What does it show?');
const insert = (page: Page) => dialog(page).getByRole('button', { name: 'Insert picture' });

async function openNew(page: Page): Promise<void> {
  await page.goto(`${host.site}edit/`);
  await page.getByRole('button', { name: 'New lesson' }).click();
  await expect(board(page)).toContainText('Name of the lesson');
  await replaceText(page, '# Ice\n\n### A jar\n\nLook at it.\n');
  await expect(board(page)).toContainText('A jar');
}

/** Gives files to the text, or another place, as a person does who pastes or drops them. */
async function give(
  page: Page,
  how: 'paste' | 'drop',
  files: readonly Given[],
  to: Locator = text(page),
): Promise<void> {
  const plain = files.map(({ bytes, ...rest }) => ({ ...rest, base64: bytes.toString('base64') }));
  await to.evaluate(
    (field, [way, all]) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const { left, top } = field.getBoundingClientRect();
      const how = { bubbles: true, cancelable: true, composed: true };
      field.dispatchEvent(
        way === 'paste'
          ? new ClipboardEvent('paste', { ...how, clipboardData: data })
          : new DragEvent('drop', {
              ...how,
              dataTransfer: data,
              clientX: left + 60,
              clientY: top + 10,
            }),
      );
    },
    [how, plain] as const,
  );
}

/** The bytes of the picture that is on the board, as the browser has saved them. */
async function bytesOnBoard(page: Page): Promise<Buffer> {
  const saved = await page.evaluate(async () => {
    const names = await indexedDB.databases();
    const name = names.find((one) => one.name?.endsWith(':lessons') === true)?.name ?? '';
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(`${name} was not opened`)));
    });
    const all = opened.transaction('pictures').objectStore('pictures').getAll();
    const [first] = await new Promise<readonly { readonly bytes: Uint8Array }[]>((resolve) =>
      all.addEventListener('success', () => resolve(all.result)),
    );
    opened.close();
    return [...(first?.bytes ?? [])];
  });
  return Buffer.from(saved);
}

async function isDrawn(page: Page): Promise<void> {
  await expect(shown(page)).toBeVisible();
  await expect
    .poll(() => shown(page).evaluate((one: HTMLImageElement) => one.naturalWidth))
    .toBeGreaterThan(0);
}

test('a photo that is pasted is asked about, made smaller, and says no longer where it was taken', async ({
  page,
}) => {
  await openNew(page);
  const bytes = await placedPhoto(page, 4000, 3000);
  expect(bytes.toString('latin1')).toContain(CAMERA);
  await give(page, 'paste', [{ name: 'Jar of ice.jpg', type: 'image/jpeg', bytes }]);
  await expect(dialog(page)).toContainText('1920 by 1440 pixels');
  await expect(words(page)).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await insert(page).click();
  await expect(dialog(page).getByRole('alert')).toHaveText('Say what the picture shows.');
  await words(page).fill('A jar with ice');
  await dialog(page).getByLabel('Small', { exact: true }).check();
  await insert(page).click();
  await expect(dialog(page)).toBeHidden();
  await expect(
    lines(page).filter({
      hasText: /^!\[A jar with ice\]\(my-lesson\/jar-of-ice\.\w{8}\.webp "small"\)$/,
    }),
  ).toHaveCount(1);
  await isDrawn(page);
  await expect(shown(page)).toHaveAttribute('alt', 'A jar with ice');
  const saved = await bytesOnBoard(page);
  expect(saved.subarray(8, 12).toString()).toBe('WEBP');
  expect(saved.length).toBeLessThan(500_000);
  for (const left of [CAMERA, 'Exif', 'EXIF', 'XMP']) {
    expect(saved.toString('latin1')).not.toContain(left);
  }
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.reload();
  await isDrawn(page);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(lines(page).filter({ hasText: 'jar-of-ice' })).toHaveCount(0);
  await expect(lines(page).filter({ hasText: /^Look at it\.$/ })).toHaveCount(1);
});

test('a photo of 20 MB and 48 megapixels is made smaller, and is saved with its lesson @thorough', async ({
  page,
}) => {
  test.slow();
  await openNew(page);
  const bytes = inBytes(await placedPhoto(page, 8000, 6000), 20_000_000);
  expect(bytes.length).toBe(20_000_000);
  await give(page, 'paste', [{ name: 'Jar.jpg', type: 'image/jpeg', bytes }]);
  await expect(dialog(page)).toContainText('1920 by 1440 pixels', { timeout: 30_000 });
  await words(page).fill('A jar with ice');
  await insert(page).click();
  await expect(dialog(page)).toBeHidden();
  await isDrawn(page);
  const saved = await bytesOnBoard(page);
  expect(saved.length).toBeLessThan(500_000);
  expect(saved.toString('latin1')).not.toContain(CAMERA);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
});

test('pictures that are dropped come one after the other, where they were dropped @thorough', async ({
  page,
}) => {
  await openNew(page);
  await give(page, 'drop', [
    { name: 'first.png', type: 'image/png', bytes: Buffer.from(PNG) },
    { name: 'second.png', type: 'image/png', bytes: Buffer.from(png(8, 8)) },
  ]);
  await expect(dialog(page)).toContainText('1 more to come');
  await words(page).fill('The first');
  await insert(page).click();
  await expect(words(page)).toHaveValue('');
  await words(page).fill('The second');
  await insert(page).click();
  await expect(dialog(page)).toBeHidden();
  await expect(lines(page).filter({ hasText: /^[#!]/ })).toContainText([
    '# Ice',
    '![The first](',
    '![The second](',
    '### A jar',
  ]);
});

test('pictures that are dropped beside the text all come, into the dialog that is open, and change no other @thorough', async ({
  page,
}) => {
  await openNew(page);
  const files = ['one', 'two', 'three'].map((name, at) => ({
    name: `${name}.png`,
    type: 'image/png',
    bytes: Buffer.from(png(8 + at, 8)),
  }));
  const note = { name: 'note.txt', type: 'text/plain', bytes: Buffer.from('x') };
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share this lesson' });
  await expect(share).toBeVisible();
  await give(page, 'drop', files, share);
  await expect(share).toBeVisible();
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(share).toBeHidden();

  await give(page, 'drop', [note, ...files.slice(0, 2)], page.locator('.pane__row'));
  await expect(dialog(page)).toContainText('8 by 8 pixels');
  await expect(dialog(page)).toContainText('1 more to come');
  await words(page).fill('The first');
  await give(page, 'drop', files.slice(2), dialog(page));
  await expect(dialog(page)).toContainText('2 more to come');
  await expect(words(page)).toHaveValue('The first');
  for (const name of ['The first', 'The second', 'The third']) {
    await expect(words(page)).toHaveValue(name === 'The first' ? name : '');
    await words(page).fill(name);
    await insert(page).click();
    await expect(text(page)).toContainText(`![${name}]`);
  }
  await expect(dialog(page)).toBeHidden();
});

test('a picture that is not there is asked for once more after five seconds, not at each key, and a copy says that it lacks it @thorough', async ({
  page,
}) => {
  await openNew(page);
  await page.evaluate(() => {
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function count(this: IDBObjectStore, ...given) {
      if (this.name === 'pictures') document.body.dataset['asked'] += '!';
      return get.apply(this, given);
    };
    document.body.dataset['asked'] = '';
  });
  const asked = () => page.evaluate(() => document.body.dataset['asked']?.length);
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.insertText('\n![A jar](my-lesson/jar.k7x2p9qd.png)\n\n');
  await expect.poll(asked).toBe(1);
  for (const key of 'calm') {
    await page.keyboard.type(key);
    await page.waitForTimeout(400);
  }
  await expect(page.locator('.pane__board section.present')).toContainText('calm');
  expect(await asked()).toBe(1);
  await page.evaluate(
    (list) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('wholeclass:/lessons-site/:lessons');
        request.addEventListener('error', () => reject(new Error('not opened')));
        request.addEventListener('success', () => {
          const transaction = request.result.transaction('pictures', 'readwrite');
          const [path, bytes] = ['my-lesson/jar.k7x2p9qd.png', new Uint8Array(list)];
          transaction.objectStore('pictures').put({ path, bytes, added: Date.now() });
          transaction.addEventListener('complete', () => (request.result.close(), resolve()));
        });
      }),
    [...PNG],
  );
  await isDrawn(page);
  expect(await asked()).toBe(2);

  await page.keyboard.insertText('\n![A lid](my-lesson/lid.k7x2p9qf.png)\n');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await saving;
  await expect(page.getByRole('alert')).toHaveText(
    'Saved without 1 picture: it can’t be reached now.Close',
  );
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a picture is put in by keyboard alone, without a network, and is presented @thorough', async ({
  context,
  page,
}) => {
  await openNew(page);
  await page.waitForTimeout(2_000);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await text(page).press('ControlOrMeta+End');
  await page.getByRole('button', { name: 'Picture', exact: true }).focus();
  await page.keyboard.press('Enter');
  const field = dialog(page).getByLabel('Choose a picture');
  await expect(field).toBeFocused();
  await field.setInputFiles({ name: 'jar.png', mimeType: 'image/png', buffer: Buffer.from(PNG) });
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('A jar');
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByLabel('It is only decoration')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(text(page)).toBeFocused();
  await expect(lines(page).filter({ hasText: /\.png "full"\)$/ })).toHaveCount(1);
  await isDrawn(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  const big = page.getByRole('dialog', { name: 'The lesson on this screen' }).locator('img');
  await expect(big).toHaveAttribute('src', /^blob:/);
  await expect.poll(() => big.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(4);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await context.setOffline(false);
});

test('what is typed while a picture is made smaller is its words @thorough', async ({ page }) => {
  await page.addInitScript(() => {
    const { decode } = HTMLImageElement.prototype;
    HTMLImageElement.prototype.decode = async function later(this: HTMLImageElement) {
      await new Promise((resolve) => addEventListener('decode-now', resolve, { once: true }));
      return decode.call(this);
    };
  });
  await openNew(page);
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  const chosen = { name: 'jar.png', mimeType: 'image/png', buffer: Buffer.from(PNG) };
  await dialog(page).getByLabel('Choose a picture').setInputFiles(chosen);
  await expect(dialog(page)).toContainText('Making it smaller');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('A jar');
  await page.keyboard.press('Enter');
  await page.evaluate(() => dispatchEvent(new Event('decode-now')));
  await expect(dialog(page)).toBeHidden();
  await expect(lines(page).filter({ hasText: /^!\[A jar\]/ })).toHaveCount(1);
});

const handle = (page: Page) => page.getByRole('slider', { name: 'Size of the picture' });
const ofPicture = (page: Page) => lines(page).filter({ hasText: '![A jar](' });

/** A slide with a picture of that many pixels, and the cursor on its line. */
async function openWithPicture(page: Page, width: number, height: number): Promise<void> {
  await openNew(page);
  await give(page, 'paste', [
    { name: 'jar.png', type: 'image/png', bytes: Buffer.from(png(width, height)) },
  ]);
  await words(page).fill('A jar');
  await insert(page).click();
  await expect(dialog(page)).toBeHidden();
  await isDrawn(page);
  await ofPicture(page).click();
  await expect(handle(page)).toBeVisible();
}

async function middleOf(one: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

async function expectAtCorner(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const [at, box] = [await middleOf(handle(page)), await shown(page).boundingBox()];
      if (box === null) return false;
      return Math.hypot(at.x - box.x - box.width, at.y - box.y - box.height) < 3;
    })
    .toBe(true);
}

test('a picture is made smaller by the handle at its corner, in one undo, and the text keeps the focus @thorough', async ({
  page,
}) => {
  await openWithPicture(page, 1200, 900);
  await expect(handle(page)).toHaveAttribute('aria-valuetext', 'Large');
  await expectAtCorner(page);
  const before = await shown(page).boundingBox();
  const from = await middleOf(handle(page));
  await page.keyboard.press('End');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 40, from.y - 40, { steps: 4 });
  await page.mouse.move(0, 0, { steps: 4 });
  await expect(handle(page)).toHaveAttribute('aria-valuetext', 'Small');
  await expect(ofPicture(page)).toHaveText(/\.png\)$/);
  await page.mouse.up();
  await expect(ofPicture(page)).toHaveText(/\.png "small"\)$/);
  await expect(text(page)).toBeFocused();
  await expect(shown(page)).toHaveClass('picture--small');
  expect((await shown(page).boundingBox())?.width).toBeLessThan((before?.width ?? 0) - 40);
  await expectAtCorner(page);
  expect(await axeFindings(page)).toEqual([]);
  // The cursor stayed where it was, behind the picture.
  await page.keyboard.type(' now');
  await expect(ofPicture(page)).toHaveText(/\.png "small"\) now$/);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(ofPicture(page)).toHaveText(/\.png\)$/);
  await expect(handle(page)).toHaveAttribute('aria-valuetext', 'Large');
  await page.getByRole('button', { name: 'Previous slide' }).click();
  await expect(handle(page)).toBeHidden();
});

test('by keyboard the handle is found after the text, arrow keys change the picture’s size, and it keeps the focus @thorough', async ({
  page,
}) => {
  await openWithPicture(page, 1200, 900);
  await page.keyboard.press('Escape');
  for (let n = 0; n < 12; n += 1) {
    if (await handle(page).evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(handle(page)).toBeFocused();
  for (const [key, words, written] of [
    ['ArrowLeft', 'Medium', ' "medium"'],
    ['ArrowDown', 'Small', ' "small"'],
    ['ArrowDown', 'Small', ' "small"'],
    ['End', 'Full slide', ' "full"'],
    ['ArrowLeft', 'Large', ''],
    ['ArrowUp', 'Full slide', ' "full"'],
    ['Home', 'Small', ' "small"'],
    ['ArrowRight', 'Medium', ' "medium"'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(handle(page)).toHaveAttribute('aria-valuetext', words);
    await expect(ofPicture(page)).toHaveText(new RegExp(`\\.png${written}\\)$`));
    await expect(handle(page)).toBeFocused();
    await expect(handle(page)).toBeInViewport({ ratio: 1 });
  }
  await expectAtCorner(page);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(ofPicture(page)).toHaveText(/"small"\)$/);
});

test('of two pictures on a slide the one at the cursor has the handle, and one in the notes has none @thorough', async ({
  page,
}) => {
  await openWithPicture(page, 400, 300);
  const [written = ''] = await ofPicture(page).allTextContents();
  const second = written.replace('A jar', 'A lid').replace(')', ' "small")');
  await replaceText(page, `# Ice\n\n### A jar\n\n${written}\n\n${second}\n\nNotes:\n${second}`);
  await expect(shown(page)).toHaveCount(2);
  await lines(page).filter({ hasText: 'A lid' }).first().click();
  await expect(handle(page)).toHaveAttribute('aria-valuetext', 'Small');
  await handle(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(shown(page).last()).toHaveClass('picture--medium');
  await expect(shown(page).first()).not.toHaveClass(/picture/);
  await lines(page).filter({ hasText: 'A lid' }).last().click();
  await expect(handle(page)).toBeHidden();
});

test('the handle shows in forced colours, and is a finger wide at 200 % and on a phone @thorough', async ({
  page,
}) => {
  await openWithPicture(page, 1200, 900);
  for (const [width, height] of [
    [683, 320],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: 'Board', exact: true }).first().click();
    await expectAtCorner(page);
    const box = await handle(page).boundingBox();
    expect([box?.width, box?.height]).toEqual([44, 44]);
    expect(await axeFindings(page)).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  const knob = await handle(page).evaluate((one) => {
    const { borderTopStyle, backgroundColor } = getComputedStyle(one, '::before');
    const { backgroundColor: ground } = getComputedStyle(document.body);
    return [borderTopStyle, backgroundColor === ground];
  });
  expect(knob).toEqual(['solid', false]);
});

test('where no file is chosen after all the dialog stays open @thorough', async ({ page }) => {
  await openNew(page);
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  await words(page).fill('A jar');
  await dialog(page).getByLabel('Choose a picture').dispatchEvent('cancel', { bubbles: true });
  await expect(words(page)).toHaveValue('A jar');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test('a picture that is only decoration needs no words, by keyboard, and no screen reader reads it @thorough', async ({
  page,
}) => {
  await openNew(page);
  await give(page, 'paste', [{ name: 'wave.png', type: 'image/png', bytes: Buffer.from(PNG) }]);
  await expect(words(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByLabel('It is only decoration')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(words(page)).toBeDisabled();
  expect(await axeFindings(page)).toEqual([]);
  await insert(page).click();
  await expect(lines(page).filter({ hasText: /^!\[\]\(.*\.png "decorative"\)$/ })).toHaveCount(1);
  await isDrawn(page);
  await expect(shown(page)).toHaveAttribute('alt', '');
  await expect(page.locator('.edit-bar__checks')).not.toContainText('fix');
});

test('“/picture” and the menu ask for a picture at the cursor, by keyboard alone @thorough', async ({
  page,
}) => {
  await openNew(page);
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.type('\n/pic');
  const option = page.getByRole('option', { name: /^Picture/ });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const field = dialog(page).getByLabel('Choose a picture');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(text(page)).toBeFocused();
  await expect(lines(page).filter({ hasText: '/pic' })).toHaveCount(0);
  await page.keyboard.type('/pic');
  await expect(option).toBeVisible();
  await page.keyboard.press('Enter');
  await field.setInputFiles({ name: 'jar.png', mimeType: 'image/png', buffer: Buffer.from(PNG) });
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('A jar');
  await page.keyboard.press('Enter');
  await expect(lines(page).filter({ hasText: 'A jar' }).last()).toHaveText(
    /^!\[A jar\]\(my-lesson\/jar\./,
  );
  await isDrawn(page);

  await page.getByRole('button', { name: 'More', exact: true }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: 'Insert' });
  await menu.getByRole('button', { name: /^Picture/ }).focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
});

test('what is no picture, too large or damaged is refused with its cause, and nothing is changed @thorough', async ({
  page,
}) => {
  await openNew(page);
  const before = await lines(page).allTextContents();
  const jpeg = await placedPhoto(page, 40, 30);
  const drawing = (inside: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}`);
  const refused = [
    ['photo.jpg', Buffer.alloc(20_000_001), 'it has 20.0 MB, and 20.0 MB is the limit'],
    ['map.png', Buffer.from(png(9000, 6100)), 'it has 55 megapixels, and 54 is the limit'],
    ['photo.jpg', jpeg.subarray(0, 600), 'it is damaged'],
    ['photo.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'it is a HEIC photo'],
    ['scan.tiff', Buffer.from('II*\0\x08\0\0\0'), 'it is a TIFF'],
    ['jar.svg', drawing('<path'), 'it is a drawing (SVG)'],
    [
      'jar.png',
      Buffer.from('<script>alert(1)</script>'),
      'it is no picture that browsers can show',
    ],
  ] as const;
  for (const [name, bytes, cause] of refused) {
    await give(page, 'paste', [{ name, type: 'image/*', bytes: Buffer.from(bytes) }]);
    await expect(dialog(page).getByRole('alert')).toContainText(`Cannot use “${name}”: ${cause}`);
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog(page)).toBeHidden();
  }
  expect(await lines(page).allTextContents()).toEqual(before);
});

test('a picture that is cancelled while it is saved is not put in afterwards @thorough', async ({
  page,
}) => {
  await openNew(page);
  await page.setViewportSize({ width: 1366, height: 641 });
  const before = await lines(page).allTextContents();
  // Saving waits until it is let go on.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function wait(this: IDBObjectStore, ...given) {
      if (this.name !== 'pictures') return put.apply(this, given);
      const done = put.apply(this, given);
      IDBObjectStore.prototype.put = put;
      const until = Date.now() + 3_000;
      // A transaction goes on as long as something is asked of it.
      const again = () => Date.now() < until && this.count().addEventListener('success', again);
      again();
      return done;
    };
  });
  await give(page, 'paste', [
    { name: 'jar.png', type: 'image/png', bytes: Buffer.from(png(900, 900)) },
  ]);
  await expect(dialog(page)).toContainText('900 by 900 pixels');
  await words(page).fill('A jar');
  await expect(insert(page)).toBeInViewport({ ratio: 1 });
  await insert(page).click();
  await expect(insert(page)).toBeDisabled();
  await expect(dialog(page).getByLabel('Choose another picture')).toBeDisabled();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page)).toBeHidden();
  await page.waitForTimeout(3_500);
  expect(await lines(page).allTextContents()).toEqual(before);
});

test('a drawing becomes pixels, and nothing in it runs or is asked for', async ({ page }) => {
  await openNew(page);
  const bytes =
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9" onload="alert(1)">
<script>document.title = 'stolen'</script><image href="https://example.org/x.png" width="9" height="9"/>
<rect width="16" height="9" fill="teal"/></svg>`);
  await give(page, 'paste', [{ name: 'flag.svg', type: 'image/svg+xml', bytes }]);
  await expect(dialog(page)).toContainText('1920 by 1080 pixels');
  await words(page).fill('A flag');
  await insert(page).click();
  await isDrawn(page);
  await expect(lines(page).filter({ hasText: /flag\.[a-z0-9]{8}\.(?:webp|png)\)$/ })).toHaveCount(
    1,
  );
});

test('words that are pasted with their picture are words @thorough', async ({ page }) => {
  await openNew(page);
  await text(page).evaluate((field) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'words.png', { type: 'image/png' }));
    data.setData('text/plain', 'Words of a table');
    field.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
    );
  });
  await expect(lines(page).filter({ hasText: 'Words of a table' })).toHaveCount(1);
  await expect(dialog(page)).toBeHidden();
});

test('where the computer is full the picture waits in the dialog, and the text is saved all the same @thorough', async ({
  page,
}) => {
  await openNew(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function refuse(this: IDBObjectStore, ...given) {
      if (this.name === 'pictures') {
        IDBObjectStore.prototype.put = put;
        throw new DOMException('full', 'QuotaExceededError');
      }
      return put.apply(this, given);
    };
  });
  await give(page, 'paste', [{ name: 'jar.png', type: 'image/png', bytes: Buffer.from(PNG) }]);
  await words(page).fill('A jar');
  await insert(page).click();
  await expect(dialog(page).getByRole('alert')).toContainText('this computer is full');
  await expect(words(page)).toHaveValue('A jar');
  await insert(page).click();
  await isDrawn(page);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
});

test('where the browser keeps nothing, as in a private window, the picture is refused with its cause, and the text goes on @thorough', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  await openNew(page);
  await expect(page.getByText('Not saved: this browser keeps nothing here.')).toBeVisible();
  await give(page, 'paste', [{ name: 'jar.png', type: 'image/png', bytes: Buffer.from(PNG) }]);
  await words(page).fill('A jar');
  await insert(page).click();
  await expect(dialog(page).getByRole('alert')).toHaveText(
    'Cannot insert it: this browser keeps nothing here, as in a private window. Save a copy of the lesson, and open that in an ordinary window.',
  );
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(lines(page).filter({ hasText: 'A jar]' })).toHaveCount(0);
  await text(page).press('ControlOrMeta+End');
  await page.keyboard.type('It floats.');
  await expect(board(page)).toContainText('It floats.');
});

test('a lesson that is deleted and undone has its picture again, and the worksheet and plan show it @thorough', async ({
  page,
}) => {
  await openNew(page);
  await give(page, 'paste', [{ name: 'jar.png', type: 'image/png', bytes: Buffer.from(PNG) }]);
  await words(page).fill('A jar');
  await insert(page).click();
  await isDrawn(page);
  await page.getByRole('button', { name: 'Lesson plan' }).click();
  await expect(page.locator('.pane--plan img').first()).toHaveAttribute('src', /^blob:/);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.getByRole('link', { name: 'My lessons' }).click();
  await page.getByRole('button', { name: 'Delete “Ice”' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Ice', exact: true }).click();
  await isDrawn(page);
});

test('where its text alone can be shared, the page says that its pictures do not go with it @thorough', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(navigator, { canShare: () => true, share: () => Promise.resolve() });
  });
  await openNew(page);
  const share = page.getByRole('dialog', { name: 'Share this lesson' });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(share).toContainText('Or send its text as a file');
  await expect(share).not.toContainText('pictures');
  await page.keyboard.press('Escape');
  await give(page, 'paste', [{ name: 'jar.png', type: 'image/png', bytes: Buffer.from(PNG) }]);
  await words(page).fill('A jar');
  await insert(page).click();
  await isDrawn(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(share).toContainText('Its pictures don’t go with it: “Save a copy” has them too.');
});

test('a lesson with a picture is saved as one file, and opened in another browser with it @thorough', async ({
  page,
  browser,
}, { outputDir }) => {
  await openNew(page);
  await give(page, 'paste', [{ name: 'jar.png', type: 'image/png', bytes: Buffer.from(PNG) }]);
  await words(page).fill('A jar');
  await insert(page).click();
  await isDrawn(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('ice.lesson.zip');
  const file = `${outputDir}/ice.lesson.zip`;
  await download.saveAs(file);

  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(`${host.site}edit/`);
  const choosing = there.waitForEvent('filechooser');
  await there.getByRole('button', { name: 'Open a lesson file' }).click();
  await (await choosing).setFiles(file);
  await there.getByRole('button', { name: 'Next slide' }).click();
  await isDrawn(there);
  await expect(lines(there).filter({ hasText: /^!\[A jar\]\(my-lesson\/jar\./ })).toHaveCount(1);
  await expect(there.getByText('Saved to this computer')).toBeVisible();
  await there.goto(`${host.site}edit/`);
  const again = there.waitForEvent('filechooser');
  await there.getByRole('button', { name: 'Open a lesson file' }).click();
  await (
    await again
  ).setFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') });
  await expect(there.getByRole('alert')).toContainText('it is damaged');
  await other.close();
});

test('a lesson whose one picture is too large is opened with all the rest, and says which, why and what to do @thorough', async ({
  page,
}) => {
  const picture = (name: string) => ({ path: `ice/${name}.png`, bytes: PNG });
  const markup = '# Ice\n\n### A jar\n\n![A jar](ice/jar.png)\n\n![A lake](ice/lake.png "small")\n';
  const packed = packLesson({ slug: 'ice', text: markup }, [picture('jar'), picture('lake')]);
  await page.goto(`${host.site}edit/`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a lesson file' }).click();
  await (
    await choosing
  ).setFiles({
    name: 'ice.lesson.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(withSize(packed, 'media/ice/lake.png', 34_000_000)),
  });
  await expect(page.getByRole('alert')).toContainText(
    'Opened without 1 picture; the words for it are still there. “lake.png” is left out: it has 34.0 MB, and 30.0 MB is the limit: make it smaller, and add it again.',
  );
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next slide' }).click();
  await isDrawn(page);
  await expect(board(page)).toContainText('A lake');
  await expect(lines(page).filter({ hasText: '![A lake](<> "small")' })).toHaveCount(1);
  await page.locator('.edit-bar__checks').click();
  await expect(page.getByRole('dialog')).toContainText('a picture here: it has no address');
});
