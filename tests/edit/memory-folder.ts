import type { FileHandle, FolderHandle } from '../../src/edit/folder-handles.ts';

/** A file in memory: what it holds, and when it was written, in ms since 1970. */
type MemoryFile = { bytes: Uint8Array<ArrayBuffer>; saved: number };

/** What goes wrong in a folder: an error of this name, where there is one. */
export type Trouble = {
  /** At anything at all: the folder is gone, or closed to the page. */
  any?: string;
  /** When a file is written. */
  write?: string;
  /** Called when a file is written beside, and not in its place yet. */
  meanwhile?: () => void;
};

/** A folder in memory, with its files by their paths, as a browser's handles have one. `isOneCase` is a drive to which `Ice` and `ice` are one. */
export function memoryFolder({
  wall = Date.now,
  isOneCase = false,
}: { readonly wall?: () => number; readonly isOneCase?: boolean } = {}) {
  const files = new Map<string, MemoryFile>();
  const folders = new Set<string>();
  const trouble: Trouble = {};

  function check(name: string | undefined = trouble.any): void {
    if (name !== undefined) throw problem(name);
  }

  function found(path: string): string {
    const all = [...files.keys(), ...folders];
    const alike = (one: string) => one.toLowerCase() === path.toLowerCase();
    return isOneCase ? (all.find(alike) ?? path) : path;
  }

  function fileAt(path: string): FileHandle {
    return {
      kind: 'file',
      name: path.slice(path.lastIndexOf('/') + 1),
      async getFile() {
        check();
        const file = files.get(path);
        if (file === undefined) throw problem('NotFoundError');
        const bytes = file.bytes.slice();
        return {
          size: bytes.length,
          lastModified: file.saved,
          arrayBuffer: async () => bytes.buffer,
        };
      },
      async createWritable() {
        check();
        check(trouble.write);
        let written = new Uint8Array();
        return {
          async write(bytes) {
            written = bytes.slice();
            trouble.meanwhile?.();
          },
          async close() {
            check();
            files.set(path, { bytes: written, saved: wall() });
          },
          abort: async () => undefined,
        };
      },
    };
  }

  function folderAt(path: string): FolderHandle {
    const into = (name: string) => found(`${path}${name}`);
    return {
      kind: 'directory',
      name: 'Geography',
      async getFileHandle(name, { create = false } = {}) {
        check();
        const at = into(name);
        if (folders.has(at)) throw problem('TypeMismatchError');
        if (!files.has(at)) {
          if (!create) throw problem('NotFoundError');
          check(trouble.write);
          files.set(at, { bytes: new Uint8Array(), saved: wall() });
        }
        return fileAt(at);
      },
      async getDirectoryHandle(name, { create = false } = {}) {
        check();
        const at = into(name);
        if (files.has(at)) throw problem('TypeMismatchError');
        if (!folders.has(at) && !create) throw problem('NotFoundError');
        folders.add(at);
        return folderAt(`${at}/`);
      },
      async removeEntry(name) {
        check();
        const at = into(name);
        const isFull = [...files.keys(), ...folders].some((one) => one.startsWith(`${at}/`));
        if (isFull) throw problem('InvalidModificationError');
        if (!files.delete(at) && !folders.delete(at)) throw problem('NotFoundError');
      },
      async *values() {
        check();
        const isIn = (one: string) =>
          one.startsWith(path) && !one.slice(path.length).includes('/') && one !== path;
        for (const one of [...files.keys()].filter(isIn)) yield fileAt(one);
        for (const one of [...folders].filter(isIn)) {
          yield { ...folderAt(`${one}/`), name: one.slice(path.length) };
        }
      },
    };
  }

  return {
    folder: folderAt(''),
    trouble,
    /** The paths of all files. */
    paths: () => [...files.keys()].toSorted(),
    /** Puts a file there, as another program does. */
    put(path: string, text: string | Uint8Array, saved = wall()) {
      for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        folders.add(path.slice(0, at));
      }
      files.set(path, { bytes: new Uint8Array(Buffer.from(text)), saved });
    },
    text: (path: string) => Buffer.from(files.get(path)?.bytes ?? []).toString('utf8'),
    has: (path: string) => files.has(path),
    age(path: string, saved: number) {
      const file = files.get(path);
      if (file !== undefined) file.saved = saved;
    },
    folders,
  };
}

function problem(name: string): Error {
  return Object.assign(new Error(name), { name });
}
