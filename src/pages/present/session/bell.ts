// In minutes: how long before the bell the calm end is offered.
const OFFER = 8;
/** How many minutes more than there are make a plan too long; what needs fewer is on time. */
export const GRACE = 4;
const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;

/** What the presenter reads of the bell: whole minutes until it, whether it is time to land, and how many minutes more the plan needs, if that is worth saying. */
export type Bell = { readonly minutes: number; readonly isNear: boolean; readonly over: number };

/** Reads how the lesson stands to the bell; times in ms since 1970, `left` in minutes that the plan still needs. */
export function readBell(
  bell: number,
  { now, left }: { readonly now: number; readonly left: number },
): Bell {
  const minutes = Math.max(0, Math.ceil((bell - now) / MINUTE));
  const over = left - minutes;
  return { minutes, isNear: minutes <= OFFER, over: over >= GRACE ? over : 0 };
}

/** The next time a clock shows what was typed (`10:40`, `10.40`, `1040`, `2:40pm`, or `2:40` in the afternoon), in ms since 1970; null for anything else, or a time more than six hours away. */
export function bellAt(typed: string, now: Date): number | null {
  return (
    timesOf(typed, now).find((bell) => bell > now.getTime() && bell - now.getTime() <= LONGEST) ??
    null
  );
}

/** What is wrong with an end that was typed, in a sentence; empty where nothing is, and where nothing was typed. */
export function bellTrouble(typed: string, now: Date): string {
  if (typed.trim() === '' || bellAt(typed, now) !== null) return '';
  const [first] = timesOf(typed, now);
  if (first === undefined) return 'Write it like 10:40.';
  const clock = now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return first <= now.getTime()
    ? `That time has passed: it is ${clock} now.`
    : 'That is more than six hours from now.';
}

// What a clock shows today at the time that was typed: in the morning, and in the afternoon, unless it says which; none where that is no time.
function timesOf(typed: string, now: Date): readonly number[] {
  const [, hours, minutes, half] =
    /^(\d{1,2})\s*[:.h]?\s*(\d\d)\s*(?:([ap])\.?m\.?)?$/i.exec(typed.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return [];
  return hoursOf(Number(hours), half?.toLowerCase()).map((hour) =>
    new Date(now).setHours(hour, Number(minutes), 0, 0),
  );
}

function hoursOf(hour: number, half: string | undefined): readonly number[] {
  if (half === undefined) return hour > 23 ? [] : [hour, hour + 12];
  if (hour < 1 || hour > 12) return [];
  return [(hour % 12) + (half === 'p' ? 12 : 0)];
}
