import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { dirname, join, posix } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { normalizePath, type Plugin, type ViteDevServer } from 'vite';
import { root } from './root.ts';
import { findNode } from './setup.mjs';

const SRC = normalizePath(join(root, 'src'));
const PAGES = `${SRC}/pages`;
/** Where the program is answered with a page's shell, as it is written. */
const SHELLS = '/@shells/';
/** What Vite serves itself: its own, and files that lie beside the shells. */
const OF_VITE = /^\/(?:@|__|node_modules\/)/;
const RETRY_MS = 100;
const MAX_RETRIES = 100;

/**
 * The program behind Vite's own server: `npx vite` serves the pages as they are written, filled by
 * the program, which begins again when one of its files changes.
 */
export const serveApp: Plugin = {
  name: 'serve-app',
  apply: 'serve',
  // What is looked at before it goes out is the static site, and not the shells that it is made of.
  config: (_, { isPreview }) =>
    isPreview === true
      ? { build: { outDir: join(root, 'dist') } }
      : { server: { fs: { allow: [root] } } },
  transformIndexHtml: {
    order: 'pre',
    handler: (shell, { path }) => withWholePaths(shell, path),
  },
  configureServer(server) {
    // Vitest has a server of Vite too, and no pages.
    if (process.env['VITEST'] !== undefined || server.httpServer === null) return;
    const port = freePort();
    server.httpServer.once('listening', () => {
      void port.then((staffPort) => keepServing(server, staffPort));
    });
    server.middlewares.use((asked, response, next) => {
      const path = (asked.url ?? '/').replace(/[?#].*$/, '');
      if (path.startsWith(SHELLS)) {
        void answerShell(server, path.slice(SHELLS.length), response);
      } else if (OF_VITE.test(path) || isFile(path)) next();
      else void port.then((staffPort) => handOn(asked, response, staffPort));
    });
  },
};

function isFile(path: string): boolean {
  return /\.\w+$/.test(path) && !path.endsWith('.html') && existsSync(PAGES + path);
}

async function answerShell(server: ViteDevServer, page: string, response: ServerResponse) {
  const path = posix.join('/', page, 'index.html');
  const shell = await readFile(PAGES + path, 'utf8').catch(() => null);
  if (shell === null) return response.writeHead(404).end();
  const whole = await server.transformIndexHtml(path, shell);
  return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(whole);
}

/** A shell is shown at many depths, and its styles lie outside Vite's root: they are named from the top. */
function withWholePaths(shell: string, path: string): string {
  const folder = dirname(PAGES + path);
  return shell.replaceAll(
    /\b(href|src)="(\.{1,2}\/[^"?#]+\.(?:css|tsx?|svg))"/g,
    (_, name: string, to: string) => {
      const file = posix.join(folder, to);
      const whole = file.startsWith(`${PAGES}/`)
        ? file.slice(PAGES.length)
        : `/@fs${file.replace(/^(?!\/)/, '/')}`;
      return `${name}="${whole}"`;
    },
  );
}

/** Starts the program, and again after each change of a file that it may have loaded. */
function keepServing(server: ViteDevServer, staffPort: number): void {
  let program = startProgram(server, staffPort);
  let isEnding = false;
  function restart(path: string): void {
    if (isEnding || !isRunByNode(normalizePath(path))) return;
    isEnding = true;
    const begin = () => {
      isEnding = false;
      program = startProgram(server, staffPort);
      program.once('spawn', () => server.ws.send({ type: 'full-reload' }));
    };
    if (program.exitCode === null) program.once('exit', begin).kill();
    else begin();
  }
  server.watcher.add(SRC);
  server.watcher.on('change', restart).on('add', restart).on('unlink', restart);
  server.httpServer?.once('close', () => program.kill());
  process.once('exit', () => program.kill());
}

function isRunByNode(path: string): boolean {
  return (
    path.startsWith(`${SRC}/`) &&
    !path.startsWith(PAGES) &&
    /(?<!\.view)\.(?:ts|mjs|json|lua)$/.test(path)
  );
}

function startProgram(server: ViteDevServer, staffPort: number): ChildProcess {
  const address = server.resolvedUrls?.local[0] ?? '';
  const child = spawn(findNode(root), [join(root, 'src/cli/main.ts'), 'start'], {
    cwd: root,
    env: {
      ...process.env,
      STAFF_PORT: String(staffPort),
      DEV_SHELLS: new URL(SHELLS, address).href,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (data: Buffer) => {
    const lines = data.toString().split('\n').filter(Boolean);
    // It is reached by Vite's own address.
    for (const line of lines.filter((one) => !one.startsWith('Wholeclass is ready'))) {
      server.config.logger.info(line);
    }
  });
  return child;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** The program's answer to a request. While it begins again it is asked again. */
async function handOn(asked: IncomingMessage, response: ServerResponse, port: number) {
  for (let tries = 0; ; tries += 1) {
    const answer = await askOnce(asked, port);
    if (answer !== null) {
      // What Vite puts into a page, its styles too, no policy of ours knows.
      const { 'content-security-policy': _, ...headers } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(response);
      response.once('close', () => answer.destroy());
      return;
    }
    if (tries === MAX_RETRIES) {
      response.writeHead(502).end('The program does not answer: see what it said when it began.');
      return;
    }
    await wait(RETRY_MS);
  }
}

/** null where the program does not listen yet. */
function askOnce(asked: IncomingMessage, port: number): Promise<IncomingMessage | null> {
  const { method, url, headers } = asked;
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, method, path: url, headers });
    sent.once('response', resolve);
    sent.once('error', () => resolve(null));
    sent.once('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => asked.pipe(sent));
      else asked.pipe(sent);
    });
  });
}
