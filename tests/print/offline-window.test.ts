import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, openBrowser, type Browser } from '../../src/print/browser.ts';
import { openOwnWindows, type OwnWindows } from '../../src/print/offline-window.ts';

const found = await findBrowser();

describe.skipIf(found === null)('a window with a server of its own', () => {
  const asked: string[] = [];
  const elsewhere = createServer((request, response) => {
    asked.push(`elsewhere: ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('hello');
  });
  let browser: Browser;
  let own: OwnWindows;
  beforeAll(async () => {
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
    browser = await openBrowser();
    const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    const pages: Readonly<Record<string, string>> = {
      'one/': `<!doctype html><html lang="en-GB"><head><title>One</title><link rel="stylesheet" href="../assets/a.css"></head><body><img alt="" src="${other}/picture.png"><p>One</p></body></html>`,
      'two/':
        '<!doctype html><html lang="en-GB"><head><title>Two</title><link rel="stylesheet" href="../assets/a.css"></head><body><p>Two</p></body></html>',
      'assets/a.css': 'p { color: rgb(1, 2, 3); }',
    };
    own = await openOwnWindows(browser, {}, async (path) => {
      asked.push(path);
      return pages[path] ?? null;
    });
  });
  afterAll(async () => {
    await browser?.close();
    elsewhere.close();
  });

  it('shows its pages, and asks once for what they share', async () => {
    const page = await own.context.newPage();
    for (const path of ['one/', 'two/', 'one/']) {
      await page.goto(`${own.origin}/${path}`);
      expect(await page.locator('p').evaluate((p) => getComputedStyle(p).color)).toBe(
        'rgb(1, 2, 3)',
      );
    }
    expect(asked.filter((path) => path !== 'favicon.ico')).toEqual([
      'one/',
      'assets/a.css',
      'two/',
      'one/',
    ]);
    expect((await page.goto(`${own.origin}/three/`))?.status()).toBe(404);
  });

  it('reaches no network, and of this machine only its own', async () => {
    const page = await own.context.newPage();
    await page.goto(`${own.origin}/one/`);
    await expect(page.goto('http://example.com/')).rejects.toThrow(/ERR_PROXY_CONNECTION_FAILED/);
    expect(asked.filter((path) => path.startsWith('elsewhere'))).toEqual([]);
  });

  it('is answered, and no other: not even on this machine', async () => {
    expect((await fetch(`${own.origin}/one/`)).status).toBe(404);
  });

  it('takes its server with it', async () => {
    await own.context.close();
    await expect(fetch(`${own.origin}/one/`)).rejects.toThrow('fetch failed');
  });
});
