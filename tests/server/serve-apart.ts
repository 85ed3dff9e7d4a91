import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. Both addresses end with a slash. */
export type Apart = { readonly staff: string; readonly pupils: string; readonly pid: number; kill(): Promise<void> };

/** Starts a server on folders that `writeSchool` has filled; `port` is its pupils', `env` what it finds in its environment. */
export async function serveApart(
  home: string,
  dataDir: string,
  { port, env = {} }: { readonly port: number; readonly env?: NodeJS.ProcessEnv },
): Promise<Apart> {
  const script = fileURLToPath(new URL('serve-alone.ts', import.meta.url));
  const child = spawn(process.execPath, [script, home, dataDir, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    staff: said.toString('utf8').trim(),
    pupils: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
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
