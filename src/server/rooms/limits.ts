/** Counts requests in windows of one second, in memory and for this process alone; nothing of a window outlives it. */
export type Limits = {
  /** Takes one of `max` for this name in the present second; false when they are used up. */
  take(name: string, max: number): boolean;
  end(): void;
};

/** How many a second are answered before a 429. Nothing right is counted together with what others send: one tablet must not use it up for the rest (R19). */
export const LIMITS = {
  /** Wrong codes, by all callers together. A right one is always looked up and served (R19). */
  wrongCodes: 30,
  /** Phrases that could be one, right or wrong, for one room, by its code (R13). */
  phrases: 5,
  /** Votes with one ballot. */
  ballot: 5,
  /** Codes of checks that are not under way, by all callers together. */
  wrongChecks: 30,
  /** Codes and words of phones that lead nowhere, by all callers together: the right ones are served (R43). */
  wrongPhones: 10,
} as const;

const WINDOW_MS = 1000;

/** Opens a set of counters; they are forgotten every second of `now`, in ms, whether anything more comes or not. */
export function openLimits(now: () => number): Limits {
  const counts = new Map<string, number>();
  let window = Number.NaN;
  const forget = () => {
    const present = Math.floor(now() / WINDOW_MS);
    if (present !== window) counts.clear();
    window = present;
  };
  const sweep = setInterval(forget, WINDOW_MS);
  sweep.unref();
  const taken = (name: string): number => counts.get(name) ?? 0;
  return {
    take(name, max) {
      forget();
      if (taken(name) >= max) return false;
      counts.set(name, taken(name) + 1);
      return true;
    },
    end: () => clearInterval(sweep),
  };
}
