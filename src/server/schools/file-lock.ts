import { mkdir, rmdir, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** How long another process that writes the same file is waited for before it was surely killed over it, and how often it is looked at, in ms. */
const WAIT_MS = 2_000;
const LOOK_MS = 10;

/** Does some work while no other process does work under this mark: of several, one can make the folder. */
export async function alone<Value>(mark: string, work: () => Promise<Value>): Promise<Value> {
  let [seen, waited] = [0, 0];
  while (!(await isMade(mark))) {
    // By no clock: that of a network drive may be another.
    const made = (await stat(mark).catch(() => null))?.mtimeMs ?? 0;
    waited = made === seen ? waited + LOOK_MS : 0;
    seen = made;
    if (waited >= WAIT_MS) await rmdir(mark).catch(unlessMissing);
    await wait(LOOK_MS);
  }
  try {
    return await work();
  } finally {
    await rmdir(mark).catch(() => {});
  }
}

// A mark that cannot be taken away would be waited for without an end.
function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function isMade(mark: string): Promise<boolean> {
  try {
    await mkdir(mark);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
