import { readPicturePath } from '../document/pictures.ts';
import type { MediaFile } from '../open/opened.ts';
import {
  ensureThere,
  filesIn,
  folderIn,
  madeFolderIn,
  nameOf,
  readFile,
  removeFile,
  writeFile,
  type FolderHandle,
} from './folder-handles.ts';
import { isPicturePath, MAX_PICTURE_BYTES } from './lesson-pictures.ts';

/** The folder for what is deleted, as the program has it. */
export const DELETED = '.deleted';

/** A picture that people put there may have more bytes, which no page has made smaller. */
const MAX_BY_HAND = 20_000_000;

const MEDIA = ['media'];
const ASIDE = [DELETED, 'media'];

/** The pictures of a folder of lessons, in its `media/`. All of it throws as the folder does. */
export type FolderPictures = {
  /** False where another picture has this path, or something that is no file. */
  put(picture: MediaFile): Promise<boolean>;
  /** One that people put there is read too. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** True where anything has its name, though perhaps too large to be read. */
  has(path: string): Promise<boolean>;
  /** Puts one back that was set aside, unless there is one. */
  putBack(path: string): Promise<void>;
  setAside(path: string): Promise<void>;
  /** Clears away what was set aside before a time, in ms since 1970. */
  clear(before: number): Promise<void>;
};

/** Opens the pictures of a folder. People put others there too: those have no mark of the editor's, and are left as they are. */
export function openFolderPictures(folder: FolderHandle): FolderPictures {
  async function readFrom(
    place: readonly string[],
    path: string,
  ): Promise<Uint8Array<ArrayBuffer> | 'no plain file' | null> {
    const [slug = '', name = ''] = path.split('/');
    const found = isPicturePath(path) ? await folderIn(folder, [...place, slug]) : null;
    const read = found && (await readFile(found, name, MAX_PICTURE_BYTES));
    return read === null || read === 'no plain file' ? read : read.bytes;
  }

  async function readByHand(
    path: string,
  ): Promise<Uint8Array<ArrayBuffer> | 'no plain file' | null> {
    const place = readPicturePath(path);
    if (!('path' in place) || place.path !== path) return null;
    const steps = path.split('/');
    const found = await folderIn(folder, [...MEDIA, ...steps.slice(0, -1)]);
    const read = found && (await readFile(found, steps.at(-1) ?? '', MAX_BY_HAND));
    return read === null || read === 'no plain file' ? read : read.bytes;
  }

  function readAny(path: string): Promise<Uint8Array<ArrayBuffer> | 'no plain file' | null> {
    return isPicturePath(path) ? readFrom(MEDIA, path) : readByHand(path);
  }

  async function writeTo(place: readonly string[], { path, bytes }: MediaFile): Promise<void> {
    const [slug = '', name = ''] = path.split('/');
    await writeFile(await madeFolderIn(folder, [...place, slug]), name, {
      bytes: new Uint8Array(bytes),
    });
  }

  async function move(
    path: string,
    { from, to }: { readonly from: readonly string[]; readonly to: readonly string[] },
  ): Promise<void> {
    const bytes = await readFrom(from, path);
    if (bytes === null || bytes === 'no plain file') return;
    if ((await readFrom(to, path)) === null) await writeTo(to, { path, bytes });
    await discard(from, path);
  }

  async function discard(place: readonly string[], path: string): Promise<void> {
    const [slug = '', name = ''] = path.split('/');
    const [parent, found] = [
      await folderIn(folder, place),
      await folderIn(folder, [...place, slug]),
    ];
    if (parent === null || found === null) return;
    await removeFile(found, name);
    // A folder that has others in it stays.
    await parent.removeEntry(slug).catch(() => undefined);
  }

  return {
    async put({ path, bytes }) {
      if (!isPicturePath(path)) return false;
      try {
        const there = await readFrom(MEDIA, path);
        if (there === 'no plain file') return false;
        if (there !== null) return isSame(there, bytes);
        await writeTo(MEDIA, { path, bytes });
        return true;
      } catch (error) {
        // A file in the place of its folder.
        if (nameOf(error) === 'TypeMismatchError') return false;
        throw error;
      }
    },
    async read(path) {
      const bytes = await readAny(path);
      return bytes === 'no plain file' ? null : bytes;
    },
    async has(path) {
      if ((await readAny(path)) !== null) return true;
      await ensureThere(folder);
      return false;
    },
    putBack: (path) => move(path, { from: ASIDE, to: MEDIA }),
    setAside: (path) => move(path, { from: MEDIA, to: ASIDE }),
    async clear(before) {
      const aside = await folderIn(folder, ASIDE);
      if (aside === null) return;
      for (const slug of await foldersIn(aside)) {
        const own = await aside.getDirectoryHandle(slug);
        for (const path of (await filesIn(own)).map((name) => `${slug}/${name}`)) {
          const file = await (await own.getFileHandle(path.slice(slug.length + 1))).getFile();
          if (isPicturePath(path) && file.lastModified < before) await discard(ASIDE, path);
        }
      }
    },
  };
}

async function foldersIn(folder: FolderHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { kind, name } of folder.values()) if (kind === 'directory') names.push(name);
  return names;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
