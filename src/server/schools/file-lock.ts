import { mkdir, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Who writes one small file is done long before, in ms. */
const PATIENCE_MS = 2_000;
const AGAIN_MS = 10;

/** What a lock of a file is called, `.friends.versions.json.lock`: a folder, which network drives too make for one alone. */
function lockOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.lock`);
}

/** Does the work while no other program does any for this file. A lock that stays as it is for two seconds was left by a program that was killed, and is taken away; where none can be had the work is done without. */
export async function whileLocked<Done>(path: string, work: () => Promise<Done>): Promise<Done> {
  const lock = lockOf(path);
  const isOurs = await takeLock(lock);
  try {
    return await work();
  } finally {
    if (isOurs) await rmdir(lock).catch(() => undefined);
  }
}

async function takeLock(lock: string): Promise<boolean> {
  let [seen, since] = [await madeAt(lock), performance.now()];
  for (;;) {
    const problem = await mkdir(lock).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code ?? '',
    );
    if (problem === null) return true;
    if (problem !== 'EEXIST') return false;
    const now = await madeAt(lock);
    if (now !== seen) {
      seen = now;
      since = performance.now();
    } else if (performance.now() - since > PATIENCE_MS) {
      await rmdir(lock).catch(() => undefined);
      if ((await madeAt(lock)) !== null) return false;
    }
    await pause(AGAIN_MS * (1 + Math.random()));
  }
}

async function madeAt(lock: string): Promise<number | null> {
  return stat(lock).then(
    ({ birthtimeMs, mtimeMs, ino }) => birthtimeMs + mtimeMs + ino,
    () => null,
  );
}
