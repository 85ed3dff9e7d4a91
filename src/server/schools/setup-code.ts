import { timingSafeEqual } from 'node:crypto';
import { randomBelow, type Random } from '../../poll/ballot.ts';

/** A code that a hosted program shows to the person who runs it alone: with it the first safeguarding key is made, or a lost one replaced (R25). */
export type SetupCode = {
  /** null once it has been used, until the next start. */
  readonly read: () => Promise<string | null>;
  readonly use: () => Promise<void>;
  readonly end: () => void;
};

const SIGNS = '23456789BCDFGHJKLMNPQRSTVWXZ';
const [GROUPS, LENGTH] = [3, 4];

/** A fresh code: twelve characters of 28 are 57 bits. */
export function makeSetupCode(random: Random): string {
  const group = () =>
    Array.from({ length: LENGTH }, () => SIGNS[randomBelow(SIGNS.length, random)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** A code that this process alone knows. */
export function openSetupCode(random: Random): SetupCode {
  let code: string | null = makeSetupCode(random);
  return {
    read: async () => code,
    use: async () => {
      code = null;
    },
    end: () => {},
  };
}

/** True for the code as someone typed it, in any case, with or without hyphens; takes as long for a wrong one. */
export function isSetupCode(typed: string, code: string | null): boolean {
  if (code === null) return false;
  const [given, wanted] = [typed, code].map((text) =>
    Buffer.from(text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')),
  );
  return (
    given !== undefined &&
    wanted !== undefined &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}
