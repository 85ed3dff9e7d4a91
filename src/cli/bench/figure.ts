/** One figure of `.github/BENCHMARKS.md`: what was measured, and the floor measured beside it in the same run, where there is one. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor: number | null;
  readonly ratio: number | null;
};

/** A figure without a floor. */
export function plainFigure(name: string, value: number, unit: string): Figure {
  return { name, value: round(value), unit, floor: null, ratio: null };
}

/** A figure that is itself the ratio of a measurement to its floor; both are in `unit`. */
export function ratioFigure(
  name: string,
  { value, floor }: { readonly value: number; readonly floor: number },
): Figure {
  return {
    name,
    value: round(value / floor),
    unit: 'times the floor',
    floor: round(floor),
    ratio: round(value / floor),
  };
}

/** The smallest measurement that at least this share (0 to 1) of them do not exceed. */
export function percentile(measured: readonly number[], share: number): number {
  const sorted = measured.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
