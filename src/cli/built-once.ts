import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from '../server/settings.ts';
import { cacheFolder } from '../site/apart.ts';
import { root } from './root.ts';
import { takeLock } from './setup-lock.mjs';

const stampName = '.stamp';
/** Pages that came built, beside the program's code: a pack and the file of `npm pack` have them. */
const shipped = fileURLToPath(new URL('../built/', import.meta.url));
/** Parts of src/ that no page can import, so that a change there builds nothing. */
const notInPages = ['server', 'site', 'print', 'cli'].map((folder) => join(root, 'src', folder));

/** What is built from the pages' sources: the name of its folder, the files of the program that say how, and the work itself. */
export type Built = {
  readonly name: string;
  /** The folder that it goes into; the program's cache unless it is given. */
  readonly cache?: string;
  readonly how: readonly string[];
  run(folder: string): Promise<void>;
};

/**
 * Builds a folder unless it is there already for exactly these sources, and returns it.
 * Built apart and swapped in whole, so that one that is killed leaves a folder that is whole; of several at once one builds
 * and the others wait for it: a second swap would take the pages away from a program that reads them by now.
 */
export async function builtOnce({ name, cache = cacheFolder, how, run }: Built): Promise<string> {
  const came = join(shipped, name);
  if (existsSync(came)) return came;
  const wanted = await stampOfSources(how);
  const folder = join(cache, name);
  // Those that another account has built may be used by one that may not write there.
  for (const there of [folder, join(root, '.cache', name)]) {
    if ((await stampOf(there)) === wanted) return there;
  }
  const lock = await takeLock(`${folder}.lock`).catch(cannotWrite);
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

function cannotWrite(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^E(ACCES|PERM|ROFS)$/.test(code)) throw error;
  throw new StartProblem(
    `Cannot build the pages into ${cacheFolder}: this account may not write there. Set CACHE_DIR to a folder that it may write to.`,
  );
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
