import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from '../src/cli/build-pages.ts';
import { root } from '../src/cli/root.ts';
import { takeLock } from '../src/cli/setup-lock.mjs';
import { hasApt, installByApt, runQuietly } from '../src/print/apt.ts';
import { findBrowser, installBrowser } from '../src/print/browser.ts';

/** What Debian and Ubuntu need to run the tests in Firefox and in WebKit (Safari's engine), with a film's codecs and a screen that no one sees. */
const ENGINE_PACKAGES = [
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'gstreamer1.0-plugins-base',
  'gstreamer1.0-plugins-good',
  'gstreamer1.0-libav',
];
const ENGINES = ['/usr/bin/firefox-esr', '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

/** Before tests that print, serve or start the program: a browser and Valkey, where they can be installed, and the built pages. */
export function provideForProgram(): Promise<void> {
  return inTurn(async () => {
    await provideBrowser();
    await provideValkey();
    await buildPages();
  });
}

/**
 * Before browser tests: a browser, Firefox and WebKit, where they can be installed, and the built pages.
 * @throws {Error} where there is no browser
 */
export function provideForBrowser(): Promise<void> {
  return inTurn(async () => {
    if ((await provideBrowser()) === null) {
      throw new Error(
        'No browser could be found or installed: install Chromium, Chrome or Edge, then try again.',
      );
    }
    await provideEngines();
    await buildPages();
  });
}

/** Both halves of `npm test` begin at once: of the two one installs and builds, and the other finds it done. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  const lock = await takeLock(join(root, '.cache', 'provide.lock'));
  try {
    await work();
  } finally {
    lock.release();
  }
}

async function provideBrowser(): Promise<string | null> {
  const found = await findBrowser();
  if (found !== null) return found;
  say('Installing a browser for the tests (about a minute) …');
  return installBrowser();
}

async function provideEngines(): Promise<void> {
  if (hasEngines() || !hasApt) return;
  say('Installing Firefox and WebKit for the tests (half a minute) …');
  await installByApt(...ENGINE_PACKAGES);
  if (!hasEngines()) {
    say('Firefox and WebKit could not both be installed: their tests are skipped.');
  }
}

function hasEngines(): boolean {
  return ENGINES.every((path) => existsSync(path));
}

async function provideValkey(): Promise<void> {
  if (hasValkey() || !hasApt) return;
  say('Installing Valkey for the tests (a few seconds) …');
  await installByApt('valkey-server');
  // The package starts a service, which no one asked for.
  await runQuietly('systemctl', ['disable', '--now', 'valkey-server']);
  if (!hasValkey()) say('Valkey could not be installed: the tests that need it are skipped.');
}

function hasValkey(): boolean {
  return spawnSync('valkey-server', ['--version']).status === 0;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
