import {
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isPicturePath, picturesIn, picturesInJson } from '../../edit/lesson-pictures.ts';
import type { MediaFile } from '../../open/opened.ts';
import { versionsPath } from './lesson-history.ts';
import { writeWhole, type WriteBytes } from '../../site/write-whole.ts';
import { decode } from '../../text/utf8.ts';

/** Why the folder does not take a picture: a path that none of the editor's has; a link or a folder in its place; another picture there; no folder. */
export type PictureRefusal = 'bad-name' | 'no-plain-file' | 'name-taken' | 'no-folder';

/** What became of a picture: it is there, or a refusal. */
export type PictureChange =
  | { readonly is: 'done'; readonly isNew: boolean }
  | { readonly is: 'refused'; readonly why: PictureRefusal };

/** The pictures that staff put into lessons, in the `media/` beside these. What the disk has against it is thrown as Node throws it. */
export type OwnPictures = {
  put(picture: MediaFile): Promise<PictureChange>;
  /** Puts pictures that were set aside back, where this text shows them. */
  putBack(text: string): Promise<void>;
  /** Sets aside those that no text of the folder shows: of a text that was deleted at once, and others once they are an hour old. */
  setAside(deletedText?: string): Promise<void>;
  /** Clears away what was set aside so many ms ago, and what a write that was cut off then has left. */
  clear(ageMs: number): Promise<void>;
};

type OwnPicturesParts = {
  /** The folder of lessons; null for none. */
  readonly own: string | null;
  /** The name of the folder in it for what is deleted. */
  readonly deleted: string;
  readonly write?: WriteBytes;
  readonly list?: ListNames;
  readonly wall?: () => number;
};

/** Gives the names of what is in a folder; rejects where it cannot be listed. */
export type ListNames = (folder: string) => Promise<readonly string[]>;

/** What a write that was cut off has left. */
const CUT_OFF = /\/\.[^/]+\.[a-z]+\.[\w-]{36}\.part$/;

/** A picture that was just written is not in its text yet. */
const UNUSED_MS = 3_600_000;

/** Opens the pictures of a folder of lessons. People put others there too: those have no mark of the editor's, and are left as they are. */
export function openOwnPictures({
  own,
  deleted,
  write = writeFile,
  list = readdir,
  wall = Date.now,
}: OwnPicturesParts): OwnPictures {
  const media = join(own ?? '', 'media');
  const aside = join(own ?? '', deleted, 'media');

  async function put({ path, bytes }: MediaFile): Promise<PictureChange> {
    if (own === null) return { is: 'refused', why: 'no-folder' };
    if (!isPicturePath(path)) return { is: 'refused', why: 'bad-name' };
    const folder = await lstat(dirname(join(media, path))).catch(unlessMissing);
    const there = await lstat(join(media, path)).catch(unlessMissing);
    // A link may lead anywhere.
    if (folder?.isDirectory() === false || there?.isFile() === false) {
      return { is: 'refused', why: 'no-plain-file' };
    }
    if (there === null) {
      await writeWhole(join(media, path), bytes, { write });
      return { is: 'done', isNew: true };
    }
    // The answer to the same request may have been lost.
    const isSame = (await readFile(join(media, path))).equals(bytes);
    return isSame ? { is: 'done', isNew: false } : { is: 'refused', why: 'name-taken' };
  }

  async function putBack(text: string): Promise<void> {
    if (own === null) return;
    for (const path of picturesIn(text)) {
      const isThere = (await lstat(join(media, path)).catch(unlessMissing)) !== null;
      if (!isThere) await move(join(aside, path), join(media, path));
    }
  }

  async function setAside(deletedText = ''): Promise<void> {
    const gone = new Set(picturesIn(deletedText));
    const shown = own === null ? null : await shownIn(own, list);
    // A text that cannot be read, or is not known of, may show any of them.
    if (shown === null) return;
    for (const path of await pathsIn(media)) {
      const found = shown.has(path) ? null : await lstat(join(media, path)).catch(() => null);
      if (found === null) continue;
      if (!gone.has(path) && wall() - found.mtimeMs < UNUSED_MS) continue;
      await move(join(media, path), join(aside, path)).catch(() => undefined);
      // Its days are counted from now.
      await utimes(join(aside, path), wall() / 1000, wall() / 1000).catch(() => undefined);
    }
  }

  async function clear(ageMs: number): Promise<void> {
    for (const path of await pathsIn(aside)) {
      const found = await lstat(join(aside, path)).catch(() => null);
      if (found !== null && wall() - found.mtimeMs >= ageMs) await discard(join(aside, path));
    }
    for (const path of await filesIn(media)) {
      const found = CUT_OFF.test(path) ? await lstat(join(media, path)).catch(() => null) : null;
      if (found !== null && wall() - found.mtimeMs >= ageMs) await discard(join(media, path));
    }
  }

  return { put, putBack, setAside, clear };
}

/** The editor's pictures in a folder like `media/`. */
async function pathsIn(media: string): Promise<readonly string[]> {
  return (await filesIn(media)).filter(isPicturePath);
}

async function filesIn(media: string): Promise<readonly string[]> {
  const folders = await readdir(media, { withFileTypes: true }).catch(() => []);
  const paths = folders
    .filter((folder) => folder.isDirectory())
    .map(async ({ name }) => {
      const files = await readdir(join(media, name)).catch(() => []);
      return files.map((file) => `${name}/${file}`);
    });
  return (await Promise.all(paths)).flat();
}

/** What the texts in a folder and their earlier versions show; null where it is not known: the folder cannot be listed, or one of them cannot be read. */
async function shownIn(folder: string, list: ListNames): Promise<ReadonlySet<string> | null> {
  const all = await list(folder).catch(() => null);
  if (all === null) return null;
  const names = all.filter((name) => /\.md$/i.test(name));
  const shown = new Set<string>();
  for (const name of names) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    const text = bytes === null ? null : decode(bytes);
    const before = await readFile(versionsPath(folder, name.replace(/\.md$/i, '')), 'utf8').catch(
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : null),
    );
    if (text === null || before === null) return null;
    for (const path of [...picturesIn(text), ...picturesInJson(before)]) shown.add(path);
  }
  return shown;
}

async function move(from: string, to: string): Promise<void> {
  if ((await lstat(from).catch(unlessMissing))?.isFile() !== true) return;
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  // A folder that has others in it stays.
  await rmdir(dirname(from)).catch(() => undefined);
}

async function discard(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
  await rmdir(dirname(path)).catch(() => undefined);
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
