import type { Problem } from '../../text/problem.ts';

/** What `npm run check -- --json` says of one file. `minutes` is the sum of the blocks' minutes. */
export type CheckedFile = {
  readonly file: string;
  readonly slides: number;
  readonly minutes: number;
  readonly questions: number;
  readonly problems: readonly Problem[];
};
