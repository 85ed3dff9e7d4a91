import { expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/server/browser.ts';

test('the browser that BROWSER_PATH names comes first, if it is one that starts', async () => {
  vi.stubEnv('BROWSER_PATH', process.execPath);
  expect(await findBrowser()).toBe(process.execPath);
  vi.stubEnv('BROWSER_PATH', '/nowhere/chromium');
  expect(await findBrowser()).not.toBe('/nowhere/chromium');
  vi.unstubAllEnvs();
});
