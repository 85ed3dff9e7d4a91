import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. Both addresses end with a slash. `said` is all that it has written to its outputs. */
export type Apart = { readonly staff: string; readonly pupils: string; readonly pid: number; said(): string; kill(): Promise<void> };

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
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr.pipe(process.stderr, { end: false });
  await once(child.stdout, 'data');
  return {
    staff: said.trim(),
    pupils: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    said: () => said,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      // Not before all that it wrote has come.
      await once(child, 'close');
    },
  };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
