/** True with `npm run test:all`, where tests go through all there is instead of a part that is chosen well. */
export const isThorough = process.env['THOROUGH'] === '1';

/** All of these in a thorough run, and the chosen ones among them in an ordinary one. */
export function chosenOf<T>(
  all: readonly T[],
  isChosen: (one: T, place: number) => boolean,
): readonly T[] {
  return isThorough ? all : all.filter((one, place) => isChosen(one, place));
}

/** All of these in a thorough run, and the first in an ordinary one. */
export function firstOf<T>(all: readonly T[]): readonly T[] {
  return chosenOf(all, (_, place) => place === 0);
}

/** How often a property is tried: as often as this in a thorough run, and at most 75 times in an ordinary one, or fewer where one try takes long. */
export function runs(max: number, usual = 75): { readonly numRuns: number } {
  return { numRuns: isThorough ? max : Math.min(max, usual) };
}
