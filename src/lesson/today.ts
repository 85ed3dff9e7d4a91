import { todaysNames, type Names } from './names.ts';
import { WHOLE, type VersionChoice } from './versions.ts';

/** What a teacher has chosen of one lesson for today, without editing it. */
export type Today = TodayOnly & VersionChoice;

/** What of it ends with the day: the version is remembered. */
export type TodayOnly = {
  /** What the characters are called. */
  readonly names: Names;
  /** The ids of what is hidden: whole blocks, and single slides. */
  readonly hiddenBlocks: readonly string[];
  readonly hiddenSlides: readonly string[];
};

/** More slides than any lesson has. */
const MAX_HIDDEN = 1000;

/** A lesson of which nothing is chosen: all of it, with its own names. */
export function wholeLesson(own: Names): Today {
  return { ...WHOLE, ...nothingChosen(own) };
}

function nothingChosen(own: Names): TodayOnly {
  return { names: own, hiddenBlocks: [], hiddenSlides: [] };
}

/** True where something is chosen, so that there is something to keep. */
export function isChosen(today: TodayOnly, own: Names): boolean {
  return (
    hidesSomething(today) || Object.keys(own).some((field) => today.names[field] !== own[field])
  );
}

/** True where parts or slides are hidden. */
export function hidesSomething({ hiddenBlocks, hiddenSlides }: Omit<TodayOnly, 'names'>): boolean {
  return hiddenBlocks.length > 0 || hiddenSlides.length > 0;
}

/** A choice as text for the browser's storage; `day` is `2026-11-24`. */
export function writeToday(today: TodayOnly, day: string): string {
  const { names, hiddenBlocks, hiddenSlides } = today;
  return JSON.stringify({ day, names, hiddenBlocks, hiddenSlides });
}

/** True for a text that was written on this day. */
export function isOfDay(text: string | null, day: string): boolean {
  return parse(text)['day'] === day;
}

/** The choice a text was written from; whatever in it is of another day, missing or broken is as the lesson has it. */
export function readToday(text: string | null, own: Names, day: string): TodayOnly {
  const saved = parse(text);
  if (saved['day'] !== day) return nothingChosen(own);
  const { names, hiddenBlocks, hiddenSlides } = saved;
  return {
    names: todaysNames(own, names) ?? own,
    hiddenBlocks: ids(hiddenBlocks),
    hiddenSlides: ids(hiddenSlides),
  };
}

const VERSION = 1;

/** The version of a lesson as text for the browser's storage. */
export function writeVersion({ cut, session }: VersionChoice): string {
  return JSON.stringify({ v: VERSION, cut, session });
}

/** The version a text was written from; null for any other text. By hand, since the board has no room for a schema. */
export function readVersion(text: string | null): VersionChoice | null {
  const { v, cut, session } = parse(text);
  if (v !== VERSION || (cut !== null && typeof cut !== 'string')) return null;
  return { cut, session: Number.isInteger(session) ? Math.max(0, Number(session)) : 0 };
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
