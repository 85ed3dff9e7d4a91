/** Every way `total` can be split over `options` options, in every order. */
export function* everyTally(options: number, total: number): Generator<readonly number[]> {
  if (options === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first += 1) {
    for (const rest of everyTally(options - 1, total - first)) yield [first, ...rest];
  }
}

/** Every way `total` can be split over `options` options, the largest first: one for each tally up to the options' names. */
export function* everySortedTally(
  options: number,
  total: number,
  max = total,
): Generator<readonly number[]> {
  if (options === 1) {
    if (total <= max) yield [total];
    return;
  }
  for (let first = Math.min(total, max); first * options >= total; first -= 1) {
    for (const rest of everySortedTally(options - 1, total - first, first)) yield [first, ...rest];
  }
}

/**
 * What one who knows all tallies that look the same can work out. `add` takes a size for a group of options under the name
 * of what was shown; `givenAway` names the groups that were one to four pupils every time.
 */
export function openAdversary(): {
  readonly add: (name: string, size: number) => void;
  readonly givenAway: () => readonly string[];
} {
  const open = new Map<string, boolean>();
  return {
    add: (name, size) => void open.set(name, open.get(name) === true || size === 0 || size > 4),
    givenAway: () => [...open].filter(([, isOpen]) => !isOpen).map(([name]) => name),
  };
}
