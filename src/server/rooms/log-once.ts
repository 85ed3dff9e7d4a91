/** How long the same sentence is not logged again, in ms. */
const SILENT_MS = 10 * 60_000;

/** A log that leaves out a sentence it had in the last ten minutes. `now` in ms. */
export function logOnce(
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
