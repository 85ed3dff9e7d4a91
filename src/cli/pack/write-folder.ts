import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { INNER } from '../../text/folder-names.ts';
import type { FolderFile } from '../../site/folder/folder-file.ts';
import { StartProblem } from '../../server/settings.ts';

/** A Windows pack has thousands of small files: one after the other they take their time, all at once too many are open. */
const AT_ONCE = 32;

/** Writes a folder, in place of one that was written here before; resolves to how many files. Throws a StartProblem, and leaves everything as it is, where something else lies. */
export async function writeFolder(out: string, files: readonly FolderFile[]): Promise<number> {
  await refuseStrangers(out);
  const fresh = `${out}.part`;
  await rm(fresh, { recursive: true, force: true });
  try {
    for (let at = 0; at < files.length; at += AT_ONCE) {
      await Promise.all(
        files.slice(at, at + AT_ONCE).map((file) => write(join(fresh, file.path), file)),
      );
    }
    await rm(out, { recursive: true, force: true });
    await rename(fresh, out);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return files.length;
}

// Nothing of anyone's is ever deleted by a slip of a path.
async function refuseStrangers(out: string): Promise<void> {
  const there: readonly string[] | null = await readdir(out).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : null,
  );
  if (there === null) {
    throw new StartProblem(
      `Cannot write to ${out}: it is not a folder this account may use. Choose another with --out.`,
    );
  }
  if (there.length === 0 || there.includes(INNER) || there.includes('start.cmd')) return;
  throw new StartProblem(
    `Cannot write to ${out}: there are other files in it. Choose another place with --out.`,
  );
}

async function write(path: string, file: FolderFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if ('body' in file) await writeFile(path, file.body);
  else await copyFile(file.from, path);
}
