import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. Both addresses end with a slash. `output` is all that it has written to its outputs. */
export type Apart = {
  readonly staff: string;
  readonly pupils: string;
  readonly pid: number;
  output(): string;
  kill(): Promise<void>;
};

/** Starts a server on folders that `writeSchool` has filled; `port` is its pupils', `env` what it finds in its environment. */
export async function serveApart(
  home: string,
  dataDir: string,
  { port, env = {} }: { readonly port: number; readonly env?: NodeJS.ProcessEnv },
): Promise<Apart> {
  const script = fileURLToPath(new URL('serve-alone.ts', import.meta.url));
  const child = spawn(process.execPath, [script, home, dataDir, String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let written = '';
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (chunk: Buffer) => (written += chunk.toString('utf8')));
  }
  child.stderr.pipe(process.stderr, { end: false });
  await firstWords(child);
  return {
    staff: written.trim(),
    pupils: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    output: () => written,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      // Not before all that it wrote has come.
      await once(child, 'close');
    },
  };
}

/** Resolves once a program has written something; rejects where it ends before that, so that no one waits for it. */
export async function firstWords(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The program ended before it was ready, with ${String(code)}`);
  });
  await Promise.race([child.stdout === null ? ended : once(child.stdout, 'data'), ended]);
}

/** Above the ports that browsers refuse, and below those that a system gives to a program that asks for any (from 32768 on Linux). */
const FIRST_PORT = 11_000;
const PORTS = 21_000;
/** Where one process begins to look, and where the next. */
const PORTS_APART = 100;
let next = 0;

/**
 * A port that nothing listens on, and that is given to no one else while a program that had it is killed and started again:
 * neither by the system nor by another process that runs tests beside this one.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORTS; tries += 1) {
    const port = FIRST_PORT + ((process.pid * PORTS_APART + next) % PORTS);
    next += 1;
    if (claim(port) && (await isFree(port))) return port;
  }
  throw new Error(`Cannot find a free port: all ${PORTS} are taken`);
}

// A pupils’ door listens only once a room opens: until then a file says whose port it is.
function claim(port: number): boolean {
  const folder = join(tmpdir(), 'wholeclass-ports');
  const path = join(folder, String(port));
  mkdirSync(folder, { recursive: true });
  try {
    if (isRunning(Number(readFileSync(path, 'utf8')))) return false;
    rmSync(path, { force: true });
  } catch {
    // No one has it.
  }
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    // On every address, as a pupils' door listens.
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
