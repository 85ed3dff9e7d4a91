import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FolderFile } from '../../site/folder/folder-file.ts';
import { fitsZip, zipOf } from '../../site/folder/zip.ts';
import { StartProblem } from '../../server/settings.ts';

/** Writes files as a zip, and beside it its checksum as `sha256sum --check` reads it; resolves to that checksum. */
export async function writeZip(path: string, files: readonly FolderFile[]): Promise<string> {
  if (!(await fitsZip(files))) {
    throw new StartProblem(
      'Cannot make a zip: there are more than 4 GB of films. Leave out --zip and copy the folder.',
    );
  }
  const fresh = `${path}.part`;
  const hash = createHash('sha256');
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const bytes of zipOf(basename(path, '.zip'), files)) {
      hash.update(bytes);
      yield bytes;
    }
  }
  try {
    await pipeline(counted, createWriteStream(fresh));
    await rename(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
  const sum = hash.digest('hex');
  await writeFile(`${path}.sha256`, `${sum}  ${basename(path)}\n`);
  return sum;
}
