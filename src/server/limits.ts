/** Counts requests in windows of one second, in memory and for this process alone; nothing of a window outlives it. */
export type Limits = {
  /** Takes one of `most` for this name in the present second; false when they are used up. */
  take(name: string, most: number): boolean;
  end(): void;
};

/** How many a second are answered before a 429. Nothing right is counted together with what others send: one tablet must not use it up for the rest (R19). */
export const MOST = {
  /** Wrong codes, by all callers together. A right one is always looked up and served (R19). */
  wrongCodes: 30,
  /** Phrases that could be one, right or wrong, for one room, by its code (R13). */
  phrases: 5,
  /** Votes with one ballot. */
  ballot: 5,
  /** Codes of checks that are not under way, by all callers together. */
  wrongChecks: 30,
} as const;

/** Opens a set of counters; they are forgotten every second. */
export function openLimits(): Limits {
  const counts = new Map<string, number>();
  const sweep = setInterval(() => counts.clear(), 1000);
  sweep.unref();
  const taken = (name: string): number => counts.get(name) ?? 0;
  return {
    take(name, most) {
      if (taken(name) >= most) return false;
      counts.set(name, taken(name) + 1);
      return true;
    },
    end: () => clearInterval(sweep),
  };
}
