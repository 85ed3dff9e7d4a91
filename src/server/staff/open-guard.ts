import type { ScryptOptions } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { openProxies } from '../addresses.ts';
import { staffAddress } from '../http/doors.ts';
import { openSessionFile } from './session-file.ts';
import type { Settings } from '../settings.ts';
import { memoryTally, openSignInCounts } from './sign-in-counts.ts';
import type { StaffGuard } from './staff-cookie.ts';
import { openStaffKey } from './staff-key.ts';
import { openSessions } from './staff-sessions.ts';

type GuardParts = Pick<StaffGuard, 'pages'> & {
  /** Ms since 1970. */
  readonly now: () => number;
  /** Gets sentences for the person who started the program. */
  readonly warn: (sentence: string) => void;
  /** What a guess at the key costs, where it is not the usual. */
  readonly guessCost?: ScryptOptions;
};

/** A session that another process ended, or whose time is up, is cut within this time, in ms. */
const SWEEP_MS = 5_000;

/** Opens what guards a staff door that has a key; null where it has none, and is this machine's own. */
export async function openGuard(
  settings: Settings,
  { pages, now, warn, guessCost }: GuardParts,
): Promise<(StaffGuard & { end(): void }) | null> {
  const { staffKey, staffKeyFile, staffHost, trustedProxies = [] } = settings;
  if (staffKey === undefined) return null;
  if (staffKeyFile !== undefined && isReadByOthers(staffKeyFile)) {
    warn(
      `Other accounts of this computer can read ${staffKeyFile}: let its owner alone read it (chmod 600).`,
    );
  }
  const { sessions: store, tally } = await openStores(settings, now);
  const sessions = openSessions(store, now);
  const key = await openStaffKey({
    key: staffKey,
    now,
    sessions,
    ...(guessCost && { cost: guessCost }),
  });
  const counts = await openSignInCounts(tally, now);
  const isIts = openProxies(trustedProxies);
  const sweeping = setInterval(() => void sessions.sweep().catch(() => undefined), SWEEP_MS);
  sweeping.unref();
  return {
    ...{ key, sessions, counts, pages, host: staffHost },
    proxy: isIts && { isIts, staffUrl: staffAddress(settings) },
    end() {
      clearInterval(sweeping);
      sessions.end();
    },
  };
}

async function openStores({ valkeyUrl, dataDir }: Settings, now: () => number) {
  // Loaded where it is needed alone, as the store is.
  if (valkeyUrl) return (await import('../store/valkey/staff.ts')).openSharedStaff(valkeyUrl, now);
  return { sessions: openSessionFile(resolve(dataDir)), tally: memoryTally() };
}

// Windows has no such bits: there every file looks as if anyone could read it.
function isReadByOthers(path: string): boolean {
  return (
    process.platform !== 'win32' &&
    ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0
  );
}
