import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { serve, type Serving } from '../../src/server/main.ts';
import { chosenOf } from '../thorough.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';

// A folder for each time the tests begin: one process may run some of them, clear up, and begin again.
let dataDir = '';
let [serving, staff, worked]: [Serving | null, string, number] = [null, '', 0];

/** A page of another site, with every part that makes a browser ask for something there. */
const evil = createServer((_, reply) => {
  const pack = `${staff}pack/${LESSON}.zip`;
  const parts = `
    <img src="${pack}"><img src="${staff}media/clip/film.mp4"><script src="${pack}?script"></script>
    <link rel="stylesheet" href="${pack}?style"><link rel="prefetch" href="${pack}?prefetch">
    <iframe src="${staff}lesson/${LESSON}/"></iframe><iframe src="${pack}?frame"></iframe>
    <object type="text/html" data="${staff}privacy/?object"></object><embed type="text/html" src="${staff}privacy/?embed">
    <video src="${pack}?video" preload="auto"></video><iframe name="quiet"></iframe>
    <form method="post" action="${staff}api/rooms" target="quiet"><input name="lesson" value="${LESSON}"></form>
    <a id="page" href="${staff}lesson/${LESSON}/">A lesson</a> <a id="work" href="${pack}?link">A folder</a>
    <script>
      document.forms[0].submit();
      for (const mode of ['no-cors', 'cors']) fetch('${staff}present/${LESSON}/notes.json?' + mode, { mode, credentials: 'include' }).catch(() => 0);
      new EventSource('${staff}api/lessons/${LESSON}/changes');
      navigator.sendBeacon('${staff}api/rooms/BKT472/steps', '{}');
    </script>`;
  reply
    .writeHead(200, { 'content-type': 'text/html' })
    .end(`<!doctype html><meta charset="utf-8"><title>Another site</title>${parts}`);
});

/** Where the seconds of a folder begin. */
async function work(): Promise<string> {
  worked += 1;
  return buildPages();
}

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const settings = {
    home: writeTaughtHome('cross-site'),
    dataDir,
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [0],
    publicUrl: null,
  };
  serving = await serve({
    settings,
    pages: await buildPages(),
    log: () => undefined,
    folderPages: work,
  });
  staff = serving.staffUrl;
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
});
test.afterAll(async () => {
  evil.close();
  await serving?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

// The staff door is known as localhost: by the one name the page is of another site, by the other of this one at another port.
for (const name of chosenOf(['127.0.0.1', 'localhost'], (one) => one !== 'localhost')) {
  test(`[R34] A page of another site at ${name} embeds nothing of the staff door and gets no work out of it; its link opens a lesson`, async ({
    page,
  }) => {
    const asked = new Map<string, number>();
    // What is refused may not even reach the page that asked: then there is no status.
    const count = (url: string, status: number) =>
      url.startsWith(staff) && asked.set(url.slice(staff.length), status);
    page.on('response', (response) => count(response.url(), response.status()));
    page.on(
      'requestfailed',
      (request) => asked.has(request.url().slice(staff.length)) || count(request.url(), 0),
    );
    await page.goto(`http://${name}:${(evil.address() as AddressInfo).port}/`);
    const pack = `pack/${LESSON}.zip`;
    const wanted = ['', '?script', '?style', '?prefetch', '?frame', '?video'].map(
      (more) => pack + more,
    );
    const others = [
      'privacy/?object',
      'privacy/?embed',
      'api/rooms',
      `api/lessons/${LESSON}/changes`,
      `lesson/${LESSON}/`,
      `present/${LESSON}/notes.json?no-cors`,
      'media/clip/film.mp4',
    ];
    await expect.poll(() => [...wanted, ...others].filter((path) => !asked.has(path))).toEqual([]);
    expect([...asked].filter(([, status]) => status !== 403 && status !== 0)).toEqual([]);

    // A window that it opens itself is out of its hands, and so cannot be led elsewhere.
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((url) => void (window.name = String(window.open(url) !== null)), staff),
    ]);
    await expect(opened.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 20_000 });
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    await opened.close();

    asked.clear();
    await page.locator('#work').click();
    await expect.poll(() => asked.get(`${pack}?link`)).toBe(403);
    expect(worked).toBe(0);
    await page.goBack();
    await page.locator('#page').click();
    await expect(page.getByRole('heading', { name: 'Pressure, and who can help' })).toBeVisible({
      timeout: 20_000,
    });
    // Once it is our own page, its own parts are answered, and a reload is.
    expect((await page.reload())?.status()).toBe(200);
    expect(
      await page.evaluate(async (path) => (await fetch(path)).status, `${staff}lessons.json`),
    ).toBe(200);
  });
}
