import { existsSync, globSync } from 'node:fs';
import { openFirefox } from './engine-firefox.ts';
import { openWebKit } from './engine-webkit.ts';
import type { Driver } from './web-driver.ts';

/** A browser that is not Chromium, as it is on this machine. */
export type Engine = {
  readonly name: string;
  readonly missing: string | null;
  open(): Promise<Driver>;
};

const FIREFOX = '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';
const [miniBrowser = ''] =
  process.platform === 'linux' ? globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser') : [];

const firstMissing = (...paths: readonly string[]) =>
  paths.find((path) => !existsSync(path)) ?? null;

/** The engines that schools' iPads and Macs, and some families, have: Debian's Firefox, and WebKitGTK for Safari. */
export const engines: readonly Engine[] = [
  { name: 'Firefox', missing: firstMissing(FIREFOX), open: () => openFirefox(FIREFOX) },
  {
    name: 'WebKit',
    missing: miniBrowser === '' ? 'MiniBrowser' : firstMissing(WEBKIT_DRIVER, XVFB),
    open: () => openWebKit({ driver: WEBKIT_DRIVER, browser: miniBrowser, screen: XVFB }),
  },
];
