import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../site/apart.ts';

/**
 * Lets a script build a folder as a process of its own, which ends with us. Vite takes 1.6 GB for our pages and gives none of it back, and a program that serves a lesson does not need that.
 * @throws {Error} where the script fails, or is ended by a signal; what it had to say is on stderr by then
 */
export async function buildApart(script: URL, outDir: string): Promise<void> {
  const child = fork(script, [outDir], {
    // None of ours: they are for a program that serves, or for a test.
    execArgv: [],
    // Whatever calls us, a test perhaps: the pages are made for use.
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: join(cacheFolder, 'compiled'),
    },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(
      `${fileURLToPath(script)} could not build ${outDir}: it ended with ${signal ?? code}`,
    );
  }
}

/** In such a script: the folder that is wanted. From here on it ends when the program that asked does. */
export function folderToBuild(): string {
  const outDir = process.argv[2];
  if (outDir === undefined) throw new Error('No folder was named to build the pages into.');
  process.once('disconnect', () => process.exit(1));
  // It is over when all is built, even where none listens.
  process.channel?.unref();
  return outDir;
}
