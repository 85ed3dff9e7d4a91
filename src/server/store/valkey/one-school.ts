import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../../site/write-whole.ts';
import { withFileLock } from '../../schools/file-lock.ts';
import { StartProblem } from '../../settings.ts';
import { SCHOOL } from './keys.ts';
import { openLink, type Link } from './link.ts';

/** Names the data folder; nothing in it says which school it is. */
const ID_FILE = 'school-id';

/** How long a folder that no process uses any more keeps others out, and how often a process says that it is there, in ms. */
const LEASE_MS = 60_000;
const RENEW_MS = 15_000;

type SchoolParts = {
  readonly url: URL;
  readonly dataDir: string;
  readonly log: (sentence: string) => void;
};

/** Sees to it that all processes on a Valkey have one data folder, and so one school; another folder is a `StartProblem`. Returns how to end. */
export async function holdSchool({ url, dataDir, log }: SchoolParts): Promise<() => void> {
  const id = await idOf(dataDir);
  const nothing = () => {};
  // A Valkey that came back empty has to be told again.
  const link = await openLink({ url, onMessage: nothing, back: () => void renew(), log: nothing });
  let isLogged = false;

  async function renew(): Promise<void> {
    const isOurs = await isHeld(link, id).catch(() => true);
    if (!isOurs && !isLogged) log(`${OTHER} Stop one of them.`);
    isLogged ||= !isOurs;
  }

  const isOurs = await isHeld(link, id).catch((error: unknown) => {
    link.end();
    throw error;
  });
  if (!isOurs) {
    link.end();
    throw new StartProblem(
      `${OTHER} Give all processes of one school the same DATA_DIR, and each school a Valkey of its own. If you have moved the folder, start again in a minute.`,
    );
  }
  const timer = setInterval(() => void renew(), RENEW_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    link.end();
  };
}

const OTHER =
  'Another process uses this Valkey (VALKEY_URL) with another data folder, so the two would show two different schools.';

async function isHeld(link: Link, id: string): Promise<boolean> {
  await link.send('SET', SCHOOL, id, 'NX', 'PX', String(LEASE_MS));
  if (String(await link.send('GET', SCHOOL)) !== id) return false;
  await link.send('PEXPIRE', SCHOOL, String(LEASE_MS));
  return true;
}

function idOf(dataDir: string): Promise<string> {
  const path = join(dataDir, ID_FILE);
  return withFileLock(dataDir, async () => {
    const found = (await readFile(path, 'utf8').catch(() => '')).trim();
    if (found !== '') return found;
    const id = randomBytes(16).toString('base64url');
    await writeWhole(path, `${id}\n`, { isPrivate: true });
    return id;
  });
}
