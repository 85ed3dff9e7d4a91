import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser, headlessOf } from '../src/print/browser.ts';
import { isThorough } from './thorough.ts';

const whole = await findBrowser();
const quick = await headlessOf(whole);

/** Tests that need all of a browser: they size what is in full screen, or ask for the last part of a pixel. */
const WHOLE = /@whole\b/;

/** Tests of what has one of its kind in every run already: a further window, home, refusal or way to the same end. `npm run test:all` has them. */
const left = isThorough ? [] : [/@thorough\b/];

// Playwright looks where it was called from at each step, and looks up each frame of that in source maps. Ours is the source.
Reflect.deleteProperty(Error, 'prepareStackTrace');

// What was compiled is kept for the programs that tests start: each starts in half the time.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../.cache/compiled', import.meta.url));
// What is built once in a run is built again in the next.
process.env['BROWSER_RUN'] ??= `${process.pid} ${Date.now()}`;

function inBrowser(executablePath: string | null) {
  return {
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [...browserArgs],
    },
  };
}

export default defineConfig({
  testDir: 'browser',
  globalSetup: './browser/setup.ts',
  outputDir: '../.cache/test-results',
  // Node runs the program's files and the tests as they are: Playwright need not compile them for itself and for each worker.
  build: { external: ['**/src/**', '**/tests/**'] },
  // A worker that begins a file ends it: one site, one server and one page’s scripts for all of its
  // tests.
  fullyParallel: false,
  forbidOnly: true,
  // Half of a test is waiting for a film, or for late answers: two fill a processor.
  workers: Math.min(8, 2 * availableParallelism()),
  reporter: 'list',
  // No test is about time: this only ends one that hangs, on a machine that is slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    // More than half of the processor goes into a trace: `--trace retain-on-failure` asks for it when a test has failed.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  // A worker that goes from one project to the next is another, with a browser of its own, 5 seconds of the processor: so there are two, and one worker goes over.
  projects: [
    { name: 'whole', workers: 1, grep: WHOLE, grepInvert: left, use: inBrowser(whole) },
    { name: 'quick', grepInvert: [WHOLE, ...left], use: inBrowser(quick) },
  ],
});
