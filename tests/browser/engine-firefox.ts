import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Driver, type Transport } from './web-driver.ts';

/** Settings of a Firefox that is driven: a port of its own choice, and nothing fetched from anywhere. */
const SETTINGS = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'services.settings.server': 'data:,',
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** Starts Firefox without a window, driven by its own Marionette. Source: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html */
export async function openFirefox(path: string): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const lines = Object.entries(SETTINGS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const browser = spawn(path, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile },
  });
  const ended = once(browser, 'exit');
  const socket = await connectTo(await portIn(join(profile, 'MarionetteActivePort')));
  const send = marionette(socket);
  await send('WebDriver:NewSession', {});
  const transport: Transport = {
    async send({ name }, params) {
      const value = await send(name, params);
      return name === 'WebDriver:GetWindowHandles'
        ? value
        : (value as { value?: unknown } | null)?.value;
    },
    async close() {
      socket.destroy();
      browser.kill('SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return new Driver(transport);
}

async function portIn(file: string): Promise<number> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (existsSync(file)) return Number(readFileSync(file, 'utf8'));
    await wait(100);
  }
  throw new Error('Firefox did not start.');
}

async function connectTo(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

type Reply = { resolve(value: unknown): void; reject(error: Error): void };

/** Messages are JSON with their length before them: `[0, id, name, params]` one way, `[1, id, error, value]` the other. */
function marionette(
  socket: Socket,
): (name: string, params: Readonly<Record<string, unknown>>) => Promise<unknown> {
  const waiting = new Map<number, Reply>();
  let held: Buffer = Buffer.alloc(0);
  let lastId = 0;
  socket.on('data', (part: Buffer) => {
    held = Buffer.concat([held, part]);
    for (
      let [message, rest] = firstMessage(held);
      message !== null;
      [message, rest] = firstMessage(held)
    ) {
      held = rest;
      if (Array.isArray(message)) {
        answer(message as [number, number, { message: string } | null, unknown]);
      }
    }
  });
  const answer = ([, id, error, value]: [number, number, { message: string } | null, unknown]) => {
    const reply = waiting.get(id);
    waiting.delete(id);
    if (error === null) reply?.resolve(value);
    else reply?.reject(new Error(error.message));
  };
  return (name, params) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    const text = JSON.stringify([0, lastId, name, params]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    return promise;
  };
}

/** The first message that has arrived whole, and what comes after it. */
function firstMessage(bytes: Buffer): [unknown, Buffer] {
  const colon = bytes.indexOf(':');
  if (colon < 0) return [null, bytes];
  const end = colon + 1 + Number(bytes.subarray(0, colon).toString());
  return bytes.length < end
    ? [null, bytes]
    : [JSON.parse(bytes.subarray(colon + 1, end).toString()), bytes.subarray(end)];
}
