/** The word of a list that was most likely meant, whatever its case; undefined where none is within `max` changes of a letter, by default one more than a third of it and at most three. */
export function nearest(
  word: string,
  words: readonly string[],
  max = Math.min(3, Math.floor(word.length / 3) + 1),
): string | undefined {
  const wanted = plain(word);
  const near = words
    .map((one) => ({ one, changes: changesBetween(wanted, plain(one)) }))
    .filter(({ changes }) => changes <= max);
  return near.toSorted((a, b) => a.changes - b.changes)[0]?.one;
}

// No one mistypes more than this, and it keeps the work small whatever is handed in.
const LONGEST = 60;

function plain(word: string): string {
  return word.slice(0, LONGEST).toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** How many letters need to be put in, left out, changed or swapped with their neighbour. */
function changesBetween(a: string, b: string): number {
  let [above, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (above[j - 2] ?? 0) + 1 : Infinity;
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swap),
      );
    }
    [above, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
