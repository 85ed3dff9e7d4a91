import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { root } from './root.ts';
import { takeLock } from './setup-lock.mjs';

const stampName = '.stamp';
/** The stamp of pages that came with a pack: they are used as they are. */
export const AS_SHIPPED = 'as shipped';
/** Parts of src/ that no page can import, so that a change there builds nothing. */
const notInPages = ['server', 'site', 'print', 'cli'].map((folder) => join(root, 'src', folder));

/** What is built from the pages' sources: where it goes, the files of the program that say how, and the work itself. */
export type Built = {
  readonly folder: string;
  readonly how: readonly string[];
  run(folder: string): Promise<void>;
};

/**
 * Builds a folder unless it is there already for exactly these sources, and returns it.
 * Built apart and swapped in whole, so that one that is killed leaves a folder that is whole; of several at once one builds
 * and the others wait for it: a second swap would take the pages away from a program that reads them by now.
 */
export async function builtOnce({ folder, how, run }: Built): Promise<string> {
  const stamp = await stampOf(folder);
  if (stamp === AS_SHIPPED) return folder;
  const wanted = await stampOfSources(how);
  if (stamp === wanted) return folder;
  const lock = await takeLock(`${folder}.lock`);
  const fresh = `${folder}.${process.pid}`;
  try {
    if ((await stampOf(folder)) === wanted) return folder;
    await run(fresh);
    await writeFile(join(fresh, stampName), wanted);
    await swapIn(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    lock.release();
  }
  return folder;
}

function stampOf(folder: string): Promise<string> {
  return readFile(join(folder, stampName), 'utf8').catch(() => '');
}

async function stampOfSources(how: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const files = [join(root, 'package-lock.json'), ...how, ...(await filesUnder(join(root, 'src')))];
  const contents = await Promise.all(files.map((file) => readFile(file)));
  for (const [i, file] of files.entries()) {
    hash.update(`${relative(root, file)}\n${contents[i]?.length}\n`).update(contents[i] ?? '');
  }
  return hash.digest('hex');
}

async function filesUnder(top: string): Promise<readonly string[]> {
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !notInPages.some((part) => file.startsWith(part + sep)))
    .toSorted();
}

async function swapIn(fresh: string, folder: string): Promise<void> {
  const old = `${fresh}.old`;
  await rename(folder, old).catch(() => {});
  await rm(old, { recursive: true, force: true });
  await rename(fresh, folder);
}
