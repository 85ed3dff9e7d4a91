import { dirname } from 'node:path';
import { StartProblem } from '../server/settings.ts';
import { diskCause } from '../server/store/sqlite/disk-problem.ts';
import { writeWhole, type WriteOptions } from '../site/write-whole.ts';

/** The command that writes, and what its `--out` names. */
export type Writing = { readonly command: 'print' | 'export'; readonly out: 'file' | 'folder' };

/** Writes a file that a command made, whole or not at all, so that no half file has its name. Throws a `StartProblem` with one plain sentence where the disk or the folder does not let it. `write` puts bytes into a file. */
export async function writeMade(
  path: string,
  bytes: Uint8Array,
  { write, ...writing }: Writing & Pick<WriteOptions, 'write'>,
): Promise<void> {
  try {
    await writeWhole(path, bytes, write && { write });
  } catch (error) {
    const why = causeIn(error, path, writing);
    throw why === null ? error : new StartProblem(`Cannot write ${path}: ${why}`);
  }
}

function causeIn(error: unknown, path: string, { command, out }: Writing): string | null {
  const other = `another ${out} with --out.`;
  if (error instanceof Error && 'code' in error && error.code === 'EISDIR') {
    return `it is a folder. Choose ${other}`;
  }
  const why = diskCause(error);
  switch (why) {
    case null:
      return null;
    case 'full':
      return `the disk is full. Make room on it, then ${command} again. Files written before this one are whole.`;
    case 'read-only':
      return `nothing can be written to this disk. Choose ${other}`;
    case 'no-access':
      return `it is open in another program, or this account may not write there. Close it, or choose ${other}`;
    case 'no-folder':
      return `${dirname(path)} is not a folder and cannot become one. Choose ${other}`;
    case 'in-use':
      return `it is open in another program. Close it there, then ${command} again.`;
    case 'damaged':
    case 'failing':
      return `the disk is failing. Choose ${other}`;
  }
}
