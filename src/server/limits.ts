/** Counts requests in windows of one second, in memory and for this process alone; nothing of a window outlives it. */
export type Limits = {
  /** Takes one of `most` for this name in the present second; false when they are used up. */
  take(name: string, most: number): boolean;
  /** True while `most` of this name have been taken in the present second. */
  isSpent(name: string, most: number): boolean;
  end(): void;
};

/** How many a second are answered before a 429. */
export const MOST = {
  /** Wrong codes, by all callers together: after that, no code is looked up until the second is over. */
  wrongCodes: 30,
  /** Anything by code in one room. */
  room: 1500,
  /** Phrases of rooms, right or wrong, by all callers together (R13). */
  phrases: 5,
  /** Votes with one ballot. */
  ballot: 5,
  /** Requests of tablets in a check. */
  checks: 100,
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
    isSpent: (name, most) => taken(name) >= most,
    end: () => clearInterval(sweep),
  };
}
