import { ENDS_LIKE } from '../../../outputs/plan/start-words.ts';

// In minutes: how long before the bell the calm end is offered.
const OFFER = 8;
/** How many minutes more than there are make a plan too long; what needs fewer is on time. */
export const GRACE = 4;
const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;

/** What the presenter reads of the bell: whole minutes until it, negative from a minute after it on, whether it is time to land, and how many minutes more the plan needs, if that is worth saying. */
export type Bell = { readonly minutes: number; readonly isNear: boolean; readonly over: number };

/** Reads how the lesson stands to the bell; times in ms since 1970, `left` in minutes that the plan still needs. */
export function readBell(
  bell: number,
  { now, left }: { readonly now: number; readonly left: number },
): Bell {
  // Within its own minute it is 0, and never -0.
  const minutes = Math.ceil((bell - now) / MINUTE) + 0;
  const over = left - minutes;
  return { minutes, isNear: minutes <= OFFER, over: over >= GRACE ? over : 0 };
}

/** What the desk's clock says: the minutes, whether they are left or over, and when the end is, or was; without an end, what the plan still needs. `now` and `bell` in ms since 1970, `left` in minutes. */
export function clockWords(
  bell: number | null,
  { now, left }: { readonly now: number; readonly left: number },
): { readonly minutes: string; readonly are: 'left' | 'over'; readonly end: string } {
  const minutes = bell === null ? left : readBell(bell, { now, left }).minutes;
  const are = minutes < 0 ? 'over' : 'left';
  return { minutes: `${Math.abs(minutes)} min`, are, end: endWords(bell, now, minutes < 0) };
}

function endWords(bell: number | null, now: number, isPast: boolean): string {
  if (bell === null) return `it is ${timeOf(now)}`;
  return `${isPast ? 'bell was' : 'ends'} ${timeOf(bell)}`;
}

function timeOf(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
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
  if (first === undefined) return `Write it ${ENDS_LIKE}.`;
  return first <= now.getTime()
    ? `That time has passed: it is ${timeOf(now.getTime())} now.`
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
