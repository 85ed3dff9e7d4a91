import type { Stage } from './protocol.ts';

/** Where the presenter is, and how the board shows it. */
export type Place = { readonly slide: string | null; readonly stage?: Stage | null };

/** True for one place, however its fields are ordered: to be sent there twice is no second step. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.slide === other.slide && textOf(one.stage) === textOf(other.stage);
}

function textOf(stage: Stage | null = null): string {
  if (stage === null) return '';
  const { step, cover, isHelp = false, isJoin = false, film } = stage;
  const at = film.do === 'seek' ? film.at : null;
  return JSON.stringify([step, cover, isHelp, isJoin, film.order, film.do, at]);
}
