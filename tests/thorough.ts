/** True with `npm test -- --thorough`, where tests go through all there is instead of a part that is chosen well. */
export const isThorough = process.env['THOROUGH'] === '1';

/** All of these in a thorough run, and the chosen ones among them in an ordinary one. */
export function chosenOf<T>(
  all: readonly T[],
  isChosen: (one: T, place: number) => boolean,
): readonly T[] {
  return isThorough ? all : all.filter((one, place) => isChosen(one, place));
}

/** How often a property is tried: as often as this in a thorough run, and at most 150 times in an ordinary one, or fewer where one try takes long, with other values every day (`property-seed.ts`). */
export function runs(max: number, usual = 150): { readonly numRuns: number } {
  return { numRuns: isThorough ? max : Math.min(max, usual) };
}
