import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import type { OpenedRoom } from '../../src/room/protocol.ts';
import { browserArgs } from '../../src/print/browser.ts';
import { serve } from '../../src/server/main.ts';
import { readSettings } from '../../src/server/settings.ts';
import { freePort } from '../server/serve-apart.ts';
import { makeCertificate, openTlsFront } from '../server/tls-front.ts';
import { heading } from './join-page.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';

const STAFF = 'staff.lesson.test';
const PUPILS = 'lesson.test';
const KEY = 'kestrel granite osprey';
const certificate = makeCertificate([STAFF, PUPILS]);

test.skip(certificate === null, 'there is no openssl to make a certificate');
test.use({
  ignoreHTTPSErrors: true,
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...browserArgs, NAMES] }),
});

/** Both names lead to this machine. */
const NAMES = '--host-resolver-rules=MAP *.test 127.0.0.1';

test('Behind TLS staff sign in under one name, and pupils join under another without a cookie @thorough', async ({
  page,
  browser,
}) => {
  test.slow();
  const [staffPort, pupilPort, dataDir] = [
    await freePort(),
    await freePort(),
    mkdtempSync(join(tmpdir(), 'wholeclass-')),
  ];
  const front = await openTlsFront(certificate ?? never(), (name) =>
    name === STAFF ? staffPort : pupilPort,
  );
  const publicUrl = `https://${PUPILS}:${front.port}/`;
  const env = {
    STAFF_KEY: KEY,
    STAFF_HOST: STAFF,
    PUBLIC_URL: publicUrl,
    TRUST_PROXY: '1',
    STAFF_PORT: `${staffPort}`,
    PUPIL_PORT: `${pupilPort}`,
  };
  const settings = {
    ...readSettings({ ...env, DATA_DIR: dataDir }),
    home: writeTaughtHome('hosted'),
  };
  const serving = await serve({ settings, pages: await buildPages(), log: () => undefined });

  await page.goto(`https://${STAFF}:${front.port}/lesson/${LESSON}/`);
  await page.getByLabel('Staff key').fill(KEY);
  await page.keyboard.press('Enter');
  // The first page of a server that has just started, in this very process.
  await expect(page.getByRole('heading', { name: 'Pressure, and who can help' })).toBeVisible({
    timeout: 20_000,
  });
  expect(await page.context().cookies()).toMatchObject([
    { name: '__Host-wholeclass', httpOnly: true, secure: true, sameSite: 'Strict', expires: -1 },
  ]);
  const body = JSON.stringify({ lesson: LESSON, pupils: 5, devices: true });
  const open = async (sent: string) =>
    (
      await fetch('/api/rooms', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: sent,
      })
    ).json();
  const room = (await page.evaluate(open, body)) as OpenedRoom;
  expect(room.address).toBe(`${PUPILS}:${front.port}`);

  const pupil = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await pupil.goto(`https://${room.address}`);
  await pupil.getByLabel('Type the code on the board').fill(room.code);
  await pupil.keyboard.press('Enter');
  await expect(heading(pupil, 'You’re in')).toBeVisible();
  expect(await pupil.context().cookies()).toEqual([]);
  // The pupils' name leads to nothing of the staff's, for any client.
  expect((await page.goto(`https://${room.address}/lessons.json`))?.status()).toBe(404);
  await serving.close();
  front.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function never(): never {
  throw new Error('there is no certificate');
}
