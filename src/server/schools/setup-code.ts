import { timingSafeEqual } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBelow, type Random } from '../../poll/ballot.ts';
import { writeWhole } from '../../site/write-whole.ts';
import { dayAt } from '../../text/day.ts';
import { withFileLock } from './file-lock.ts';

/** The file that holds the code, in the data folder; its owner alone may read it. */
export const SETUP_FILE = 'setup-code.txt';

/** How long a code works, restarts or not. */
const DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

/** A code for the person who runs a hosted program alone: with it the first safeguarding key is made, or a lost one replaced (R25). All processes of a school have it from one file. */
export type SetupCode = {
  /** null where there is none, or its time is over. */
  read(): Promise<string | null>;
  /** It works no more. */
  use(): Promise<void>;
  /** Makes one where there is no file of one; with `isNew`, in the place of one that is there. Returns where the file is, and the last moment at which its code works (ms since 1970). */
  make(isNew?: boolean): Promise<{ readonly path: string; readonly until: number }>;
};

const SIGNS = '23456789BCDFGHJKLMNPQRSTVWXZ';
const [GROUPS, LENGTH] = [3, 4];

/** A fresh code: twelve characters of 28 are 57 bits. */
export function makeSetupCode(random: Random): string {
  const group = () =>
    Array.from({ length: LENGTH }, () => SIGNS[randomBelow(SIGNS.length, random)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Opens the code of a data folder; `wall` is the time in ms since 1970. */
export function openSetupCode(
  dataDir: string,
  random: Random,
  wall: () => number = Date.now,
): SetupCode {
  const path = join(dataDir, SETUP_FILE);

  async function find(): Promise<{ readonly code: string; readonly until: number } | null> {
    const text = await readFile(path, 'utf8').catch(() => '');
    const [, code = '', end = ''] = /^(\S+)\r?\n[^]*^It works until (\S+)\.\s*$/m.exec(text) ?? [];
    const until = Date.parse(end);
    return Number.isNaN(until) ? null : { code, until };
  }

  return {
    async read() {
      const found = await find();
      return found !== null && wall() < found.until ? found.code : null;
    },
    use: () => withFileLock(dataDir, () => rm(path, { force: true })),
    make: (isNew = false) =>
      withFileLock(dataDir, async () => {
        const found = isNew ? null : await find();
        if (found !== null) return { path, until: found.until };
        const until = wall() + DAYS * DAY_MS;
        await writeWhole(path, setupText(makeSetupCode(random), until), { isPrivate: true });
        return { path, until };
      }),
  };
}

function setupText(code: string, until: number): string {
  return `${code}

This is the setup code of Wholeclass. Give it to your safeguarding lead alone: with it they make
their key on “Notes for your safeguarding lead”. It works once, and then this file is gone.

It works until ${new Date(until).toISOString()}.
`;
}

/** The sentence for the person who runs the program: where the code is, never the code. */
export async function setupSentence(setup: SetupCode, wall = Date.now()): Promise<string> {
  const { path, until } = await setup.make();
  return until <= wall
    ? `The setup code in ${path} no longer works. To make another: npm run setup-code`
    : `The setup code to make the safeguarding lead’s key is in ${path}. Give it to your safeguarding lead alone; it works once, until ${dayAt(until)}.`;
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
