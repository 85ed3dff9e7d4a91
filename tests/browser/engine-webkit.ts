import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../server/serve-apart.ts';
import { Driver, type Transport } from './web-driver.ts';

type Programs = { readonly driver: string; readonly browser: string; readonly screen: string };

/** Starts WebKitGTK's small browser on a screen of its own that no one sees. */
export async function openWebKit({ driver, browser, screen }: Programs): Promise<Driver> {
  const [xvfb, display] = await openScreen(screen);
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const base = `http://127.0.0.1:${port}`;
  const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  const { sessionId } = (await untilUp(() =>
    call(`${base}/session`, 'POST', { capabilities: { alwaysMatch: options } }),
  )) as { sessionId: string };
  const transport: Transport = {
    send({ method, path }, { id, ...params }) {
      return call(
        `${base}/session/${sessionId}${path.replace('{id}', String(id))}`,
        method,
        params,
      );
    },
    async close() {
      await call(`${base}/session/${sessionId}`, 'DELETE', {}).catch(() => undefined);
      await Promise.all([child, xvfb].map(end));
    },
  };
  return new Driver(transport);
}

async function openScreen(path: string): Promise<[ChildProcess, string]> {
  const xvfb = spawn(path, ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  for await (const line of createInterface({ input: xvfb.stdio[3] as Readable })) {
    return [xvfb, `:${line}`];
  }
  throw new Error('The screen that nobody sees did not start.');
}

/** Once the driver listens: the first calls find no one there. */
async function untilUp<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 100 || !(error instanceof TypeError)) throw error;
      await wait(100);
    }
  }
}

async function call(url: string, method: string, body: unknown): Promise<unknown> {
  const sent = method === 'POST' && {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  const reply = await fetch(url, { method, ...sent });
  const { value } = (await reply.json()) as { value: unknown };
  if (!reply.ok) {
    throw new Error(
      (value as { message?: string } | null)?.message || `${method} ${url}: ${reply.status}`,
    );
  }
  return value;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
