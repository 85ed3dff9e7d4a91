/** How long before the bell landing is offered, and how much more a plan may need than there is before anything is said of it, in minutes. */
const [OFFER, GRACE] = [8, 4];
const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;

/** What the desk says of the bell: whole minutes until it, whether it is time to land, and how many minutes more the plan needs, if that is worth saying. */
export type Bell = { readonly minutes: number; readonly isNear: boolean; readonly over: number };

/** Reads how the lesson stands to the bell; times in ms since 1970, `left` in minutes that the plan still needs. */
export function readBell(bell: number, { now, left }: { readonly now: number; readonly left: number }): Bell {
  const minutes = Math.max(0, Math.ceil((bell - now) / MINUTE));
  const over = left - minutes;
  return { minutes, isNear: minutes <= OFFER, over: over >= GRACE ? over : 0 };
}

/** What the teacher is told when it is time to land; `minutes` are whole. */
export function bellWords(minutes: number): string {
  if (minutes === 0) return 'The bell is now: say the ending, and leave help on the board.';
  return `${minutes === 1 ? '1 minute' : `${minutes} minutes`} to the bell: time for the ending and for help.`;
}

/** The next time a clock shows what was typed (`10:40`, `10.40`, `1040`, or `2:40` in the afternoon), in ms since 1970; null for anything else, or a time more than six hours away. */
export function bellAt(typed: string, now: Date): number | null {
  const [, hours, minutes] = /^(\d{1,2})\s*[:.h]?\s*(\d\d)$/.exec(typed.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  const read = [Number(hours), Number(hours) + 12].map((hour) => new Date(now).setHours(hour, Number(minutes), 0, 0));
  return read.find((bell) => bell > now.getTime() && bell - now.getTime() <= LONGEST) ?? null;
}
