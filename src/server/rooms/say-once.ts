/** How long the same sentence is not said again, in ms. */
const SILENT_MS = 10 * 60_000;

/** Passes sentences on; one that was said in the last ten minutes is not said again. `now` in ms. */
export function sayOnce(
  log: (sentence: string) => void,
  now: () => number,
): (sentence: string) => void {
  const lastLogged = new Map<string, number>();
  return (sentence) => {
    const before = lastLogged.get(sentence);
    if (before !== undefined && now() - before < SILENT_MS) return;
    lastLogged.set(sentence, now());
    log(sentence);
  };
}
