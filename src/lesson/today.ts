import { todaysNames, type Names } from './names.ts';

/** What a teacher has chosen of one lesson for today, without editing it. */
export type Today = {
  /** What the characters are called. */
  readonly names: Names;
  /** The name of a cut, as `allCuts` has it; null for the whole lesson. */
  readonly cut: string | null;
  /** Which of the cut's sessions, counted from 0. */
  readonly session: number;
  /** The ids of what is hidden: whole blocks, and single slides. */
  readonly hiddenBlocks: readonly string[];
  readonly hiddenSlides: readonly string[];
};

/** More slides than any lesson has. */
const MAX_HIDDEN = 1000;

/** A lesson of which nothing is chosen: all of it, with its own names. */
export function wholeLesson(own: Names): Today {
  return { names: own, cut: null, session: 0, hiddenBlocks: [], hiddenSlides: [] };
}

/** True where something is chosen, so that there is something to keep. */
export function isChosen(today: Today, own: Names): boolean {
  return (
    cutsSomething(today) || Object.keys(own).some((field) => today.names[field] !== own[field])
  );
}

/** True where less than the whole lesson is shown. */
export function cutsSomething({ cut, hiddenBlocks, hiddenSlides }: Omit<Today, 'names'>): boolean {
  return cut !== null || hiddenBlocks.length > 0 || hiddenSlides.length > 0;
}

/** A choice as text for the browser's storage; `day` is `2026-11-24`. */
export function writeToday(today: Today, day: string): string {
  return JSON.stringify({ day, ...today });
}

/** True for a text that was written on this day. */
export function isOfDay(text: string | null, day: string): boolean {
  return parse(text)['day'] === day;
}

/** The choice a text was written from; whatever in it is of another day, missing or broken is as the lesson has it. */
export function readToday(text: string | null, own: Names, day: string): Today {
  const saved = parse(text);
  const whole = wholeLesson(own);
  if (saved['day'] !== day) return whole;
  const { names, cut, session, hiddenBlocks, hiddenSlides } = saved;
  const isCut = typeof cut === 'string' && cut !== '';
  return {
    names: todaysNames(own, names) ?? own,
    cut: isCut ? cut : null,
    session: isCut && Number.isInteger(session) ? Math.max(0, Number(session)) : 0,
    hiddenBlocks: ids(hiddenBlocks),
    hiddenSlides: ids(hiddenSlides),
  };
}

function ids(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? [...new Set(value.slice(0, MAX_HIDDEN).filter((one) => typeof one === 'string'))]
    : [];
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const saved: unknown = JSON.parse(text ?? 'null');
    return typeof saved === 'object' && saved !== null ? { ...saved } : {};
  } catch {
    return {};
  }
}
