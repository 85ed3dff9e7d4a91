import { bandOf } from './bands.ts';
import type { Band } from './bands.ts';
import type { Question } from './question.ts';
import { largestOf, rungOf } from './rungs.ts';
import { inFives } from './tally.ts';
import type { Counts, Tally } from './tally.ts';

export { bandBlocks, bandText } from './bands.ts';
export type { Band } from './bands.ts';

/** All that may ever be shown of a tally, on any screen, sheet or export. `answering` is in steps of five. */
export type Published =
  | {
      readonly rung: 'bands';
      readonly bands: Readonly<Record<string, Band>>;
      readonly answering: number;
      readonly right: string | null;
      readonly explanation: string;
    }
  | { readonly rung: 'largest'; readonly largest: string; readonly answering: number; readonly right: string | null; readonly explanation: string }
  | { readonly rung: 'words'; readonly right: string | null; readonly explanation: string }
  | { readonly rung: 'too-few'; readonly right: string | null; readonly explanation: string };

/** Fewer answers are never shown, nor fewer tablets beside counted hands (D2). */
const LEAST_ANSWERS = 10;

/** The only way out for a tally (D2-D4). */
export function disclose(question: Question, { tablets, hands }: Tally): Published {
  const told = { right: question.tag === 'knowledge' ? question.right : null, explanation: question.explanation };
  const counts = listOf(question, tablets);
  const known = listOf(question, hands);
  const byTablet = sumOf(counts);
  const all = byTablet + sumOf(known);
  if (all < LEAST_ANSWERS || (byTablet > 0 && byTablet < LEAST_ANSWERS)) return { rung: 'too-few', ...told };
  const answering = inFives(all);
  const sums = counts.map((count, at) => count + (known[at] ?? 0));
  const rung = rungOf(counts, { all, hands: known });
  switch (rung) {
    case 'bands':
      return { rung, bands: Object.fromEntries(question.options.map(({ id }, at) => [id, bandOf(sums[at] ?? 0, all)])), answering, ...told };
    case 'largest':
      return { rung, largest: question.options[largestOf(sums) ?? 0]?.id ?? '', answering, ...told };
    case 'words':
      return { rung, ...told };
  }
}

/** The one honest sentence under a result. */
export function resultNote({ rung }: Published): string {
  switch (rung) {
    case 'bands':
      return 'This is the class together, not who said what.';
    case 'largest':
      return 'Only the most chosen answer is shown, so that nobody is given away.';
    case 'words':
      return 'Showing the answers could give someone away. Talk about it instead.';
    case 'too-few':
      return 'Too few answers to show without giving someone away. Talk about it instead.';
  }
}

function listOf({ options }: Question, counts: Counts): readonly number[] {
  return options.map(({ id }) => counts[id] ?? 0);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
