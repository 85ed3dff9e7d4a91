import * as v from 'valibot';
import { dayAt, isDay } from '../text/day.ts';
import { whole } from '../text/schema.ts';

/** A lesson as it was: its text, when it was first saved so (whole ms since 1970, which no other of its history has), and the last day on which it was taught. */
export const lessonVersion = v.object({
  text: v.string(),
  saved: whole,
  /** `2026-11-24`; null where it was not taught. */
  taughtOn: v.nullable(v.pipe(v.string(), v.check(isDay))),
});
export type LessonVersion = v.InferOutput<typeof lessonVersion>;

/** The earlier versions of a lesson, the oldest first. */
export type History = readonly LessonVersion[];

/** A version in a list of them. */
export type ListedVersion = Omit<LessonVersion, 'text'>;

/** A version as a list has it. */
export function withoutText({ saved, taughtOn }: LessonVersion): ListedVersion {
  return { saved, taughtOn };
}

/** The name of a lesson's earlier versions beside it, `friends.versions.json`. */
export function versionsName(slug: string): string {
  return `${slug}.versions.json`;
}

/** More bytes than any history has, written by JSON: each character in six of them. */
export const MAX_HISTORY_BYTES = 32_000_000;

/** How a history is stored. */
export const storedHistory = v.object({
  v: v.literal(1),
  versions: v.pipe(v.array(lessonVersion), v.readonly()),
});

export const MAX_VERSIONS = 50;
/** Of all texts of a history together, in characters: twice the longest lesson. */
export const MAX_HISTORY_CHARACTERS = 4_000_000;

/** Within so many ms of the clock, what is typed is one version. */
const WORK_MS = 10 * 60_000;

/** True where a text that was saved at `before` (ms) is a version of its own beside one saved at `now`: they lie in different ten minutes of the clock. So one evening of typing has six versions an hour at most, and what was there before it is one. */
export function endsVersion(before: number, now: number): boolean {
  return Math.floor(before / WORK_MS) !== Math.floor(now / WORK_MS);
}

/** Adds a text to a history. One that it has already stays where it is, and takes the day on which it was taught. `dayOf` gives the day of a time, `2026-11-24`. */
export function addVersion(
  history: History,
  added: LessonVersion,
  dayOf: (ms: number) => string = dayAt,
): History {
  const same = history.find(({ text }) => text === added.text);
  if (same !== undefined) {
    const taughtOn = added.taughtOn ?? same.taughtOn;
    return history.map((one) => (one === same ? { ...one, taughtOn } : one));
  }
  const times = new Set(history.map(({ saved }) => saved));
  let saved = added.saved;
  while (times.has(saved)) saved += 1;
  const all = [...history, { ...added, saved }].toSorted((a, b) => a.saved - b.saved);
  return thin(all, saved, dayOf);
}

/** Takes away what is missed least until the rest is few and short enough: never the one just added. */
function thin(history: History, added: number, dayOf: (ms: number) => string): History {
  let rest = history;
  while (rest.length > 1 && isTooMuch(rest)) {
    const gone = firstToGo(rest, added, dayOf);
    rest = rest.filter(({ saved }) => saved !== gone);
  }
  return rest;
}

function isTooMuch(history: History): boolean {
  const characters = history.reduce((sum, { text }) => sum + text.length, 0);
  return history.length > MAX_VERSIONS || characters > MAX_HISTORY_CHARACTERS;
}

/** The oldest between others of its day; then of those that are the first of theirs; then of those that were taught. */
function firstToGo(
  history: History,
  added: number,
  dayOf: (ms: number) => string,
): number | undefined {
  const days = history.map(({ saved }) => dayOf(saved));
  const ranked = history
    .map(({ saved, taughtOn }, at) => ({
      saved,
      rank: taughtOn !== null ? 2 : days.indexOf(days[at] ?? '') === at ? 1 : 0,
    }))
    .filter(({ saved }) => saved !== added);
  return ranked.toSorted((a, b) => a.rank - b.rank || a.saved - b.saved)[0]?.saved;
}
