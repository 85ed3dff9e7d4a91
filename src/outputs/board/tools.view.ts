import type { FromBoard, Link, ToBoard } from './board-link.ts';
import { OFFLINE_FOR_CLASS, watchOffline } from '../../ui/offline-links.view.ts';
import { startInk } from './ink.view.ts';
import { startTimers } from './timer.view.ts';
import { slideInSight } from './slide-in-sight.view.ts';

let started = false;

/**
 * What a board of its own has beside its slides, once its one large button was pressed: drawing on
 * the slide, by the key `M` or the pen at the slide's corner, and the clocks of timers.
 */
export function start(root: HTMLElement, link: Link<FromBoard, ToBoard>): void {
  // Asked for by every press: the board's page has no bytes to remember the first.
  if (started) return;
  started = true;
  const slides = root.querySelector<HTMLElement>('.slides');
  const ink = startInk({
    frame: () => slides,
    slide: () => slideInSight(root),
    send: (message) => link.send({ type: 'ink', ink: message }),
  });
  const timers = startTimers({
    box: () => root.querySelector<HTMLElement>('section.present'),
    slide: () => slideInSight(root),
    send: (message) => link.send({ type: 'timer', timer: message }),
    isBoard: true,
  });
  link.listen((message) => {
    if (message.type === 'ink') ink.take(message.ink);
    if (message.type === 'timer') timers.take(message.timer);
    const isOver = message.type === 'state' && message.state.ends !== undefined;
    if (isOver || message.type === 'close') ink.forget();
  });
  if (slides !== null) {
    const observer = new MutationObserver(ink.place);
    observer.observe(slides, { subtree: true, attributeFilter: ['class'] });
  }
  watchOffline(OFFLINE_FOR_CLASS);
  addEventListener('keydown', (event) => onKey(event, ink.toggle));
  // On a class's board a card leads nowhere: the teacher opens it from the notes.
  root.addEventListener('click', (event) => {
    const card = event.target instanceof Element ? event.target.closest('.link-card a') : null;
    if (card !== null) event.preventDefault();
  });
}

function onKey(event: KeyboardEvent, toggle: () => void): void {
  const { key, ctrlKey, metaKey, altKey, repeat } = event;
  if (ctrlKey || metaKey || altKey || repeat || key.toLowerCase() !== 'm') return;
  event.preventDefault();
  toggle();
}
