import { existsSync } from 'node:fs';
import { hasApt, installByApt } from '../print/apt.ts';

/** What Debian and Ubuntu need to run the tests in Firefox and in WebKit (Safari's engine), with a film's codecs and a screen that no one sees. */
const PACKAGES = [
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'gstreamer1.0-plugins-base',
  'gstreamer1.0-plugins-good',
  'gstreamer1.0-libav',
];
const PROGRAMS = ['/usr/bin/firefox-esr', '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

/** Sees to it that there are Firefox and WebKit for the tests in other engines, where they can be installed; elsewhere they are skipped by name. */
export async function provideEngines(): Promise<void> {
  if (hasEngines() || !hasApt) return;
  console.log('Installing Firefox and WebKit for the tests (half a minute) …');
  await installByApt(...PACKAGES);
  if (!hasEngines()) {
    console.log('Firefox and WebKit could not both be installed: their tests are skipped.');
  }
}

function hasEngines(): boolean {
  return PROGRAMS.every((path) => existsSync(path));
}
