import { readCode } from '../room/code.ts';

/** “Can they reach us?”: whether one tablet has reached the pupils' door since a teacher asked. All it knows of the tablet is this one yes. */
export type RoomCheck = {
  /** Begins anew, with the words of a lesson; returns the check's code. */
  start(lesson: string): string;
  /** The lesson whose words a tablet is to show; null when no such check is under way. */
  lesson(code: string): string | null;
  reach(code: string): void;
  isReached(code: string): boolean;
};

/** The code of the one check that a teacher's own computer has: nobody types it. */
export const HERE = 'here';

/** After this long, in ms, the pupils' door knows of a check no more. */
const LASTS_MS = 15 * 60_000;

type Check = { readonly lesson: string; readonly until: number; readonly isReached: boolean };

/** Opens the checks, in memory and for this process alone: one on a teacher's own computer, one for each teacher at a school's server, told apart by `newCode`. `now` in ms. */
export function openRoomCheck(now: () => number, newCode: () => string = () => HERE): RoomCheck {
  const checks = new Map<string, Check>();

  function find(typed: string): readonly [string, Check | undefined] {
    const code = readCode(typed) ?? typed;
    const check = checks.get(code);
    return [code, check && now() < check.until ? check : undefined];
  }

  return {
    start(lesson) {
      for (const [code, { until }] of checks) if (until <= now()) checks.delete(code);
      const code = newCode();
      checks.set(code, { lesson, until: now() + LASTS_MS, isReached: false });
      return code;
    },
    lesson: (typed) => find(typed)[1]?.lesson ?? null,
    reach(typed) {
      const [code, check] = find(typed);
      if (check) checks.set(code, { ...check, isReached: true });
    },
    isReached: (typed) => find(typed)[1]?.isReached ?? false,
  };
}
