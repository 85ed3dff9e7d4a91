import { createReadStream } from 'node:fs';

/** One file of a folder: its path with `/`, and its bytes, or the file on this machine that it is a copy of. */
export type FolderFile = { readonly path: string } & (
  | { readonly body: Buffer }
  | { readonly from: string }
);

/** The bytes of a file as they are read. */
export async function* piecesOf(file: FolderFile): AsyncGenerator<Uint8Array> {
  if ('body' in file) yield file.body;
  else yield* createReadStream(file.from) as AsyncIterable<Buffer>;
}
