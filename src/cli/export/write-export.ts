import { StartProblem } from '../../server/settings.ts';
import { diskCause, type DiskCause } from '../../server/store/sqlite/disk-problem.ts';
import { writeWhole, type WriteOptions } from '../../site/write-whole.ts';

/** Writes a file whole or not at all. Throws a `StartProblem` with one plain sentence where the disk or the folder does not let it. `write` puts bytes into a file. */
export async function writeExport(
  path: string,
  bytes: Uint8Array,
  options: Pick<WriteOptions, 'write'> = {},
): Promise<void> {
  try {
    await writeWhole(path, bytes, options);
  } catch (error) {
    const why = diskCause(error);
    throw why === null ? error : new StartProblem(`Cannot write ${path}: ${sentenceFor(why)}`);
  }
}

function sentenceFor(why: DiskCause): string {
  switch (why) {
    case 'full':
      return 'the disk is full. Make room on it, then export again.';
    case 'read-only':
      return 'nothing can be written to this disk. Name a file on another with --out.';
    case 'no-access':
    case 'in-use':
      return 'it is open in another program, or this account may not write there. Close it, or name another file with --out.';
    case 'no-folder':
      return 'its folder is none, and cannot become one. Name another file with --out.';
    case 'damaged':
    case 'failing':
      return 'the disk is failing. Name a file on another disk with --out.';
  }
}
