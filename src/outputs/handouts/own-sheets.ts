import type { Handout } from './handout.ts';
import { handoutSheet } from './handout-sheet.ts';
import type { Sheet } from './sheet.ts';

/** Sheets with those of a lesson’s own behind them. */
export function withOwnSheets(
  sheets: readonly Sheet[],
  handouts: readonly Handout[],
): readonly Sheet[] {
  return handouts.length === 0 ? sheets : [...sheets, ...handouts.map((one) => handoutSheet(one))];
}
