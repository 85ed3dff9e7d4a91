import { readAs } from '../../text/schema.ts';
import { fetchFile } from '../../text/site-file.view.ts';
import { deckSchema } from './deck-schema.ts';
import type { Deck } from './deck.ts';

/** The deck of a lesson from the site, `root` being the way to its root; null where there is none, or none that this page can read. */
export async function fetchDeck(root: string, slug: string): Promise<Deck | null> {
  const response = await fetchFile(`${root}present/${slug}/deck.json`);
  return response.ok ? readAs(deckSchema, await response.json()) : null;
}
