import look from './timer.css?inline';
import { adoptSheet } from './adopt-sheet.view.ts';
import {
  addMinute,
  beginTimer,
  clockOf,
  leftOf,
  pauseTimer,
  announcementOf,
  type TimerMessage,
  type TimerState,
} from './timer.ts';

/** Where timers run: the slide in sight, its name, and who hears of what is pressed. */
export type TimerPlace = {
  readonly box: () => HTMLElement | null;
  readonly slide: () => string | null;
  readonly send: (message: TimerMessage) => void;
  /** True where the buttons wait for a pointer over the slide, or the focus: a class sees them. */
  readonly isBoard: boolean;
};

/** The clocks of slides that have one. */
export type Timers = { take(message: TimerMessage): void; forget(): void; close(): void };

/** Often enough for a clock of whole seconds, in ms. */
const TICK_MS = 200;
/** From the slide's corner, in px. */
const EDGE = 8;
/** How long the buttons stay on a board after a pointer moved, in ms. */
const SHOWN_MS = 4_000;

/** Runs the timers of slides: each from the moment its step has come, and from its start again where the teacher goes back before it. No sound. */
export function startTimers({ box, slide, send, isBoard }: TimerPlace): Timers {
  adoptSheet(look);
  const timers = new Map<string, TimerState>();
  const tools = document.createElement('aside');
  tools.className = isBoard ? 'timer-tools timer-tools--board' : 'timer-tools';
  tools.setAttribute('aria-label', 'Timer');
  tools.hidden = true;
  const pause = button('Pause', () => press(pauseTimer));
  const more = button('Add a minute', () => press(addMinute));
  const status = document.createElement('p');
  status.className = 'timer-status';
  status.setAttribute('role', 'status');
  tools.append(pause, more);
  let inSight: string | null = null;
  let lastMs = 0;
  let shown: ReturnType<typeof setTimeout> | undefined;
  const ticking = setInterval(tick, TICK_MS);
  addEventListener('pointermove', show);
  addEventListener('pointerdown', show);
  send({ do: 'ask' });
  tick();

  function tick(): void {
    const now = Date.now();
    const on = slide();
    inSight = null;
    const all = on === null ? [] : [...(box()?.querySelectorAll<HTMLElement>('.timer.step') ?? [])];
    // Where no slide has a timer, a page has no second region that announces.
    if (all.length > 0 && !tools.isConnected) document.body.append(tools, status);
    for (const [at, element] of all.entries()) run(element, `${on}#${at}`, now);
    tools.hidden = inSight === null;
    if (!tools.hidden) place();
  }

  // In the slide's lower left corner; the pen has the other.
  function place(): void {
    const rect = box()?.getBoundingClientRect();
    if (rect === undefined) return;
    tools.style.left = `${rect.left + EDGE}px`;
    tools.style.top = `${rect.bottom - tools.offsetHeight - EDGE}px`;
  }

  function run(element: HTMLElement, key: string, now: number): void {
    const clock = element.querySelector<HTMLElement>('.timer__clock');
    if (clock === null) return;
    const whole = (clock.dataset['whole'] ??= clock.textContent ?? '');
    if (element.hasAttribute('data-later')) {
      timers.delete(key);
      if (clock.textContent !== whole) clock.textContent = whole;
      return;
    }
    const timer = timers.get(key) ?? beginTimer(whole, now);
    if (timer === null) return;
    timers.set(key, timer);
    const left = leftOf(timer, now);
    const text = left === 0 ? 'Time’s up' : clockOf(left);
    if (clock.textContent !== text) clock.textContent = text;
    element.classList.toggle('timer--over', left === 0);
    if (inSight !== null) return;
    inSight = key;
    const words = timer.isRunning || left === 0 ? 'Pause' : 'Carry on';
    if (pause.textContent !== words) pause.textContent = words;
    pause.disabled = left === 0;
    const news = announcementOf(lastMs, left);
    if (news !== '') status.textContent = news;
    lastMs = left;
  }

  function press(change: (timer: TimerState, now: number) => TimerState): void {
    const timer = inSight === null ? undefined : timers.get(inSight);
    if (inSight === null || timer === undefined) return;
    const next = change(timer, Date.now());
    timers.set(inSight, next);
    tell(inSight, next);
    tick();
  }

  function tell(key: string, timer: TimerState): void {
    send({ do: 'set', key, leftMs: leftOf(timer, Date.now()), isRunning: timer.isRunning });
  }

  function show(): void {
    clearTimeout(shown);
    tools.classList.add('timer-tools--shown');
    shown = setTimeout(() => tools.classList.remove('timer-tools--shown'), SHOWN_MS);
  }

  return {
    take(message) {
      if (message.do === 'ask') {
        for (const [key, timer] of timers) tell(key, timer);
        return;
      }
      const { key, leftMs, isRunning } = message;
      timers.set(key, { leftMs, at: Date.now(), isRunning });
      tick();
    },
    forget() {
      timers.clear();
    },
    close() {
      clearInterval(ticking);
      clearTimeout(shown);
      removeEventListener('pointermove', show);
      removeEventListener('pointerdown', show);
      tools.remove();
      status.remove();
    },
  };
}

function button(words: string, press: () => void): HTMLButtonElement {
  const one = document.createElement('button');
  one.type = 'button';
  one.textContent = words;
  one.addEventListener('click', press);
  return one;
}
