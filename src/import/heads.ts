import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import { decksetHead } from './deckset.ts';

/** A head that another tool writes otherwise than between two lines `---`: how many lines it takes, the title it gives, and what of it is left out. */
export type HeadElsewhere = {
  readonly length: number;
  readonly title: string;
  readonly problems: readonly Problem[];
};

/** The head of another tool above a text without one of ours; of no lines where there is none. */
export function headElsewhere(lines: readonly SourceLine[]): HeadElsewhere {
  const bare = decksetHead(lines);
  return { length: bare?.length ?? 0, title: '', problems: bare?.problems ?? [] };
}
