import { today } from '../src/site/today.ts';

/** True with `npm test -- --thorough`, where tests go through all there is instead of a part that is chosen well. */
export const isThorough = process.env['THOROUGH'] === '1';

/** The day by which an ordinary run chooses, as one number: that of the run’s beginning, or what PROPERTY_SEED says. */
export const day = Number(process.env['PROPERTY_SEED'] ?? today().replaceAll('-', ''));

/** All of these in a thorough run, and the chosen ones among them in an ordinary one. */
export function chosenOf<T>(
  all: readonly T[],
  isChosen: (one: T, place: number) => boolean,
): readonly T[] {
  return isThorough ? all : all.filter((one, place) => isChosen(one, place));
}

/** True for a place that is due by a number that counts on: the next time it is another, and after `of` times each was due. */
export function isDueAt(
  count: number,
  { place, of }: { readonly place: number; readonly of: number },
): boolean {
  return place % of === count % of;
}

/**
 * How often it was the turn of a test that is due on one day in `turns`. By the day itself such a
 * test would choose the same every time it is due, where both numbers have a divisor in common.
 */
export function roundOf(turns: number, on: number = day): number {
  return Math.floor(on / turns);
}

/** True in an ordinary run for one place in `of`, which the next time is another. `turns` is on how many days a test has one. */
export function isDue(place: number, of: number, turns = 1): boolean {
  return isDueAt(roundOf(turns), { place, of });
}

/** All of these in a thorough run, and in an ordinary one the one that is due, which the next time is another. `turns` is on how many days a test has one. */
export function dueOf<T>(all: readonly T[], turns = 1): readonly T[] {
  return chosenOf(all, (_, place) => isDue(place, all.length, turns));
}

/** How many tests of one kind may take turns. */
export const MAX_TURNS = 6;

/** What tests of one kind that take turns have in their titles where today another of them is due, as `@looks:2of3`; nothing in a thorough run. */
export const notDue: readonly RegExp[] = Array.from({ length: MAX_TURNS }, (_, at) => at + 1)
  .flatMap((of) =>
    Array.from({ length: of }, (_, at) => ({ of, turn: at + 1, isDue: at === day % of })),
  )
  .filter(({ isDue }) => !isThorough && !isDue)
  .map(({ of, turn }) => new RegExp(`@[a-z-]+:${turn}of${of}\\b`));

/** How often a property is tried: as often as this in a thorough run, and at most 75 times in an ordinary one, or fewer where one try takes long, with other values every day (`property-seed.ts`). */
export function runs(max: number, usual = 75): { readonly numRuns: number } {
  return { numRuns: isThorough ? max : Math.min(max, usual) };
}
