/** How a timer is: what is left of it in ms, at a moment in ms, and whether it runs. */
export type TimerState = {
  readonly leftMs: number;
  readonly at: number;
  readonly isRunning: boolean;
};

/** What windows tell each other of a slide's timers; a key names a slide and which of its timers it is. */
export type TimerMessage =
  | { readonly do: 'ask' }
  | {
      readonly do: 'set';
      readonly key: string;
      readonly leftMs: number;
      readonly isRunning: boolean;
    };

const MINUTE_MS = 60_000;
/** No timer is made longer than this. */
const MAX_MS = 60 * MINUTE_MS;

/** A timer that begins with what its clock shows, `5:00`; null where it shows no time. */
export function beginTimer(clock: string, now: number): TimerState | null {
  const [, minutes, seconds] = /^(\d{1,2}):(\d\d)$/.exec(clock.trim()) ?? [];
  if (minutes === undefined || seconds === undefined) return null;
  const leftMs = (Number(minutes) * 60 + Number(seconds)) * 1_000;
  return { leftMs, at: now, isRunning: true };
}

/** What is left, in ms; never less than nothing. */
export function leftOf({ leftMs, at, isRunning }: TimerState, now: number): number {
  return Math.max(0, isRunning ? leftMs - (now - at) : leftMs);
}

/** Stopped where it runs, and running on where it stands. */
export function pauseTimer(timer: TimerState, now: number): TimerState {
  return { leftMs: leftOf(timer, now), at: now, isRunning: !timer.isRunning };
}

/** A minute more; one that is over runs again. */
export function addMinute(timer: TimerState, now: number): TimerState {
  const left = leftOf(timer, now);
  return {
    leftMs: Math.min(MAX_MS, left + MINUTE_MS),
    at: now,
    isRunning: timer.isRunning || left === 0,
  };
}

/** What the clock shows: whole seconds, the one that has begun counted in. */
export function clockOf(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What a screen reader says between two moments: each whole minute that is left, and the end; empty for nothing new. */
export function announcementOf(beforeMs: number, leftMs: number): string {
  if (beforeMs > 0 && leftMs === 0) return 'Time’s up';
  const [before, now] = [Math.ceil(beforeMs / MINUTE_MS), Math.ceil(leftMs / MINUTE_MS)];
  if (now === before || leftMs === 0) return '';
  return now === 1 ? '1 minute left' : `${now} minutes left`;
}
