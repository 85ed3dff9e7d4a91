import { todayTicks, type TodayTick } from '../../../school/before-teaching.ts';

/** What a teacher ticks before the lesson: the four that it needs, and two that nothing waits for. */
export type OwnTick = TodayTick | 'sound' | 'paper';

const all: readonly OwnTick[] = [...todayTicks, 'sound', 'paper'];

/** Ticks as text for the browser's storage: for this day alone, and no name with them. */
export function writeTicks(ticked: readonly OwnTick[], day: string): string {
  return JSON.stringify({ day, ticked });
}

/** The ticks of this day; none where the text is of another day, or not ours. */
export function readTicks(text: string | null, day: string): readonly OwnTick[] {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (
      typeof kept !== 'object' ||
      kept === null ||
      !('day' in kept) ||
      kept.day !== day ||
      !('ticked' in kept)
    ) {
      return [];
    }
    const { ticked } = kept;
    return Array.isArray(ticked) ? all.filter((tick) => ticked.includes(tick)) : [];
  } catch {
    return [];
  }
}
