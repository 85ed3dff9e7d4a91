import * as v from 'valibot';
import { slugOfDeskKey } from './browser-keys.ts';
import { number, readJsonAs, type Fields, type Schema } from './schema.ts';

/** How long a lesson can be returned to after its presenter last saved it, in ms: as long as a room lives (R8). */
export const RETURN_MS = 90 * 60_000;

/** When a desk was last saved and when its lesson has to end, in ms since 1970; without an end where the teacher set none. */
export type DeskTimes = { readonly at: number; readonly bell: number | null };

/** Reads these times of a desk as it is stored. */
const deskTimes: Schema<DeskTimes> = v.object({
  at: number,
  bell: v.nullable(number),
} satisfies Fields<DeskTimes>);

/** A lesson that was started in this browser and is not finished: its file's name, and when it has to end, in ms since 1970, where the teacher set a time. */
export type RunningLesson = { readonly slug: string; readonly bell: number | null };

/** When a running lesson has to end, or had to and did not, for “A lesson is running”; empty where the teacher set no time. `now` is ms since 1970. */
export function endWords({ bell }: Pick<RunningLesson, 'bell'>, now: number): string {
  if (bell === null) return '';
  const clock = new Date(bell).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${isPastEnd({ bell }, now) ? 'was to end' : 'ends'} at ${clock}`;
}

/** True for a lesson that had to end before now: it was forgotten, or runs over. */
export function isPastEnd({ bell }: Pick<RunningLesson, 'bell'>, now: number): boolean {
  return bell !== null && now >= bell;
}

/** The lessons of a site that can be returned to, the one last used first and those that had to end before now last, from the names and texts of a browser's storage; `now` is ms since 1970. */
export function runningLessons(
  stored: Iterable<readonly [string, string]>,
  site: string,
  now: number,
): readonly RunningLesson[] {
  const found = [...stored].flatMap(([key, text]) => {
    const slug = slugOfDeskKey(key, site);
    const desk = slug === null ? null : readJsonAs(deskTimes, text);
    return slug !== null && desk !== null && now - desk.at <= RETURN_MS ? [{ slug, ...desk }] : [];
  });
  // The desk of a forgotten one saves itself still, when its board closes or its tablets go.
  const past = (one: RunningLesson) => Number(isPastEnd(one, now));
  return found
    .toSorted((a, b) => past(a) - past(b) || b.at - a.at)
    .map(({ slug, bell }) => ({ slug, bell }));
}
