/** Which way a key or a clicker turns the page. */
type Turn = 'next' | 'back';

const keys: Readonly<Record<string, Turn>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
};

// A presenter in another window answers within a few milliseconds, a busy one within a few hundred.
const PATIENCE_MS = 700;

/** Asks the presenter to turn the page when a key of ours is pressed in this window; `alone` when nobody answers. */
export function listenToTurns(listening: boolean, hears: { ask(to: Turn): void; alone(to: Turn): void }): { answered(): void; close(): void } {
  let waiting: number | undefined;

  function onKey(event: KeyboardEvent): void {
    const to = keys[event.key];
    const onControl = event.target instanceof Element && event.target.closest('a, button, input, select, textarea, summary, video') !== null;
    if (!to || onControl || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    event.preventDefault();
    hears.ask(to);
    clearTimeout(waiting);
    waiting = window.setTimeout(() => hears.alone(to), PATIENCE_MS);
  }

  if (listening) addEventListener('keydown', onKey);
  return {
    answered: () => clearTimeout(waiting),
    close() {
      clearTimeout(waiting);
      removeEventListener('keydown', onKey);
    },
  };
}
