import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// The least that shows the same slides: reveal.js as it comes, with its own styles, and the sections of a board's page.
// `deck-floor.ts BOARD` takes them from this address and prints its own.
const [, , board = ''] = process.argv;
const dist = new URL('../../node_modules/reveal.js/dist/', import.meta.url);
const page = await (await fetch(board)).text();
const slides = /<div class="slides">(.*?)<\/div>\s*<\/div>\s*<\/main>/s.exec(page)?.[1] ?? '';
if (slides === '') throw new Error(`${board} has no slides`);

const floor = `<!doctype html><html lang="en"><title>Floor</title><link rel="stylesheet" href="reveal.css">
<div class="reveal"><div class="slides">${slides}</div></div>
<script type="module">
import Reveal from './reveal.mjs';
const deck = new Reveal(document.querySelector('.reveal'), { width: 1280, height: 720, transition: 'none', embedded: false, hash: false });
await deck.initialize();
const all = [...document.querySelectorAll('.slides > section')];
window.goTo = (slide) => deck.slide(all.findIndex((one) => one.dataset.slide === slide));
</script>`;

const files: Readonly<
  Record<string, { readonly type: string; readonly body: () => Buffer | string }>
> = {
  '/': { type: 'text/html; charset=utf-8', body: () => floor },
  '/reveal.mjs': { type: 'text/javascript', body: () => readFileSync(new URL('reveal.mjs', dist)) },
  '/reveal.css': { type: 'text/css', body: () => readFileSync(new URL('reveal.css', dist)) },
};

const server = createServer((request, response) => {
  const file = files[request.url ?? ''];
  if (file === undefined) return response.writeHead(404).end();
  return response.writeHead(200, { 'content-type': file.type }).end(file.body());
});
server.listen(0, '127.0.0.1', () =>
  console.log(`The floor is at http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
);
