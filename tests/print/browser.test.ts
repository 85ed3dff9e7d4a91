import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { browserArgs, findBrowser, headlessOf } from '../../src/print/browser.ts';

test('the browser that BROWSER_PATH names comes first, if it is one that starts', async () => {
  vi.stubEnv('BROWSER_PATH', process.execPath);
  expect(await findBrowser()).toBe(process.execPath);
  vi.stubEnv('BROWSER_PATH', '/nowhere/chromium');
  expect(await findBrowser()).not.toBe('/nowhere/chromium');
  vi.unstubAllEnvs();
});

test.runIf(process.platform === 'linux')(
  'the same browser without windows is used where it is beside and starts',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wholeclass-browser-'));
    const [browser, beside] = [join(folder, 'chromium'), join(folder, 'chromium-headless-shell')];
    symlinkSync(process.execPath, browser);
    expect(await headlessOf(browser)).toBe(browser);
    symlinkSync('/bin/false', beside);
    expect(await headlessOf(browser)).toBe(browser);
    rmSync(beside);
    symlinkSync(process.execPath, beside);
    expect(await headlessOf(browser)).toBe(beside);
    expect(await headlessOf(null)).toBeNull();
    rmSync(folder, { recursive: true });
  },
);

test('what Playwright turns off in Chromium is off when we turn off more: of two lists the last alone counts', async () => {
  const message = await chromium
    .launch({ executablePath: '/bin/false', args: [...browserArgs] })
    .then(() => '', String);
  const lists = [...message.matchAll(/--disable-features=(\S+)/g)].map(([, list = '']) =>
    list.split(','),
  );
  expect(lists.length).toBeGreaterThanOrEqual(2);
  expect(lists.at(-1)).toEqual(expect.arrayContaining(lists[0] ?? []));
});
