import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { board, text } from './lesson-editor.ts';
import { ownFolder } from './own-folder.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON } from './taught-school.ts';

// What version 0.1 kept in a browser, as it wrote it over its own pages: a newer page goes on with it.
const stored = fileURLToPath(new URL('../stored-by-0.1/', import.meta.url));

/** All that one origin has; bytes and blobs are in base64, and a folder's handle is none. */
type StoredBrowser = {
  readonly local: Readonly<Record<string, string>>;
  readonly databases: readonly {
    readonly name: string;
    readonly version: number;
    readonly stores: readonly {
      readonly name: string;
      readonly keyPath: string;
      readonly records: readonly { readonly value: unknown }[];
    }[];
  }[];
};

const read = (name: string) => JSON.parse(readFileSync(stored + name, 'utf8')) as StoredBrowser;
/** When the lesson in it ran. */
const then = (browser: StoredBrowser) =>
  (JSON.parse(browser.local[presentKey] ?? '{}') as { readonly at: number }).at + 60_000;
const presentKey = `wholeclass:/lessons/:${LESSON}:present`;

/** Puts it into the origin of a page that has no script. */
async function restore(page: Page, browser: StoredBrowser): Promise<void> {
  await page.goto(`${host.site}site.webmanifest`);
  await page.evaluate(async ({ local, databases }) => {
    for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
    for (const { name, version, stores } of databases) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, version);
        request.addEventListener('error', () => reject(new Error(`not opened: ${name}`)));
        request.addEventListener('upgradeneeded', () => {
          for (const { name: store, keyPath } of stores) {
            request.result.createObjectStore(store, { keyPath });
          }
        });
        request.addEventListener('success', () => {
          const names = stores.map((store) => store.name);
          const writing = request.result.transaction(names, 'readwrite');
          for (const store of stores) {
            for (const { value } of store.records) {
              writing.objectStore(store.name).put(withBytes(value));
            }
          }
          writing.addEventListener('complete', () => (request.result.close(), resolve()));
          writing.addEventListener('error', () => reject(new Error(`not written: ${name}`)));
        });
      });
    }
    function withBytes(value: unknown): unknown {
      if (Array.isArray(value)) return value.map(withBytes);
      if (value === null || typeof value !== 'object') return value;
      if ('$bytes' in value) {
        return Uint8Array.from(atob(String(value.$bytes)), (one) => one.charCodeAt(0));
      }
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withBytes(one)]));
    }
  }, browser);
}

let host: StaticHost;
const used = read('site-browser.json');
test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  const beside = ownFolder('stored-by-0.1');
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  cpSync(`${stored}data/school.json`, `${beside}/school.json`);
  host = await hostReadSite('taught', '/lessons/', beside);
});
test.afterAll(() => host.close());
test.beforeEach(async ({ page }) => {
  await page.clock.setSystemTime(then(used));
  await restore(page, used);
});

test('A lesson that version 0.1 saved in this browser opens with its picture and its history', async ({
  page,
}) => {
  await page.goto(host.site);
  await expect(page.getByText('Our coast').first()).toBeVisible();
  await page.goto(`${host.site}edit/`);
  await page
    .getByRole('link', { name: /Our coast/ })
    .first()
    .click();
  await expect(text(page)).toContainText('What else?');
  await expect(board(page).or(page.locator('.pane__board img')).first()).toBeVisible();
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByRole('dialog').getByRole('button').first()).toBeVisible();
});

test('A lesson that ran when version 0.1 was replaced goes on at its slide', async ({ page }) => {
  await page.goto(`${host.site}present/${LESSON}/`);
  await expect(page.getByRole('button', { name: 'Start the lesson' })).toBeHidden();
  await expect(page.locator('body')).toContainText('What puts the most pressure on');
});

test('What version 0.1 kept of a school, a version, a look and replies is there', async ({
  page,
}) => {
  await page.goto(`${host.site}school/`);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Hillside School');
  await page.goto(`${host.site}lesson/${LESSON}/`);
  await expect(page.getByLabel('20 minutes')).toBeChecked();
  await page.goto(`${host.site}comebacks/`);
  await page.getByRole('link', { name: 'My saved replies' }).click();
  await expect(page.locator('.step:target .line__words')).toHaveCount(2);
  await page.goto(`${host.site}read/${LESSON}/`);
  await page.getByRole('button', { name: 'Text and colours' }).click();
  await expect(page.getByRole('button', { name: 'Smaller' })).toBeEnabled();
});
