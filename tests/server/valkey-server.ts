import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@redis/client';
import { freePort } from './serve-apart.ts';

/** A Valkey of its own for one test file, which keeps nothing. */
export type ValkeyServer = {
  readonly url: URL;
  readonly pid: number;
  /** Sends one command. */
  send(...command: readonly string[]): Promise<unknown>;
  /** All that it holds, as it would write it to a disk. */
  image(): Promise<Buffer>;
  /** Says nothing any more, until it is woken. */
  freeze(): void;
  wake(): void;
  /** Killed, and started again on the same port with nothing in it. */
  stop(): Promise<void>;
  /** In the same way, or in another. */
  start(settings?: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

const version =
  /v=(\d+\.\d+)/.exec(
    spawnSync('valkey-server', ['--version'], { encoding: 'utf8' }).stdout ?? '',
  )?.[1] ?? null;

/** True where a Valkey is installed. Without one, whatever needs it is skipped, by name. */
export const hasValkey = version !== null;

/** Starts a Valkey on a free port. `more` are settings as its command line takes them. */
export async function openValkeyServer(
  more: readonly string[] = KEEPS_NOTHING,
): Promise<ValkeyServer> {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-valkey-'));
  const port = await freePort();
  let child: ChildProcess;
  const start = async (some = more) => {
    const settings = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--rdbcompression',
      'no',
      ...some,
    ];
    child = spawn('valkey-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
    for await (const line of child.stdout ?? []) {
      if (String(line).includes('Ready to accept')) return;
    }
    throw new Error(`Valkey does not start on port ${port}`);
  };
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  await start();
  const client = createClient({ url: `redis://127.0.0.1:${port}` });
  client.on('error', () => {});
  await client.connect();
  return {
    url: new URL(`valkey://127.0.0.1:${port}`),
    get pid() {
      return child.pid ?? 0;
    },
    send: (...command) => client.sendCommand([...command]),
    async image() {
      await client.sendCommand(['SAVE']);
      const bytes = readFileSync(join(folder, 'dump.rdb'));
      rmSync(join(folder, 'dump.rdb'));
      return bytes;
    },
    freeze: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    stop,
    start,
    async close() {
      client.destroy();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The settings that the program asks for; the log of long commands came with 8.1. */
export const KEEPS_NOTHING: readonly string[] = [
  ...['--save', '', '--slowlog-log-slower-than', '-1'],
  ...(Number(version) >= 8.1 ? ['--commandlog-request-larger-than', '-1'] : []),
];
