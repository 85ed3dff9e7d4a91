import { groupBy } from '../text/group-by.ts';
import type { ListedVersion } from './history.ts';

/** The versions of one day, and the day in words. */
export type VersionDay = { readonly day: string; readonly versions: readonly ListedVersion[] };

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** Versions by the days on which they were saved, in the order they come in; `now` in ms since 1970. */
export function byDay(versions: readonly ListedVersion[], now: number): readonly VersionDay[] {
  const days = groupBy(versions, ({ saved }) => dayInWords(new Date(saved), now));
  return [...days].map(([day, of]) => ({ day, versions: of }));
}

/** `10:20` */
export function timeInWords({ saved }: ListedVersion): string {
  return new Date(saved).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** `As it was taught on Tuesday 24 November`; empty for a version that was not. */
export function taughtInWords({ taughtOn }: ListedVersion, now: number): string {
  if (taughtOn === null) return '';
  return `As it was taught on ${dayInWords(new Date(`${taughtOn}T12:00`), now)}`;
}

/** `Tuesday 24 November`, with its year where that is another. */
function dayInWords(day: Date, now: number): string {
  const isThisYear = day.getFullYear() === new Date(now).getFullYear();
  const { year, ...short } = DAY;
  const format = isThisYear ? short : { ...short, year };
  return day.toLocaleDateString('en-GB', format).replaceAll(',', '');
}
