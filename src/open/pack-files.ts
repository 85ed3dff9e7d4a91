import { unzipSync, Zip, ZipDeflate } from 'fflate';

// Every file is of this moment, by any clock: the same files make the same bytes on every machine and day.
const MOMENT = new Date(1980, 0, 1);
/** What is compressed already, so that trying again would only take time. */
const DENSE = /\.(mp4|webm|woff2|png|jpe?g|webp|avif|gif|zip)$/i;
/** A plain zip counts its bytes with 32 bits. */
export const MAX_ZIP_BYTES = 0xffff_0000;

/** A file to pack: its path with `/`, and its bytes piece by piece. */
export type PackedFile = {
  readonly path: string;
  readonly pieces: () => AsyncIterable<Uint8Array>;
};

/** The bytes of a zip with these files, as they are made: a film is never in memory as a whole. */
export async function* packFiles(files: Iterable<PackedFile>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  for (const { path, pieces } of files) {
    const entry = new ZipDeflate(path, { level: DENSE.test(path) ? 0 : 6 });
    entry.mtime = MOMENT;
    zip.add(entry);
    for await (const bytes of pieces()) {
      entry.push(bytes);
      yield* made.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made;
}

/** The files of a zip that this program packed, by their paths. */
export function unpackFiles(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(zip)));
}
