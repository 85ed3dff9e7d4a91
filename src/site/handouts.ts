import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handout, ReadHandout } from '../outputs/handouts/handout.ts';
import type { HandoutText } from '../outputs/handouts/handout-texts.ts';
import { isOwnSheet } from '../outputs/handouts/own-sheet-id.ts';
import type { Sheet } from '../outputs/handouts/sheet.ts';
import { readHandoutApart } from './reading.ts';

/** The handouts of a folder, each read again only when its file has changed. */
export type Handouts = {
  /** Every sheet there is, those of the folder among them, in the order of handing out. */
  sheets(): Promise<readonly Sheet[]>;
  /** Every handout of the folder. */
  all(): Promise<readonly Handout[]>;
  /** A handout by its name; null where the folder has none. */
  one(name: string): Promise<Handout | null>;
  /** As they are written, those that a lesson has. */
  texts(): Promise<readonly HandoutText[]>;
};

/** A file’s name: small words joined by hyphens, and behind a full stop the language of a translation, or `easy`. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:[a-z]{2,3}|easy))?$/;
/** More than any handout has, in bytes. */
const MAX_BYTES = 1_000_000;

/** Opens `handouts/`; a folder that is not there has none, and what is not text is left out. */
export function openHandouts(folder: string): Handouts {
  const cache = new Map<
    string,
    { readonly stamp: string; readonly read: Promise<ReadHandout | null> }
  >();

  async function load(name: string): Promise<ReadHandout | null> {
    const path = join(folder, `${name}.md`);
    const found = await stat(path).catch(() => null);
    if (found === null || !found.isFile() || found.size > MAX_BYTES) return null;
    const stamp = `${found.mtimeMs} ${found.size} ${found.ino}`;
    const known = cache.get(name);
    if (known?.stamp === stamp) return known.read;
    const read = open(name, path);
    cache.set(name, { stamp, read });
    return read;
  }

  async function all(): Promise<readonly Handout[]> {
    const read = await Promise.all((await handoutNames(folder)).map(load));
    return read.flatMap((one) => (one === null ? [] : [one.handout]));
  }

  return {
    all,
    one: async (name) => (await load(name))?.handout ?? null,
    async sheets() {
      const { sheetsWith } = await import('../outputs/handouts/sheets-with.ts');
      return sheetsWith(await all());
    },
    async texts() {
      const read = (await handoutNames(folder)).map(async (name) => {
        const found = await load(name);
        if (found === null || !isForLessons(found.handout)) return [];
        const text = await readFile(join(folder, `${name}.md`), 'utf8').catch(() => null);
        return text === null ? [] : [{ name, text }];
      });
      return (await Promise.all(read)).flat();
    },
  };
}

// What a class needs of the school's own is printed with each lesson.
function isForLessons({ of, pile }: Handout): boolean {
  return of === 'lesson' || pile !== 'pack';
}

async function open(name: string, path: string): Promise<ReadHandout | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null || text.includes('\0') ? null : readHandoutApart({ handout: name, text });
}

/** The names of a folder’s handouts, without `.md`, in their order. */
export async function handoutNames(folder: string): Promise<readonly string[]> {
  return (await writtenNames(folder)).filter(isHandoutName);
}

/** The same with those that no sheet is made of, since their names can be no part of an address. */
export async function writtenNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.md') && !/^[._]|^readme\.md$/i.test(name))
    .map((name) => name.slice(0, -'.md'.length))
    .toSorted();
}

/** True for a name of which a sheet is made: one that may be part of an address, and is none of a handout that is written in a lesson. */
export function isHandoutName(name: string): boolean {
  return NAME.test(name) && !isOwnSheet(name.split('.')[0] ?? '');
}
