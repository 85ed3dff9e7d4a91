import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { number, readJsonAs, record } from '../../text/schema.ts';
import { memorySessions, type SessionStore } from './staff-sessions.ts';
import { writeWhole } from '../../site/write-whole.ts';

/** The file of open sessions in the data folder. */
export const SESSIONS_FILE = 'staff-sessions.json';
const VERSION = 1;

/**
 * Sessions of staff in a file of the data folder, so that a restart knows who signed out. A file that cannot be read counts as
 * none: then staff sign in again. `remove` and `clear` reject where the file cannot be written; memory has the change all the same.
 */
export function openSessionFile(folder: string): SessionStore {
  const path = join(folder, SESSIONS_FILE);
  let last: Promise<unknown> = Promise.resolve();

  async function write(sessions: ReadonlyMap<string, number>): Promise<void> {
    const text = JSON.stringify({ version: VERSION, sessions: Object.fromEntries(sessions) });
    await writeWhole(path, text, { isPrivate: true });
  }

  const store = memorySessions(parseSessions(readText(path)), (sessions) => {
    const mine = last.then(() => write(sessions));
    last = mine.catch(() => undefined);
    return mine;
  });
  // Staff can sign in though the disk is full: only the next start won't know the session.
  const ignoreErrors = (written: Promise<void>) => written.catch(() => undefined);
  return {
    ...store,
    add: (session, used) => ignoreErrors(store.add(session, used)),
    touch: (session, used) => ignoreErrors(store.touch(session, used)),
  };
}

const sessionsFile = v.object({
  version: v.literal(VERSION),
  sessions: record(v.fallback(v.nullable(number), null)),
});

/** The sessions in a file's text; none where it is not one of ours. */
export function parseSessions(text: string): ReadonlyMap<string, number> {
  const found = readJsonAs(sessionsFile, text)?.sessions ?? {};
  return new Map(
    Object.entries(found).flatMap(([session, used]) => (used === null ? [] : [[session, used]])),
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
