import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Zip, ZipDeflate } from 'fflate';
import type { FolderFile } from './folder-files.ts';

// Every file is of this moment, by any clock: the same files make the same bytes on every machine and day.
const MOMENT = new Date(1980, 0, 1);
/** What is compressed already, so that trying again would only take time. */
const DENSE = /\.(mp4|webm|woff2|png|jpe?g|webp|avif|gif)$/i;
/** A plain zip counts its bytes with 32 bits. */
const MAX_BYTES = 0xffff_0000;

/** The bytes of a zip with these files in one folder named `top`, as they are made: a film is never in memory as a whole. */
export async function* zipOf(
  top: string,
  files: readonly FolderFile[],
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  for (const file of files) {
    const entry = new ZipDeflate(`${top}/${file.path}`, { level: DENSE.test(file.path) ? 0 : 6 });
    entry.mtime = MOMENT;
    zip.add(entry);
    for await (const bytes of bytesOf(file)) {
      entry.push(bytes);
      yield* made.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made;
}

/** True for files that fit into one zip. */
export async function fitsZip(files: readonly FolderFile[]): Promise<boolean> {
  const sizes = await Promise.all(
    files.map(async (file) => ('body' in file ? file.body.length : (await stat(file.from)).size)),
  );
  return sizes.reduce((sum, size) => sum + size, 0) < MAX_BYTES;
}

async function* bytesOf(file: FolderFile): AsyncGenerator<Uint8Array> {
  if ('body' in file) yield file.body;
  else yield* createReadStream(file.from) as AsyncIterable<Buffer>;
}
