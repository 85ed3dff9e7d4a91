import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
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
import { writeWhole } from '../../site/write-whole.ts';
import { alone } from './file-lock.ts';

/** The approvals of lessons, each in one file: its requests and its answer, so that a link is spent by the very write that stores what it gave. What the disk has against it is thrown as Node throws it. */
export type LessonApprovals = {
  read(slug: string): Promise<Approval>;
  /** Takes a step and stores what comes of it; where its link does not work, nothing is changed. */
  take(slug: string, step: ApprovalStep, on: StepOn): Promise<StepTaken>;
};

const FOLDER = 'approvals';

/** Opens the approvals in the data folder of a school. */
export function openLessonApprovals(dataDir: string): LessonApprovals {
  const folder = join(dataDir, FOLDER);
  let last: Promise<unknown> = Promise.resolve();

  async function read(slug: string) {
    if (!isSlug(slug)) throw new Error(`Cannot read an approval: “${slug}” is no lesson's name`);
    const bytes = await readFile(join(folder, `${slug}.json`), 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      },
    );
    return parseApproval(bytes);
  }

  async function put(slug: string, step: ApprovalStep, on: StepOn): Promise<StepTaken> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return alone(join(folder, `.${slug}.lock`), async () => {
      const { approval, isDamaged } = await read(slug);
      const taken = takeStep(approval, step, on);
      if (taken.is !== 'done') return taken;
      const path = join(folder, `${slug}.json`);
      // What cannot be read may be mended by hand.
      if (isDamaged) await rename(path, `${path}.damaged-${randomUUID().slice(0, 8)}`);
      await writeWhole(path, formatApproval(taken.approval), { isPrivate: true });
      return taken;
    });
  }

  return {
    read: async (slug) => (await read(slug)).approval,
    take(slug, step, on) {
      const mine = last.then(() => put(slug, step, on));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
