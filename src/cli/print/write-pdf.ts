import { dirname } from 'node:path';
import { StartProblem } from '../../server/settings.ts';
import { diskCause, type DiskCause } from '../../server/store/sqlite/disk-problem.ts';
import { writeWhole, type WriteOptions } from '../../site/write-whole.ts';

/** Writes a PDF whole or not at all, so that no half file has its name. Throws a `StartProblem` with one plain sentence where the disk or the folder does not let it. `write` puts bytes into a file. */
export async function writePdf(
  path: string,
  pdf: Uint8Array,
  options: Pick<WriteOptions, 'write'> = {},
): Promise<void> {
  try {
    await writeWhole(path, pdf, options);
  } catch (error) {
    const why = diskCause(error);
    throw why === null ? error : new StartProblem(sentenceFor(why, path));
  }
}

function sentenceFor(why: DiskCause, path: string): string {
  const cannot = `Cannot write ${path}:`;
  switch (why) {
    case 'full':
      return `${cannot} the disk is full. Make room on it, then print again. PDFs written before this one are whole.`;
    case 'read-only':
      return `${cannot} nothing can be written to this disk. Choose another folder with --out.`;
    case 'no-access':
      return `${cannot} it is open in another program, or this account may not write there. Close it, or choose another folder with --out.`;
    case 'no-folder':
      return `${cannot} ${dirname(path)} is not a folder and cannot become one. Choose another folder with --out.`;
    case 'in-use':
      return `${cannot} it is open in another program. Close it there, then print again.`;
    case 'damaged':
    case 'failing':
      return `${cannot} the disk is failing. Choose a folder on another disk with --out.`;
  }
}
