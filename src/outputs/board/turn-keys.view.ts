import { SETTLE_MS, type FromBoard } from './board-link.ts';

/** Which way a key or a clicker turns the page, that it pauses the board, or plays the film whole. */
export type Turn = 'next' | 'back' | 'pause' | 'whole';

const keys: Readonly<Record<string, Turn>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  b: 'pause',
  B: 'pause',
  '.': 'pause',
  z: 'whole',
  Z: 'whole',
};

// An arrow turns the page; all others do what the presenter's main button says.
const isArrow = /^Arrow/;

// A presenter in another window answers within a few milliseconds, a busy one within a few hundred.
const PATIENCE_MS = 700;

/** Asks the presenter to turn the page, to do what its main button says, or to pause, when a key of ours is pressed in this window; `alone` when no one answers, `start` for a clicker that begins a show. */
export function listenToTurns(
  listening: boolean,
  hears: { ask(message: FromBoard): void; alone(to: Turn): void; start(): void },
): { answered(): void; close(): void } {
  let waiting: number | undefined;
  let pausedAt = -Infinity;
  // What was pressed and not answered yet, in order: no key is lost while the presenter is waited for.
  let pressed: Turn[] = [];
  let isAlone = false;

  function turnAlone(): void {
    isAlone = true;
    for (const to of pressed.splice(0)) hears.alone(to);
  }

  function answered(): void {
    clearTimeout(waiting);
    isAlone = false;
    pressed = [];
  }

  function onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, repeat, target } = event;
    // What begins a show elsewhere begins the board, and never loads it again in the middle of a lesson.
    if (key === 'F5' && !ctrlKey && !metaKey) {
      event.preventDefault();
      return hears.start();
    }
    const isCtrlB = (ctrlKey || metaKey) && key.toLowerCase() === 'b';
    const to = isCtrlB ? 'pause' : ctrlKey || metaKey ? undefined : keys[key];
    // The pause is heard from the film's player and from a button too.
    const theirs =
      to === 'pause'
        ? 'input, select, textarea'
        : 'a, button, input, select, textarea, summary, video';
    // A clicker that has only “on” and “back” begins the board too; Enter and Space press its button.
    if (to === 'next' && /^(?:Arrow|Page)/.test(key) && isStart(target)) {
      event.preventDefault();
      return hears.start();
    }
    const isTheirs = !isCtrlB && target instanceof Element && target.closest(theirs) !== null;
    if (!to || isTheirs || altKey || repeat) return;
    event.preventDefault();
    event.stopPropagation();
    hears.ask(
      to === 'pause'
        ? { type: 'pause', isLetter: !isCtrlB }
        : to === 'whole'
          ? { type: to }
          : { type: 'turn', to, isMain: to === 'next' && !isArrow.test(key) },
    );
    // Nor does a board alone take its cover off where the key is pressed twice.
    const isAgain = to === 'pause' && event.timeStamp - pausedAt < SETTLE_MS;
    if (to === 'pause') pausedAt = event.timeStamp;
    if (isAgain) return;
    pressed.push(to);
    // Where no one answered the last key no one is waited for, until a presenter is heard again.
    if (isAlone) turnAlone();
    else if (pressed.length === 1) waiting = window.setTimeout(turnAlone, PATIENCE_MS);
  }

  // Before the player, which may keep a key for itself.
  if (listening) addEventListener('keydown', onKey, { capture: true });
  return {
    answered,
    close() {
      clearTimeout(waiting);
      removeEventListener('keydown', onKey, { capture: true });
    },
  };
}

function isStart(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-start]') !== null;
}
