import type { DiskCause } from '../store/sqlite/disk-problem.ts';

const ELSEWHERE = 'or choose another folder with DATA_DIR';

/** What follows “Cannot write to the data folder …:”, by its true cause: what is the matter, and what to do (R33). */
const CAUSES: Readonly<Record<DiskCause, string>> = {
  full: `the disk is full. Make room on it, ${ELSEWHERE}.`,
  'read-only': 'its disk can only be read. Choose a folder on another disk with DATA_DIR.',
  'no-access': `this account may not write there. Allow it, ${ELSEWHERE}.`,
  'no-folder': 'no folder can be made there. Choose another with DATA_DIR.',
  'in-use': `another program is using a file in it. Close that program, ${ELSEWHERE}.`,
  damaged: `a file in it is damaged and could not be set aside. Move it away, ${ELSEWHERE}.`,
  failing: `the disk does not answer as it should. Try again, ${ELSEWHERE}.`,
};

/** Why the program cannot start with this data folder, in a sentence or two. */
export function startCause(dataDir: string, why: DiskCause): string {
  return `Cannot write to the data folder ${dataDir}: ${CAUSES[why]}`;
}

/** The sentence for a second start with one data folder. */
export function runningAlready(dataDir: string): string {
  return `Wholeclass is already running with the data folder ${dataDir}. Use its window, ${ELSEWHERE}.`;
}
