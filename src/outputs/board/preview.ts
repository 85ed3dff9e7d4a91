import { html, trusted } from '../../text/html.ts';
import type { BoardState } from './board-link.ts';
import { deckDrawing } from './deck-drawing.ts';
import type { Deck, DeckSlide } from './deck.ts';
import { pollHtml } from './poll-panel.ts';
import { pollingRoom } from './sections.ts';

/** What of the board's state a preview of a slide shows. */
type Previewed = Pick<BoardState, 'room' | 'rehearsal'> & Pick<Deck, 'formulas'>;

/** One slide as the presenter previews it, with all its steps (`setStep` hides what comes later): a `.slide` of the board's shape, as large as the `.slide-frame` around it. */
export function previewHtml(slide: DeckSlide, { room, rehearsal, ...deck }: Previewed): string {
  const polling = pollingRoom(slide, room);
  const look = { drawing: deckDrawing(deck), isRehearsal: rehearsal === true };
  return `${html`<div class="slide slide--${slide.kind}">${polling ? pollHtml(polling, look) : trusted(slide.html)}</div>`}`;
}
