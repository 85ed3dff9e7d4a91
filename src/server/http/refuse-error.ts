import type { FastifyError } from 'fastify';
import { refuse, type Answer } from './answer.ts';
import { diskCause, type DiskCause } from '../store/sqlite/disk-problem.ts';
import { OtherVersion, StoreUnavailable } from '../store/store-unavailable.ts';
import type { Door } from './origin-check.ts';

const AWAY = refuse(
  503,
  'store-away',
  'The rooms can’t be reached at the moment. Try again in a few seconds.',
);

const OTHER_VERSION = refuse(
  503,
  'other-version',
  'A newer version of Wholeclass runs this lesson. Load this page again.',
);

/** What a teacher reads whose press could not be written, by its true cause (R33): votes are in memory and go on. */
const UNSAVED: Readonly<Record<DiskCause, string>> = {
  full: 'The disk is full. Answers still count, but this wasn’t saved. Make room on the disk, then press again.',
  'read-only':
    'The data folder can only be read. Answers still count, but this wasn’t saved. Ask IT to look at this computer.',
  'no-access':
    'This account may not write to the data folder. Answers still count, but this wasn’t saved. Ask IT to look at this computer.',
  'no-folder':
    'The data folder has been moved. Answers still count, but this wasn’t saved. Put it back, then start the program again.',
  'in-use':
    'Another program is using the file of rooms. Answers still count, but this wasn’t saved. Press again in a moment.',
  damaged:
    'The file of rooms is damaged. Answers still count, but this wasn’t saved. Start the program again as soon as you can.',
  failing:
    'The disk doesn’t answer. Answers still count, but this wasn’t saved. Press again in a moment.',
};

/** The sentences that the console shows, each once. */
const CONSOLE: Readonly<Record<DiskCause, string>> = {
  full: 'The disk is full: nothing can be saved in the data folder. Answers still count. Make room on the disk. Trying again.',
  'read-only':
    'The data folder can only be read: nothing can be saved. Answers still count. Trying again.',
  'no-access':
    'This account may not write to the data folder: nothing can be saved. Answers still count. Trying again.',
  'no-folder':
    'The file of rooms is not where it was: nothing can be saved. Answers still count. Start the program again after the lesson.',
  'in-use':
    'Another program is using the file of rooms: nothing can be saved. Answers still count. Trying again.',
  damaged:
    'The file of rooms is damaged: nothing can be saved. Answers still count. Start the program again: it saves what can be read.',
  failing: 'The disk does not answer: nothing can be saved. Answers still count. Trying again.',
};

const UNSAVED_FOR_PUPILS =
  'The teacher’s computer can’t save this at the moment. Tell your teacher.';

/** The sentence for the program's output about a disk that takes nothing; null for any other error. */
export function diskSentence(error: unknown): string | null {
  const why = diskCause(error);
  return why === null ? null : CONSOLE[why];
}

/** The response to a request that failed; `warn` is called with what the operator has to know. */
export function refuseError(
  error: FastifyError,
  door: Door,
  warn: (sentence: string) => void,
): Answer {
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse(413, 'too-large', 'This request is too large.');
  if (status === 416) return refuse(416, 'no-such-range', 'The file does not have these bytes.');
  if (status >= 400 && status < 500) {
    return refuse(400, 'bad-request', 'This request could not be read.');
  }
  if (error instanceof StoreUnavailable) return AWAY;
  if (error instanceof OtherVersion) return OTHER_VERSION;
  const why = diskCause(error);
  if (why !== null) {
    warn(CONSOLE[why]);
    return refuse(
      why === 'full' ? 507 : 503,
      `disk-${why}`,
      door === 'staff' ? UNSAVED[why] : UNSAVED_FOR_PUPILS,
    );
  }
  // Behind the pupils' door not even a mistake of ours is written down: it could quote what was sent.
  if (door === 'staff') console.error(error);
  return refuse(500, 'failed', 'Something went wrong here. Try again.');
}
