import { stat } from 'node:fs/promises';
import { MAX_ZIP_BYTES, packFiles } from '../../open/pack-files.ts';
import { piecesOf, type FolderFile } from './folder-file.ts';

/** The bytes of a zip with these files in one folder named `top`, as they are made. */
export function zipOf(top: string, files: readonly FolderFile[]): AsyncGenerator<Uint8Array> {
  return packFiles(
    files.map((file) => ({ path: `${top}/${file.path}`, pieces: () => piecesOf(file) })),
  );
}

/** True for files that fit into one zip. */
export async function fitsZip(files: readonly FolderFile[]): Promise<boolean> {
  const sizes = await Promise.all(
    files.map(async (file) => ('body' in file ? file.body.length : (await stat(file.from)).size)),
  );
  return sizes.reduce((sum, size) => sum + size, 0) < MAX_ZIP_BYTES;
}
