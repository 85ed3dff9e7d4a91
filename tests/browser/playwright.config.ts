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
    trace: 'retain-on-failure',
    launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: [...browserArgs] },
  },
});
