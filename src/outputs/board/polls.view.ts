import type { BoardState } from './board-link.ts';
import { deckDrawing } from './deck-drawing.ts';
import type { Deck, DeckSlide } from './deck.ts';
import type { Drawing } from '../../text/drawing.ts';
import { pollHtml } from './poll-panel.ts';
import { pollingRoom } from './sections.ts';

/** What of the board's state is drawn on question slides. */
type DrawnState = Pick<BoardState, 'room' | 'rehearsal'>;

/** The drawing of question slides. */
export type Polls = {
  /** Draws what the room lets the board say, or the question alone where the room is not at it. */
  draw(deck: Pick<Deck, 'slides' | 'formulas'>, state: DrawnState): void;
  /** Forgets what was drawn on slides that were written again. */
  forget(slides: ReadonlySet<string>): void;
};

/** Starts to draw on question slides. */
export function startPolls(find: (slide: string) => HTMLElement | null): Polls {
  const alone = new Map<string, string>();
  const drawn = new Map<string, string>();

  function drawOne(slide: DeckSlide, { room, rehearsal }: DrawnState, drawing: Drawing): void {
    const element = find(slide.id);
    if (!element) return;
    if (!alone.has(slide.id)) alone.set(slide.id, element.innerHTML);
    const polling = pollingRoom(slide, room);
    const before = drawn.get(slide.id) ?? alone.get(slide.id) ?? '';
    const look = { drawing, isRehearsal: rehearsal === true };
    const after = polling ? `${pollHtml(polling, look)}` : (alone.get(slide.id) ?? '');
    drawn.set(slide.id, after);
    if (after !== before) redraw(element, before, after);
  }

  return {
    draw: (deck, state) =>
      deck.slides
        .filter(({ kind }) => kind === 'poll')
        .forEach((slide) => drawOne(slide, state, deckDrawing(deck))),
    forget(slides) {
      for (const slide of slides) {
        alone.delete(slide);
        drawn.delete(slide);
      }
    },
  };
}

function partOf(html: string): HTMLElement {
  const part = document.createElement('div');
  part.innerHTML = html;
  return part;
}

function takeCount(part: HTMLElement): Element | null {
  const count = part.querySelector('.join__count');
  count?.remove();
  return count;
}

// Where only the count changed, the rest stays, so that no one's place on the slide is lost.
function redraw(slide: HTMLElement, before: string, after: string): void {
  const last = partOf(before);
  const next = partOf(after);
  const shown = slide.querySelector('.join__count');
  const count = takeCount(next);
  if (shown && count && takeCount(last) && last.innerHTML === next.innerHTML) {
    return shown.replaceWith(count);
  }
  next.innerHTML = after;
  const hadFocus = slide.contains(document.activeElement);
  slide.replaceChildren(...next.childNodes);
  const heading = slide.querySelector<HTMLElement>('h2');
  if (!hadFocus || !heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
