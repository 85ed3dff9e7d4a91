import { readCode } from '../../room/code.ts';

/** “Can they reach us?”: whether one tablet has reached the pupils' door since a teacher asked. All it knows of the tablet is this one yes. */
export type RoomCheck = {
  /** Begins again, with the words of a lesson; resolves to the check's code. */
  start(lesson: string): Promise<string>;
  /** The lesson whose words a tablet is to show; null when no such check is under way. */
  lesson(code: string): Promise<string | null>;
  reach(code: string): Promise<void>;
  isReached(code: string): Promise<boolean>;
  end(): void;
};

/** The code of the one check that a teacher's own computer has: no one types it. */
export const HERE = 'here';

/** After this long, in ms, the pupils' door knows of a check no more. */
export const CHECK_MS = 15 * 60_000;

/** A check's code as someone typed it. */
export function checkCode(typed: string): string {
  return readCode(typed) ?? typed;
}

type Check = { readonly lesson: string; readonly until: number; readonly isReached: boolean };

/** Opens the checks, in memory and for this process alone: one on a teacher's own computer, one for each teacher at a school's server, told apart by `newCode`. `now` in ms. */
export function openRoomCheck(now: () => number, newCode: () => string = () => HERE): RoomCheck {
  const checks = new Map<string, Check>();

  function find(typed: string): Check | undefined {
    const check = checks.get(checkCode(typed));
    return check && now() < check.until ? check : undefined;
  }

  return {
    async start(lesson) {
      for (const [code, { until }] of checks) if (until <= now()) checks.delete(code);
      const code = newCode();
      checks.set(code, { lesson, until: now() + CHECK_MS, isReached: false });
      return code;
    },
    lesson: async (code) => find(code)?.lesson ?? null,
    async reach(code) {
      const check = find(code);
      if (check) checks.set(checkCode(code), { ...check, isReached: true });
    },
    isReached: async (code) => find(code)?.isReached ?? false,
    end: () => checks.clear(),
  };
}
