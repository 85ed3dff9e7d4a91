import { placeOf, spentOf, type Behind, type Page, type Place, type Spent } from './visit.ts';

/** What survives a reload of the page, in this tab alone: no answer is among it (R10). */
export type Kept = { readonly place: Place | null; readonly spent: Spent | null; readonly behind: Behind | null };

/** The page as text for sessionStorage; empty when there is nothing to keep. */
export function writeKept(page: Page): string {
  const kept: Kept = { place: placeOf(page.visit), spent: spentOf(page.visit), behind: page.behind };
  return kept.place || kept.behind ? JSON.stringify(kept) : '';
}

/** Reads what `writeKept` wrote; anything else is nothing kept. */
export function readKept(text: string | null): Kept {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept>;
    const isWhole = kept.place && Array.isArray(kept.place.ballots) && typeof kept.place.code === 'string' && typeof kept.place.pass === 'string';
    const place = isWhole ? (kept.place ?? null) : null;
    const behind = kept.behind && Array.isArray(kept.behind.receipts) && typeof kept.behind.pass === 'string' ? kept.behind : null;
    return { place, spent: place ? (kept.spent ?? null) : null, behind };
  } catch {
    return { place: null, spent: null, behind: null };
  }
}
