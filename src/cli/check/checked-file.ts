import type { ReadyItem } from '../../outputs/plan/ready.ts';
import type { Problem } from '../../document/problem.ts';

/** What `npm run check -- --json` says of one file. `minutes` is the sum of the blocks' minutes. */
export type CheckedFile = {
  readonly file: string;
  /** As its head names it, or what holds until it is named; empty for a handout. */
  readonly subject: string;
  readonly slides: number;
  readonly minutes: number;
  readonly questions: number;
  readonly problems: readonly Problem[];
};

/**
 * A file with what is reported beside its problems: its text, and what it still needs before it is
 * taught.
 */
export type Checked = {
  readonly file: CheckedFile;
  readonly text: string;
  readonly ready: readonly ReadyItem[];
};
