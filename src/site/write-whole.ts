import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** How a file is written: `isPrivate`, this account alone may read it and a folder made for it; `flush` false, a power cut may lose it, though never half of it. */
export type WriteOptions = {
  readonly isPrivate?: boolean;
  readonly flush?: boolean;
  readonly write?: WriteBytes;
};

/** Puts bytes into a file, as Node’s `writeFile` does. */
export type WriteBytes = (
  path: string,
  bytes: string | Uint8Array,
  options: { readonly flush: boolean; readonly mode: number },
) => Promise<void>;

/** Puts a file in place whole or not at all: beside it first, then renamed, so that a power cut leaves the old file or the new one. Makes its folder. Rejects as Node does, and leaves nothing behind. */
export async function writeWhole(
  path: string,
  bytes: string | Uint8Array,
  { isPrivate = false, flush = true, write = writeFile }: WriteOptions = {},
): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: isPrivate ? 0o700 : 0o777 });
  const fresh = join(folder, `.${basename(path)}.${randomUUID()}.part`);
  try {
    await write(fresh, bytes, { flush, mode: isPrivate ? 0o600 : 0o666 });
    await rename(fresh, path);
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}
