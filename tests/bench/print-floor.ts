import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openBrowser } from '../../src/print/browser.ts';
import { typeOf } from '../../src/site/media-types.ts';

// The least that prints the same sheets: one Chromium that loads each page of a folder and prints it, tagged, one after the other.
// `print-floor.ts FOLDER ADDRESS…` prints how many seconds that took, from the start of the browser on, and how many bytes came out.
const [, , folder = '', ...addresses] = process.argv;
const server = createServer((request, response) => {
  const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0] ?? '/');
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const send = (status: number, body?: Buffer) =>
    response.writeHead(status, { 'content-type': typeOf(file) ?? 'text/plain' }).end(body);
  readFile(join(folder, file)).then(
    (body) => send(200, body),
    () => send(404),
  );
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const began = performance.now();
const browser = await openBrowser();
const page = await browser.newPage();
for (const address of addresses) {
  await page.goto('about:blank');
  await page.goto(site + address);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
}
console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000 }));
await browser.close();
server.closeAllConnections();
server.close();
