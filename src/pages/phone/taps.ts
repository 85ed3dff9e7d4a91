/** How long a control takes no second tap, in ms: a double tap is one (R44). */
export const TAP_MS = 600;
/** The same for what covers the board, whose button then says the opposite. */
export const COVER_MS = 1_000;

/** Which taps count. */
export type Taps = {
  /** True for a tap on a control that none came before within `ms`; `now` in ms. */
  take(control: string, now: number, ms?: number): boolean;
};

/** Remembers the last tap of each control. */
export function openTaps(): Taps {
  const last = new Map<string, number>();
  return {
    take(control, now, ms = TAP_MS) {
      const before = last.get(control) ?? -Infinity;
      if (now - before < ms) return false;
      last.set(control, now);
      return true;
    },
  };
}
