import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  formatApproval,
  parseApproval,
  takeStep,
  type Approval,
  type ApprovalStep,
  type StepOn,
  type StepTaken,
} from '../../approval/approval.ts';
import { isSlug } from '../../site/lessons.ts';
import type { WriteBytes } from '../../site/write-whole.ts';
import { changeFile } from './file-lock.ts';

/** The approvals of lessons, each in one file: its requests and its answer, so that a link is spent by the very write that stores what it gave. What the disk has against it is thrown as Node throws it. */
export type LessonApprovals = {
  read(slug: string): Promise<Approval>;
  /** Takes a step and stores what comes of it; where its link does not work, nothing is changed. */
  take(slug: string, step: ApprovalStep, on: StepOn): Promise<StepTaken>;
};

const FOLDER = 'approvals';

/** Opens the approvals in the data folder of a school. */
export function openLessonApprovals(dataDir: string, write?: WriteBytes): LessonApprovals {
  const folder = join(dataDir, FOLDER);

  function pathOf(slug: string): string {
    if (!isSlug(slug)) throw new Error(`Cannot read an approval: “${slug}” is no lesson's name`);
    return join(folder, `${slug}.json`);
  }

  return {
    async read(slug) {
      const bytes = await readFile(pathOf(slug), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return parseApproval(bytes).approval;
    },
    async take(slug, step, on) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Another process may have spent the link just now: it is looked at under the lock.
      return changeFile<StepTaken>(
        pathOf(slug),
        (bytes) => {
          const { approval, isDamaged } = parseApproval(bytes);
          const taken = takeStep(approval, step, on);
          return taken.is === 'done'
            ? { value: taken, text: formatApproval(taken.approval), isDamaged }
            : { value: taken };
        },
        { isPrivate: true, ...(write && { write }) },
      );
    },
  };
}
