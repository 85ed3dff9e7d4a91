/** Two rounds that may have been: the counts of each, and how many of those who came (or, below nought, went) chose what. */
export type Rounds = { readonly first: readonly number[]; readonly later: readonly number[]; readonly move: readonly number[] };

type Known = { readonly bare: Set<string>; readonly open: Set<string>; readonly moved: Set<string> };

/**
 * What one can work out of two rounds who supposes that nobody changed their answer but those who came or went. `add` takes
 * everything that may have been under the name of what was published; `givenAway` names the groups that were one to four
 * pupils every time: in either round, or among those who came or went, where the one round alone would not have told it.
 */
export function openRoundsAdversary(): { readonly add: (name: string, rounds: Rounds) => void; readonly givenAway: () => readonly string[] } {
  const all = new Map<string, Known>();
  return {
    add(name, { first, later, move }) {
      const groups = Array.from({ length: 2 ** first.length - 2 }, (_, at) => at + 1);
      const names = groups.flatMap((group) => [`first ${group}`, `later ${group}`]);
      const known = all.get(name) ?? { bare: new Set(names), open: new Set(), moved: new Set(groups.map(String)) };
      all.set(name, known);
      const size = Math.abs(move.reduce((sum, count) => sum + count, 0));
      const fuller = size > 0 && move.some((count) => count > 0) ? later : first;
      for (const group of groups) {
        if (isHidden(sizeOf(first, group))) known.bare.delete(`first ${group}`);
        if (isHidden(sizeOf(later, group))) known.bare.delete(`later ${group}`);
        if (fuller.reduce((sum, count) => sum + count, 0) - sizeOf(fuller, group) >= size) known.open.add(String(group));
        if (sizeOf(move, group) === 0) known.moved.delete(String(group));
      }
    },
    givenAway: () =>
      [...all].flatMap(([name, { bare, open, moved }]) => [
        ...[...bare].map((group) => `${name}: ${group}`),
        ...[...moved].filter((group) => open.has(group)).map((group) => `${name}: moved ${group}`),
      ]),
  };
}

/** Every way those who came, or went (below nought), can be spread over the options. */
export function movesOf(options: number, more: number): readonly (readonly number[])[] {
  if (options === 1) return [[more]];
  const sign = Math.sign(more);
  return Array.from({ length: Math.abs(more) + 1 }, (_, count) => count * sign).flatMap((first) =>
    movesOf(options - 1, more - first).map((rest) => [first, ...rest]),
  );
}

function isHidden(size: number): boolean {
  return size === 0 || size > 4;
}

function sizeOf(counts: readonly number[], group: number): number {
  return counts.reduce((sum, count, at) => (group & (1 << at) ? sum + count : sum), 0);
}
