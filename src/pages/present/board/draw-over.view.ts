import type { InkLayer } from '../../../outputs/board/ink.view.ts';
import { slideInSight } from '../../../outputs/board/slide-in-sight.view.ts';
import type { Timers } from '../../../outputs/board/timer.view.ts';
import type { PresenterStore } from '../session/presenter-store.view.ts';
import { coverOf, isRunning, isWatching, screensOf } from '../session/presenter-state.ts';
import type { BoardWindow } from './board-window.view.ts';

/** Drawing over the slide from the presenter: over its preview, or over the board in the same page. */
export type DrawOver = {
  /** Takes the pen up, or puts it down. */
  toggle(): void;
};

type Layers = { readonly ink: InkLayer; readonly timers: Timers };

const BOARD_HERE = '.one__board';

/** Lets a lesson that runs be drawn on, and runs its timers; what is drawn goes to the board, and is forgotten when the lesson ends. */
export function openDrawOver(store: PresenterStore, board: BoardWindow): DrawOver {
  let layers: Promise<Layers> | null = null;
  // Before the lesson runs nothing of it is loaded.
  const load = () => (layers ??= startLayers());

  async function startLayers(): Promise<Layers> {
    const [{ startInk }, { startTimers }, { watchOffline, OFFLINE_FOR_TEACHER }] =
      await Promise.all([
        import('../../../outputs/board/ink.view.ts'),
        import('../../../outputs/board/timer.view.ts'),
        import('../../../ui/offline-links.view.ts'),
      ]);
    watchOffline(OFFLINE_FOR_TEACHER);
    const ink = startInk({
      frame: () => document.querySelector(`${BOARD_HERE} .slides, .now .slide-frame`),
      slide,
      send: (message) => board.tell({ type: 'ink', ink: message }),
    });
    const timers = startTimers({
      box: () => document.querySelector(`${BOARD_HERE} section.present, .now .slide-frame .slide`),
      slide,
      send: (message) => board.tell({ type: 'timer', timer: message }),
      isBoard: false,
    });
    return { ink, timers };
  }

  function slide(): string | null {
    const state = store.state();
    if (!isRunning(state.phase) || isWatching(state) || coverOf(state) !== 'none') return null;
    const here = document.querySelector<HTMLElement>(BOARD_HERE);
    return screensOf(state) === 'one' && here !== null ? slideInSight(here) : state.slide;
  }

  board.onOverSlide(
    (message) =>
      void load().then(({ ink, timers }) =>
        message.type === 'ink' ? ink.take(message.ink) : timers.take(message.timer),
      ),
  );
  store.subscribe((before) => {
    const isNow = isRunning(store.state().phase);
    // The page is drawn after this.
    if (isNow) void load().then(({ ink }) => requestAnimationFrame(ink.place));
    else if (isRunning(before.phase)) {
      void load().then(({ ink, timers }) => {
        ink.forget();
        timers.forget();
      });
    }
  });

  return { toggle: () => void load().then(({ ink }) => ink.toggle()) };
}
