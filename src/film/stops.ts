import { writeClockTime } from '../text/clock-time.ts';
import { bareRecord } from '../text/own.ts';
import { movedTo } from './edition.ts';
import type { Manifest } from './manifest.ts';

/** A plan that leaves all times to film.yaml. */
export const NO_TIMES: OwnTimes = { from: null, to: null, stops: {} };

/** A part of the film in seconds; `to` is null at the film's end. */
export type Part = { readonly from: number; readonly to: number | null };

/** Frames a second of a film of which nothing is known yet. */
export const USUAL_FPS = 25;

/** Times that a plan gives to its one film itself, in seconds; null or missing where film.yaml has them. */
export type OwnTimes = {
  readonly from: number | null;
  readonly to: number | null;
  readonly stops: Readonly<Record<string, number>>;
};

/** A film slide's part by the names of its stops; null is the film's start, or its end. */
export type NamedPart = { readonly from: string | null; readonly to: string | null };

/** The parts in seconds, one for each named one, or what is wrong, in plain words. */
export type TimedParts =
  | { readonly parts: readonly Part[]; readonly wrong: null }
  | { readonly parts: null; readonly wrong: string };

type Timed = Pick<Manifest, 'title' | 'length' | 'stops' | 'edition'>;

/** Gives a lesson's parts of the film their times. A stop the film does not time, or stops out of order, make the film unusable for that lesson. */
export function timeParts(
  named: readonly NamedPart[],
  film: Timed,
  written: OwnTimes = NO_TIMES,
): TimedParts {
  const { title, length } = film;
  const stops = timesOf(film, written);
  const own = ownTimes(film, written);
  const latest = Math.max(0, own.from ?? 0, own.to ?? 0, ...Object.values(own.stops));
  const tooLong = `Cannot play the film “${title}” up to ${writeClockTime(latest)}: it is ${writeClockTime(length)} long`;
  if (latest > length) return { parts: null, wrong: tooLong };
  const parts: Part[] = [];
  for (const { from, to } of named) {
    const missing = [from, to].find((stop) => stop !== null && !Object.hasOwn(stops, stop));
    if (missing !== undefined) {
      return {
        parts: null,
        wrong: `Cannot stop the film “${title}” at “${missing}”: its film.yaml gives no time for it, it needs a line “${missing}: "0:00.0"” under “stops:”`,
      };
    }
    const part = {
      from: from === null ? (own.from ?? 0) : (stops[from] ?? 0),
      to: to === null ? own.to : (stops[to] ?? null),
    };
    if (part.to !== null && part.to <= part.from) {
      return {
        parts: null,
        wrong: `Cannot play the film “${title}” up to “${to ?? 'its part’s end'}”: it comes before “${from ?? 'its part’s start'}” in the film, the lesson needs its stops in the film’s order`,
      };
    }
    parts.push(part);
  }
  return { parts, wrong: null };
}

/** A film's stops with the times the plan gives in place of its own. */
export function timesOf(
  film: Pick<Manifest, 'stops' | 'edition'>,
  own: OwnTimes,
): Manifest['stops'] {
  return Object.assign(bareRecord<number>(), film.stops, ownTimes(film, own).stops);
}

/** A plan's own times in the copy that is here. */
export function ownTimes({ edition }: Pick<Manifest, 'edition'>, own: OwnTimes): OwnTimes {
  if (edition === undefined) return own;
  const move = (at: number | null) => (at === null ? null : movedTo(edition, at));
  const stops = Object.entries(own.stops).map(
    ([name, at]) => [name, movedTo(edition, at)] as const,
  );
  return { from: move(own.from), to: move(own.to), stops: Object.fromEntries(stops) };
}

/**
 * How early to stop the film, in seconds: a busy laptop stops it late, and what comes next must not
 * be seen.
 */
const LEAD = 0.2;

/** When the cue that stops the film is to start, in seconds: a fifth of a second early, and never less than 1.5 frames; more when it plays faster, so that no frame behind the stop is ever drawn. */
export function cueStart(stop: number, fps: number, rate: number): number {
  return Math.max(0, stop - Math.max(LEAD, 1.5 / fps) * rate);
}

/** Where the film rests at a stop, in seconds: in the middle of the last frame before it. */
export function restAt(stop: number, fps: number): number {
  return Math.max(0, stop - 0.5 / fps);
}
