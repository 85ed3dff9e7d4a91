import { isKnown } from './known.ts';
import {
  placeOf,
  spentOf,
  type PreviousReceipts,
  type Page,
  type Place,
  type Spent,
} from './visit.ts';

/** What survives a reload of the page, in this tab alone: no answer is among it (R10). */
export type SavedPage = {
  readonly place: Place | null;
  readonly spent: Spent | null;
  readonly behind: PreviousReceipts | null;
};

/** The page as text for sessionStorage; empty when there is nothing to keep. */
export function serialisePage(page: Page): string {
  const saved: SavedPage = {
    place: placeOf(page.visit),
    spent: spentOf(page.visit),
    behind: page.behind,
  };
  return saved.place || saved.behind ? JSON.stringify(saved) : '';
}

/** Reads what `serialisePage` wrote; anything else counts as nothing saved. */
export function parseSavedPage(text: string | null): SavedPage {
  try {
    const saved: unknown = JSON.parse(text ?? '');
    if (!isKnown<SavedPage>(saved)) return NOTHING;
    const { place, spent, behind } = saved;
    // Without a pass it is of a page from before there was one: a new seat is a press away.
    const isPlace = place?.pass && Array.isArray(place.ballots);
    return {
      place: isPlace ? place : null,
      spent: isPlace ? spent : null,
      behind: behind?.pass && Array.isArray(behind.receipts) ? behind : null,
    };
  } catch {
    return NOTHING;
  }
}

const NOTHING: SavedPage = { place: null, spent: null, behind: null };
