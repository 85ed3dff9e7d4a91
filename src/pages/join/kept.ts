import { placeOf, spentOf, type Behind, type Page, type Place, type Spent } from './visit.ts';

/** What survives a reload of the page, in this tab alone: no answer is among it (R10). */
export type Kept = {
  readonly place: Place | null;
  readonly spent: Spent | null;
  readonly behind: Behind | null;
};

/** The page as text for sessionStorage; empty when there is nothing to keep. */
export function writeKept(page: Page): string {
  const kept: Kept = {
    place: placeOf(page.visit),
    spent: spentOf(page.visit),
    behind: page.behind,
  };
  return kept.place || kept.behind ? JSON.stringify(kept) : '';
}

/** Reads what `writeKept` wrote; anything else is nothing kept. */
export function readKept(text: string | null): Kept {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept>;
    // Without a pass it is of a page from before there was one: a new seat is a press away.
    const place = kept.place?.pass && Array.isArray(kept.place.ballots) ? kept.place : null;
    const behind = kept.behind?.pass && Array.isArray(kept.behind.receipts) ? kept.behind : null;
    return { place, spent: place ? (kept.spent ?? null) : null, behind };
  } catch {
    return { place: null, spent: null, behind: null };
  }
}
