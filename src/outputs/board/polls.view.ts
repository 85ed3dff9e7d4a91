import type { BoardState } from './board-link.ts';
import { deckDrawing } from './deck-drawing.ts';
import type { drawJoinSlide } from './join-slide.view.ts';
import type { Deck, DeckSlide } from './deck.ts';
import type { Drawing } from '../../text/drawing.ts';
import type { Html } from '../../text/html.ts';
import type { pollHtml } from './poll-panel.ts';
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
  let drawJoining: typeof drawJoinSlide | null = null;
  let drawPoll: typeof pollHtml | null = null;
  let latest: readonly [DrawnDeck, DrawnState] | null = null;

  // Null for the slide as it was written.
  function inside(
    slide: DeckSlide,
    { room, rehearsal }: DrawnState,
    drawing: Drawing,
  ): Html | null {
    if (slide.kind === 'join') return room && drawJoining && drawJoining(room);
    const polling = pollingRoom(slide, room);
    return polling && drawPoll && drawPoll(polling, { drawing, isRehearsal: rehearsal === true });
  }

  function drawOne(slide: DeckSlide, state: DrawnState, drawing: Drawing): void {
    const element = find(slide.id);
    if (!element) return;
    if (!alone.has(slide.id)) alone.set(slide.id, element.innerHTML);
    const before = drawn.get(slide.id) ?? alone.get(slide.id) ?? '';
    const after = `${inside(slide, state, drawing) ?? alone.get(slide.id) ?? ''}`;
    element.toggleAttribute('data-awaits', !drawPoll && pollingRoom(slide, state.room) !== null);
    drawn.set(slide.id, after);
    if (after !== before) redraw(element, before, after);
  }

  function draw(deck: DrawnDeck, state: DrawnState): void {
    latest = [deck, state];
    // No part of the board’s first load: a class meets its first question minutes after the first slide.
    if (state.room && !drawPoll) void loadPolls();
    for (const slide of deck.slides) {
      if (slide.kind === 'poll' || slide.kind === 'join') {
        drawOne(slide, state, deckDrawing(deck));
      }
      // What draws a QR code is no part of the board’s first load.
      if (slide.kind === 'join' && !drawJoining) void loadJoining();
    }
  }

  async function loadPolls(): Promise<void> {
    const loaded = await import('./poll-panel.ts').catch(() => null);
    drawPoll = loaded && loaded.pollHtml;
    if (loaded && latest) draw(...latest);
  }

  async function loadJoining(): Promise<void> {
    ({ drawJoinSlide: drawJoining } = await import('./join-slide.view.ts'));
    if (latest) draw(...latest);
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
