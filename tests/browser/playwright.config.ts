import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from '../../src/server/browser.ts';

const executablePath = await findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../.cache/test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    // Nobody opens a trace where CI runs, and it takes a fifth of the time.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
    launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: [...browserArgs] },
  },
});
