import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { hasApt, installByApt, runQuietly } from './apt.ts';

/** The browser's own types: playwright-core is named in this file alone. */
export type { Browser, BrowserContext, Page } from 'playwright-core';

// A window of Chromium loads two pages for the list below its address bar, where no one types here: they take two thirds of the work that opening one is.
const NEVER_SHOWN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

// The last list counts alone: what Playwright turns off is named again (`disabledFeatures` in playwright-core 1.65).
const OFF_IN_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** What Chromium must be told when it is started: what to leave out, and as root, which containers are, to start without its sandbox, since it refuses otherwise. */
export const browserArgs: readonly string[] = [
  `--disable-features=${[...OFF_IN_PLAYWRIGHT, ...NEVER_SHOWN].join(',')}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** There is no browser that starts: `message` says what to do. */
export class NoBrowser extends Error {}

/** The path of a Chromium, Chrome or Edge that is installed here and starts (`BROWSER_PATH` comes first), else of Playwright's own; null when there is none. */
export async function findBrowser(): Promise<string | null> {
  for (const path of places()) if (existsSync(path) && (await answers(path))) return path;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** True where a browser seems to be installed; whether it starts is known when it does. */
export function seemsToHaveBrowser(): boolean {
  return places().some((path) => existsSync(path));
}

/** The same Chromium without the means to open a window, where Debian's stands beside it: it takes little more than half of the processor. It cannot size what is in full screen. */
export async function headlessOf(browser: string | null): Promise<string | null> {
  const beside = browser === null ? '' : `${browser}-headless-shell`;
  return existsSync(beside) && (await answers(beside)) ? beside : browser;
}

/** Installs a browser, on Debian and Ubuntu as root by apt with fonts, elsewhere Playwright's own; returns its path, or null when it could not be had. */
export async function installBrowser(): Promise<string | null> {
  if (hasApt) {
    await installByApt('chromium', 'fonts-dejavu-core', 'fonts-liberation');
    const found = await findBrowser();
    if (found !== null) return found;
  }
  const cli = createRequire(import.meta.url)
    .resolve('playwright-core/package.json')
    .replace(/package\.json$/, 'cli.js');
  await runQuietly(process.execPath, [cli, 'install', 'chromium']);
  return findBrowser();
}

/**
 * Starts a browser without a window, for pictures, PDFs and what only has to be right; the caller
 * closes it.
 */
export async function openBrowser(): Promise<Browser> {
  return launch(await headlessOf(await findBrowser()));
}

/**
 * Starts the browser that people have, which draws its frames as theirs does, to be measured; the
 * caller closes it.
 */
export async function openPeoplesBrowser(): Promise<Browser> {
  return launch(await findBrowser());
}

async function launch(path: string | null): Promise<Browser> {
  if (path === null) {
    throw new NoBrowser(
      'There is no browser on this machine: install Chromium, Chrome or Edge, or name one in BROWSER_PATH.',
    );
  }
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: path, args: [...browserArgs] }).catch(() => {
    throw new NoBrowser(
      `The browser ${path} does not start: install Chromium, Chrome or Edge, or name another in BROWSER_PATH.`,
    );
  });
}

const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const linuxNames = [
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chromium-browser',
];

function places(): readonly string[] {
  const named = process.env['BROWSER_PATH'];
  return [...(named === undefined ? [] : [named]), ...usualPlaces()];
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    return macNames.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform !== 'win32') return linuxNames.map((name) => `/usr/bin/${name}`);
  const homes = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return homes.flatMap((home) => [
    join(home, 'Google/Chrome/Application/chrome.exe'),
    join(home, 'Microsoft/Edge/Application/msedge.exe'),
  ]);
}

// Ubuntu's chromium-browser may be a script that only names a snap. On Windows and macOS to ask would open a window.
function answers(path: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(true);
  return new Promise((resolve) =>
    execFile(path, ['--version'], (error) => resolve(error === null)),
  );
}
