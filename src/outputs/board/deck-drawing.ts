import type { Drawing } from '../../text/drawing.ts';
import { trusted } from '../../text/html.ts';
import type { Deck } from './deck.ts';

/** How a deck draws the words of its questions. */
export function deckDrawing({ formulas }: Pick<Deck, 'formulas'>): Drawing {
  return (asked) => {
    const found = formulas?.find(({ words }) => words === asked);
    return found ? { html: trusted(found.html), lines: found.lines } : null;
  };
}
