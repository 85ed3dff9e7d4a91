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
    const saved: unknown = JSON.parse(text ?? 'null');
    if (
      typeof saved !== 'object' ||
      saved === null ||
      !('day' in saved) ||
      saved.day !== day ||
      !('ticked' in saved)
    ) {
      return [];
    }
    const { ticked } = saved;
    return Array.isArray(ticked) ? all.filter((tick) => ticked.includes(tick)) : [];
  } catch {
    return [];
  }
}
