import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildPages } from '../../src/cli/build-pages.ts';
import { deckData } from '../../src/outputs/board/make-deck.ts';
import type { Deck } from '../../src/outputs/board/deck.ts';
import { boardSections } from '../../src/outputs/board/sections.ts';
import { SAFE_HEADERS } from '../../src/site/policy.ts';
import { shells } from '../../src/ui/shells.ts';
import { fillPage, writeData } from '../../src/text/fill-page.ts';
import { sendFile } from './send-file.ts';

/** A site with one board in it, an empty page beside it to drive it from, and the test clip. */
export type BoardSite = {
  readonly board: string;
  readonly beside: string;
  close(): Promise<void>;
};

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves the board's page, as it was built for all tests or lies in a folder, filled with a deck, under our own Content-Security-Policy and with byte ranges. */
export async function openBoardSite(deck: Deck, pages?: string): Promise<BoardSite> {
  const built = pages ?? (await buildPages());
  const slots = {
    slug: deck.slug,
    title: deck.boardTitle,
    slides: boardSections(deck),
    data: writeData(deckData(deck)),
  };
  const filled = fillPage(readFileSync(`${built}/board/index.html`, 'utf8'), slots, { deeper: 1 });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://board').pathname;
    if (path === `/board/${deck.slug}/`) return sendPage(response, filled);
    if (path === '/beside/') {
      return sendPage(
        response,
        '<!doctype html><html lang="en-GB"><title>Beside the board</title>',
      );
    }
    if (path.startsWith('/media/clip/')) {
      return sendFile(request, response, at(`../media/clip/${path.slice(12)}`));
    }
    if (path.startsWith('/media/pictures/')) {
      return sendFile(request, response, at(`../..${path}`));
    }
    return sendFile(request, response, built + path);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    board: `${origin}/board/${deck.slug}/`,
    beside: `${origin}/beside/`,
    close: () => closeServer(server),
  };
}

/** Builds the board's page alone into a folder, which it returns. */
export async function buildBoardAlone(outDir: string): Promise<string> {
  const root = at('../../src/pages');
  await build({
    configFile: false,
    plugins: [shells],
    logLevel: 'error',
    root,
    base: './',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: `${root}/board/index.html` },
    },
  });
  return outDir;
}

function sendPage(response: ServerResponse, page: string): void {
  response
    .writeHead(200, { ...SAFE_HEADERS, 'content-type': 'text/html; charset=utf-8' })
    .end(page);
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
