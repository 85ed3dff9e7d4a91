import type { BoardView } from '../room/protocol.ts';
import type { DeckSlide } from './deck.ts';
import { pollHtml } from './poll-panel.ts';
import { pollingRoom } from './sections.ts';

const drawn = new WeakMap<HTMLElement, string>();
const plain = new WeakMap<HTMLElement, string>();

/** Draws on a question's slide what the room lets the board say, or the question alone where the room is not at it. */
export function drawPoll(slide: HTMLElement | null, { kind, ...rest }: DeckSlide, room: BoardView | null): void {
  if (!slide || kind !== 'poll') return;
  if (!plain.has(slide)) plain.set(slide, slide.innerHTML);
  const polling = pollingRoom({ kind, ...rest } as DeckSlide, room);
  const markup = polling ? `${pollHtml(polling)}` : (plain.get(slide) ?? '');
  if (markup === (drawn.get(slide) ?? plain.get(slide))) return;
  drawn.set(slide, markup);
  replace(slide, markup);
}

// The count alone changes while a question is open; the rest stays, so that nobody's place on the slide is lost.
function replace(slide: HTMLElement, markup: string): void {
  const next = document.createElement('div');
  next.innerHTML = markup;
  const [oldCount, newCount] = [slide, next].map((one) => one.querySelector('.join__count'));
  if (oldCount && newCount) return oldCount.replaceWith(newCount);
  const hadFocus = slide.contains(document.activeElement);
  slide.replaceChildren(...next.childNodes);
  const heading = slide.querySelector<HTMLElement>('h2');
  if (!hadFocus || !heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
