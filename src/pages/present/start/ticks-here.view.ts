import type { LessonHere } from '../../../lesson/today.view.ts';
import { ticksKey } from '../../../text/browser-keys.ts';
import { today } from '../../../text/today.view.ts';
import { readTicks, writeTicks, type OwnTick } from './today-ticks.ts';

/** The ticks that were made today for a lesson, in this browser. */
export function ticksToday(here: LessonHere): readonly OwnTick[] {
  return attempt(() => readTicks(localStorage.getItem(keyOf(here)), today())) ?? [];
}

/** Keeps ticks for today; a browser that keeps nothing asks again after a reload. */
export function saveTicks(here: LessonHere, ticked: readonly OwnTick[]): void {
  attempt(() => localStorage.setItem(keyOf(here), writeTicks(ticked, today())));
}

/** Forgets a lesson's ticks: it is over. */
export function forgetTicks(here: LessonHere): void {
  attempt(() => localStorage.removeItem(keyOf(here)));
}

function keyOf({ slug, site }: LessonHere): string {
  return ticksKey(slug, site);
}

function attempt<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
