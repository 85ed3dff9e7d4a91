import * as v from 'valibot';
import { USUAL_MINUTES } from './versions.ts';
import { isTimeOfDay, timeOfDay } from '../text/time-of-day.ts';
import { readJsonAs, record, type Fields } from '../text/schema.ts';

/** How lessons are started on one computer, whatever the lesson. Nothing of a class, and no name, is in it. */
export type RememberedStart = {
  readonly devices: 'none' | 'own' | 'shared';
  readonly screens: 'one' | 'two' | null;
  readonly pupils: number;
  /** How long its lessons are, in minutes. */
  readonly minutes: number;
  /** When the lesson of an hour of the week ends: `1-9`, Monday after nine, is `09:50`. */
  readonly ends: Readonly<Record<string, string>>;
};

/** What is remembered where nothing is. */
export const FIRST_START: RememberedStart = {
  devices: 'none',
  screens: null,
  pupils: 30,
  minutes: USUAL_MINUTES,
  ends: {},
};

const VERSION = 1;
const MINUTE = 60_000;
const clock = v.pipe(v.string(), v.check(isTimeOfDay));

const remembered = v.object({
  v: v.literal(VERSION),
  ...({
    devices: v.picklist(['none', 'own', 'shared']),
    screens: v.nullable(v.picklist(['one', 'two'])),
    pupils: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
    minutes: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(120)),
    ends: record(clock),
  } satisfies Fields<RememberedStart>),
});

/** What was remembered, from the browser's storage; what cannot be read is as if nothing were. */
export function readStart(text: string | null): RememberedStart {
  const read = readJsonAs(remembered, text ?? 'null');
  if (read === null) return FIRST_START;
  const { devices, screens, pupils, minutes, ends } = read;
  return { devices, screens, pupils, minutes, ends };
}

/** The same as text. */
export function serialiseStart(start: RememberedStart): string {
  return JSON.stringify({ v: VERSION, ...start });
}

// Which lesson of the week it is: the weekday, and the hour in which it was started.
function lessonHour(now: Date): string {
  return `${now.getDay()}-${now.getHours()}`;
}

/** When the lesson that starts now ended in another week, `10:40`; empty where that is not known, or nearly now. */
export function usualEnd({ ends }: RememberedStart, now: Date): string {
  const end = ends[lessonHour(now)] ?? '';
  const [hours, minutes] = end.split(':').map(Number);
  if (hours === undefined || minutes === undefined) return '';
  const left = new Date(now).setHours(hours, minutes, 0, 0) - now.getTime();
  return left >= 5 * MINUTE ? end : '';
}

/** What is remembered once a lesson starts that ends at `end`, null where that was not said: its hour, and how long lessons are, to five minutes. */
export function rememberEnd(
  start: RememberedStart,
  end: number | null,
  now: Date,
): RememberedStart {
  if (end === null) return start;
  const length = Math.round((end - now.getTime()) / MINUTE / 5) * 5;
  return {
    ...start,
    minutes: length >= 30 && length <= 75 ? length : start.minutes,
    ends: { ...start.ends, [lessonHour(now)]: clockOf(new Date(end)) },
  };
}

function clockOf(at: Date): string {
  return timeOfDay(at.getHours() * 60 + at.getMinutes());
}
