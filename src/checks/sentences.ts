/** Sentences of a text, each found without reading the text again: however much is found in it, a text is read once. */
export type Sentences = {
  /** The sentence round some words: where it starts, and where it ends. */
  around(index: number, length: number): { readonly from: number; readonly to: number };
  /** True where a “never” or “not” stands before the place, in its sentence and behind any colon. */
  isNegated(index: number): boolean;
};

const NEGATION =
  /\b(?:never|not|cannot|nobody|no one|none|nothing|avoid|leave out|without|rather than|instead of|neither|nor)\b|n't\b/giu;

/** Finds the sentences of a text. */
export function sentencesOf(text: string): Sentences {
  // A footnote’s mark behind the full stop is its sentence’s.
  const ends = [...text.matchAll(/[.!?;](?:\[\^[\w-]{1,60}\]){0,9}(?=["\s]|$)/g)].map(
    ({ index, 0: end }) => index + end.length,
  );
  const colons = [...text.matchAll(/:/g)].map(({ index }) => index + 1);
  const negations = [...text.matchAll(NEGATION)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
  }));
  const startAt = (index: number) => ends[countUpTo(ends, index) - 1] ?? 0;
  const negationEnds = negations.map(({ to }) => to);
  return {
    around: (index, length) => ({
      from: startAt(index),
      to: ends[countUpTo(ends, index + length)] ?? text.length,
    }),
    isNegated(index) {
      const negation = negations[countUpTo(negationEnds, index) - 1];
      const colon = colons[countUpTo(colons, index) - 1] ?? 0;
      return negation !== undefined && negation.from >= Math.max(startAt(index), colon);
    },
  };
}

/** How many of the numbers, which ascend, are no greater than this one. */
export function countUpTo(ascending: readonly number[], max: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= max) low = middle + 1;
    else high = middle;
  }
  return low;
}
