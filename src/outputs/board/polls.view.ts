import type { BoardState } from './board-link.ts';
import { deckDrawing } from './deck-drawing.ts';
import type { Deck, DeckSlide } from './deck.ts';
import { laterDrawing } from './later-drawing.view.ts';
import type { Drawing } from '../../text/drawing.ts';
import type { Html } from '../../text/html.ts';
import { pollingRoom } from './sections.ts';

/** What of the board's state is drawn on question slides. */
type DrawnState = Pick<BoardState, 'room' | 'rehearsal'>;
type DrawnDeck = Pick<Deck, 'slides' | 'formulas'>;

/** The drawing of question slides, and of the slide to join by. */
export type Polls = {
  /** Draws what the room lets the board say, or the question alone where the room is not at it. */
  draw(deck: DrawnDeck, state: DrawnState): void;
  /** Forgets what was drawn on slides that were written again. */
  forget(slides: ReadonlySet<string>): void;
};

/** Starts to draw on slides; `find` gives a slide's element. */
export function startPolls(find: (slide: string) => HTMLElement | null): Polls {
  const alone = new Map<string, string>();
  const drawn = new Map<string, string>();
  let latest: readonly [DrawnDeck, DrawnState] | null = null;
  const drawAgain = () => {
    if (latest) draw(...latest);
  };
  const panel = laterDrawing(() => import('./poll-panel.ts'), drawAgain);
  const joining = laterDrawing(() => import('./join-slide.view.ts'), drawAgain);

  // Null for the slide as it was written, undefined while what draws it is on its way.
  function inside(
    slide: DeckSlide,
    { room, rehearsal }: DrawnState,
    drawing: Drawing,
  ): Html | null | undefined {
    if (slide.kind === 'join') return room && joining()?.drawJoinSlide(room);
    const polling = pollingRoom(slide, room);
    return polling && panel()?.pollHtml(polling, { drawing, isRehearsal: rehearsal === true });
  }

  function drawOne(slide: DeckSlide, state: DrawnState, drawing: Drawing): void {
    const element = find(slide.id);
    if (!element) return;
    if (!alone.has(slide.id)) alone.set(slide.id, element.innerHTML);
    const before = drawn.get(slide.id) ?? alone.get(slide.id) ?? '';
    const now = inside(slide, state, drawing);
    const after = `${now ?? alone.get(slide.id) ?? ''}`;
    // What measures the slide waits for it.
    element.toggleAttribute('data-awaits', now === undefined);
    drawn.set(slide.id, after);
    if (after !== before) redraw(element, before, after);
  }

  function draw(deck: DrawnDeck, state: DrawnState): void {
    latest = [deck, state];
    // Long before the first question, so that it is there when a class comes to it.
    if (state.room) panel();
    for (const slide of deck.slides) {
      if (slide.kind === 'poll' || slide.kind === 'join') {
        drawOne(slide, state, deckDrawing(deck));
      }
    }
  }

  return {
    draw,
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
