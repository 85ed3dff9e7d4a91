import { fingerprint } from '../text/fingerprint.ts';

/** The places of these texts in another order, the same each time for the same texts, and never the order they are in unless there is only one. */
export function shuffle(texts: readonly string[]): readonly number[] {
  const all = texts.join('\n');
  const keys = texts.map((text, at) => fingerprint(`${at} ${text}\n${all}`));
  const places = texts
    .map((_, at) => at)
    .toSorted((one, other) => ((keys[one] ?? '') < (keys[other] ?? '') ? -1 : 1));
  return places.every((place, at) => place === at)
    ? [...places.slice(1), ...places.slice(0, 1)]
    : places;
}
