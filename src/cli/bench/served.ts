import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';

/** A program that is serving, as a process of its own. Addresses end with a slash. */
export type Served = {
  readonly address: string;
  /** The process that serves. */
  readonly pid: number;
  /** The pupils' door on this machine, once it has opened. */
  pupils(): Promise<string>;
  stop(): Promise<void>;
};

/** Our own program, with the folder that it keeps rooms in. */
export type OurServer = Served & { readonly dataDir: string };

/** Starts our server on free ports, with a data folder of its own. */
export async function startServer(): Promise<OurServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-bench-'));
  const own = { STAFF_PORT: '0', PUPIL_PORT: '0', DATA_DIR: dataDir };
  const served = await startProgram(['src/cli/wholeclass.mjs', 'start'], own);
  const stop = async () => {
    await served.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...served, dataDir, stop };
}

/** Starts a Node program that prints its address at the end of a line. */
export async function startProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));

  async function line(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(output)?.[1];
      if (found !== undefined) return found;
      const still = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
      if (still === null) throw new Error(`${args.join(' ')} ended before it told its address`);
    }
  }

  const address = await line(/(http:\/\/\S+\/)\n/);
  return {
    address,
    pid: child.pid ?? 0,
    pupils: async () => `http://127.0.0.1:${await line(/Pupils join at \S+:(\d+)/)}/`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
