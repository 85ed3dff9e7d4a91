/** Why a disk did not do as it was asked. */
export type DiskCause =
  | 'full'
  | 'read-only'
  | 'no-access'
  | 'no-folder'
  | 'in-use'
  | 'damaged'
  | 'failing';

/** The rooms on disk could not be read or written; nothing in memory has changed. `why` is the true cause (R33). */
class DiskProblem extends Error {
  readonly why: DiskCause;

  constructor(why: DiskCause, cause: unknown) {
    super(`The disk: ${why}`, { cause });
    this.why = why;
  }
}

const CODES: Readonly<Record<string, DiskCause>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'no-access',
  EPERM: 'no-access',
  ENOTDIR: 'no-folder',
  EEXIST: 'no-folder',
  ENOENT: 'no-folder',
  ENAMETOOLONG: 'no-folder',
  ELOOP: 'no-folder',
  EBUSY: 'in-use',
  ENOTEMPTY: 'in-use',
  EIO: 'failing',
  EMFILE: 'failing',
  ENFILE: 'failing',
};

/** SQLite's primary result codes, of which the extended ones have the lowest byte (sqlite.org/rescode.html). */
const RESULTS: Readonly<Record<number, DiskCause>> = {
  3: 'no-access',
  5: 'in-use',
  6: 'in-use',
  8: 'read-only',
  10: 'failing',
  11: 'damaged',
  13: 'full',
  14: 'no-access',
  26: 'damaged',
};
/** SQLITE_READONLY_DBMOVED: someone has taken the file away. */
const MOVED = 1032;

/** Why an error of SQLite or of the file system came; null for a mistake of ours. */
export function diskCause(error: unknown): DiskCause | null {
  if (error instanceof DiskProblem) return error.why;
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') {
    return error.errcode === MOVED ? 'no-folder' : (RESULTS[error.errcode & 0xff] ?? null);
  }
  return 'code' in error && typeof error.code === 'string' ? (CODES[error.code] ?? null) : null;
}

/** Does something with the disk; what the disk has against it is thrown as a `DiskProblem`. */
export function onDisk<Value>(act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    const why = diskCause(error);
    throw why === null ? error : new DiskProblem(why, error);
  }
}
