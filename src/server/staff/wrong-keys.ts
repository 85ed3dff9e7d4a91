/** Wrong keys that a process takes without a proof at once, and those it takes again a minute after. */
export const MAX_UNPROVEN = 10_000;
const UNPROVEN_A_MINUTE = 20;
/** Bits of each puzzle of a proof: a fifth of a second of a school laptop, and at most about two. */
export const MIN_BITS = 14;
export const MAX_BITS = 17;
/** Wrong keys with a proof that make the next one twice as dear, and again for twice as many. */
const PROVEN_STEP = 500;

/** How hard guessing is made at the moment. Nothing here ever refuses a right key: the price of a try rises, and sinks again. */
export type WrongKeys = {
  /** Counts a wrong key; one with a proof was paid for. */
  add(isProven: boolean): void;
  /** Bits of each puzzle that a try has to bring; null while tries are free. */
  price(): number | null;
};

/** Opens the count of one process; `now` in ms. `maxFree` are the wrong keys that are free. */
export function openWrongKeys(now: () => number, maxFree: number = MAX_UNPROVEN): WrongKeys {
  const free = openLevel(now);
  const paid = openLevel(now);
  return {
    add: (isProven) => (isProven ? paid : free).add(),
    price() {
      if (free.read() < maxFree) return null;
      const doublings = Math.floor(Math.log2(1 + paid.read() / PROVEN_STEP));
      return Math.min(MIN_BITS + doublings, MAX_BITS);
    },
  };
}

/** A level that each wrong key raises by one, and that sinks by itself. */
function openLevel(now: () => number): { add(): void; read(): number } {
  let level = 0;
  let since = now();
  function read(): number {
    const passed = Math.max(0, now() - since);
    since = now();
    level = Math.max(0, level - (passed / 60_000) * UNPROVEN_A_MINUTE);
    return level;
  }
  return {
    read,
    add: () => void (level = read() + 1),
  };
}
