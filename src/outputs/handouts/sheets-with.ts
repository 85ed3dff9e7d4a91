import type { Handout } from './handout.ts';
import { handoutSheet } from './handout-sheet.ts';
import type { Sheet } from './sheet.ts';
import { allSheets } from './sheets.ts';

/** Every sheet there is with these handouts, in the order of handing out. */
export function sheetsWith(handouts: readonly Handout[]): readonly Sheet[] {
  const englishOf = ({ slug, translation }: Handout) =>
    translation === null
      ? null
      : (handouts.find((one) => one.slug === slug && one.translation === null) ?? null);
  return allSheets(handouts.map((handout) => handoutSheet(handout, englishOf(handout))));
}
