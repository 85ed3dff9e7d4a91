/** What lessons need of a file of a folder, as the browser's `FileSystemFileHandle` has it. */
export type FileHandle = {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<FileNow>;
  /** Begins to write beside the file; it takes its place when the writer is closed. */
  createWritable(): Promise<FileWriter>;
};

/** A file as it is now; `lastModified` in ms since 1970. */
export type FileNow = {
  readonly size: number;
  readonly lastModified: number;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/** Writes a file whole, or, aborted, not at all. */
export type FileWriter = {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
};

/** What lessons need of a folder, as the browser's `FileSystemDirectoryHandle` has it; it throws errors by the same names. */
export type FolderHandle = {
  readonly kind: 'directory';
  readonly name: string;
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<FileHandle>;
  getDirectoryHandle(name: string, options?: { readonly create?: boolean }): Promise<FolderHandle>;
  /** Throws for a folder that has something in it. */
  removeEntry(name: string): Promise<void>;
  values(): AsyncIterable<FileHandle | FolderHandle>;
};

/** The bytes of a file, and when it was written, in ms since 1970. */
export type FileBytes = { readonly bytes: Uint8Array<ArrayBuffer>; readonly saved: number };

/** Reads a file: null for none, and words for what is no file or has more bytes than `max`. */
export async function readFile(
  folder: FolderHandle,
  name: string,
  max: number,
): Promise<FileBytes | 'no plain file' | null> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    if (file.size > max) return 'no plain file';
    return { bytes: new Uint8Array(await file.arrayBuffer()), saved: file.lastModified };
  } catch (error) {
    if (nameOf(error) === 'TypeMismatchError') return 'no plain file';
    if (nameOf(error) !== 'NotFoundError') throw error;
    // No file is there, or the folder is gone itself: that is no answer.
    await ensureThere(folder);
    return null;
  }
}

/** Puts a file in place whole or not at all; `isStillSo` looks once more, after the slow part, and false leaves all as it is. */
export async function writeFile(
  folder: FolderHandle,
  name: string,
  { bytes, isStillSo = async () => true }: FileToWrite,
): Promise<boolean> {
  const isNew = (await handleIn(folder, name)) === null;
  const handle = await folder.getFileHandle(name, { create: true });
  let isWritten = false;
  try {
    isWritten = await write(handle, bytes, isStillSo);
  } finally {
    // It was made empty, and stays so where nothing could be written.
    if (isNew && !isWritten) await removeEmpty(folder, handle).catch(() => undefined);
  }
  return isWritten;
}

/** What is written into a file. */
type FileToWrite = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isStillSo?: () => Promise<boolean>;
};

async function write(
  handle: FileHandle,
  bytes: Uint8Array<ArrayBuffer>,
  isStillSo: () => Promise<boolean>,
): Promise<boolean> {
  const writer = await handle.createWritable();
  try {
    await writer.write(bytes);
    const isSo = await isStillSo();
    await (isSo ? writer.close() : writer.abort());
    return isSo;
  } catch (error) {
    await writer.abort().catch(() => undefined);
    throw error;
  }
}

async function removeEmpty(folder: FolderHandle, handle: FileHandle): Promise<void> {
  const { size } = await handle.getFile();
  if (size === 0) await folder.removeEntry(handle.name);
}

/** Removes a file, and does nothing where there is none. */
export async function removeFile(folder: FolderHandle, name: string): Promise<void> {
  await folder.removeEntry(name).catch((error: unknown) => {
    if (nameOf(error) !== 'NotFoundError') throw error;
  });
}

/** A folder in a folder, by its path; null where it is not there, or is none. */
export async function folderIn(
  folder: FolderHandle,
  path: readonly string[],
): Promise<FolderHandle | null> {
  let found = folder;
  for (const part of path) {
    const next = await found.getDirectoryHandle(part).catch((error: unknown) => {
      if (isNotThere(error)) return null;
      throw error;
    });
    if (next === null) return null;
    found = next;
  }
  return found;
}

/** The same folder, made where it is not there. */
export async function madeFolderIn(
  folder: FolderHandle,
  path: readonly string[],
): Promise<FolderHandle> {
  let made = folder;
  for (const part of path) made = await made.getDirectoryHandle(part, { create: true });
  return made;
}

/** The names of the files in a folder. */
export async function filesIn(folder: FolderHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { kind, name } of folder.values()) if (kind === 'file') names.push(name);
  return names;
}

/** Throws where the folder is gone, or may not be read: what is not in it tells nothing then. */
export async function ensureThere(folder: FolderHandle): Promise<void> {
  for await (const one of folder.values()) return void one;
}

/** What a browser calls an error: `NotFoundError`. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

async function handleIn(folder: FolderHandle, name: string): Promise<FileHandle | null> {
  return folder.getFileHandle(name).catch((error: unknown) => {
    if (nameOf(error) === 'NotFoundError') return null;
    throw error;
  });
}

function isNotThere(error: unknown): boolean {
  return ['NotFoundError', 'TypeMismatchError'].includes(nameOf(error));
}
