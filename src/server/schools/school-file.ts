import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSchoolText, readSchoolText, type ReadSchool } from '../../school/read-school.ts';
import { EMPTY_SCHOOL, writeSchool, type School } from '../../school/school.ts';
import { setAside } from '../store/sqlite/set-aside.ts';
import { writeWhole } from '../../site/write-whole.ts';
import { withFileLock } from './file-lock.ts';

/**
 * The answer to the school’s page: the school, what of its file could not be used, and the mark of
 * this version of it.
 */
export type SavedSchool = ReadSchool & { readonly mark: string };

/** The school’s own data, in one file of the data folder. */
export type SchoolFile = {
  /** The file as it is now; an empty school where there is none. */
  read(): Promise<SavedSchool>;
  /** Puts a school in place of the one with this mark; null, and nothing is changed, where another has taken its place meanwhile. */
  write(school: School, was: string): Promise<SavedSchool | null>;
};

const NAME = 'school.json';
const NO_FILE = 'no file';

/** Opens the school’s file in a folder. It is read again each time: someone may put another one there, and several processes may share it. */
export function openSchoolFile(folder: string, wall: () => number = Date.now): SchoolFile {
  const path = join(folder, NAME);
  async function read(): Promise<SavedSchool> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? null : error,
    );
    if (text instanceof Error) {
      return { school: EMPTY_SCHOOL, problems: [unreadable(text)], mark: NO_FILE };
    }
    if (text === null) {
      return {
        school: EMPTY_SCHOOL,
        problems: (await asides()).slice(-1).map(asideProblem),
        mark: NO_FILE,
      };
    }
    if (!isSchoolText(text)) {
      const aside = putAside();
      if (aside !== null) {
        return { school: EMPTY_SCHOOL, problems: [asideProblem(aside)], mark: NO_FILE };
      }
    }
    return { ...readSchoolText(text), mark: markOf(text) };
  }

  /** A file that is no school of ours is not in the way of one, and is lost to no one (R31). */
  function putAside(): string | null {
    try {
      return setAside({ folder, file: NAME, kind: 'damaged' }, wall());
    } catch {
      // Where nothing may be renamed, what is wrong with it is said as it lies there.
      return null;
    }
  }

  async function asides(): Promise<readonly string[]> {
    const names = await readdir(folder).catch(() => []);
    return names.filter((name) => /^school-damaged-.*\.json$/.test(name)).toSorted();
  }

  async function put(school: School, was: string): Promise<SavedSchool | null> {
    if ((await read()).mark !== was) return null;
    const text = writeSchool(school);
    await writeWhole(path, text, { isPrivate: true });
    return { school, problems: [], mark: markOf(text) };
  }

  return {
    read,
    write: (school, was) => withFileLock(folder, () => put(school, was)),
  };
}

function asideProblem(aside: string): string {
  return `The school’s file could not be read, so it is now called ${aside}, in the data folder. Fill in “Your school” again, or open a copy that you saved.`;
}

function unreadable({ code = 'error' }: NodeJS.ErrnoException): string {
  return `The school’s file, ${NAME} in the data folder, is there and cannot be read (${code}). Let this account read it: until then the school’s own words are missing.`;
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
