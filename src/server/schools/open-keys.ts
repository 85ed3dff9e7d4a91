import { randomBytes, type ScryptOptions } from 'node:crypto';
import { resolve } from 'node:path';
import type { Settings } from '../settings.ts';
import { openKeyFile } from './key-record.ts';
import { openSafeguardingKeys, type SafeguardingKeys } from './safeguarding-keys.ts';
import { makeSetupCode, openSetupCode } from './setup-code.ts';

/** The safeguarding keys of a program: in the data folder, and in Valkey where several processes are one school’s. A hosted program has a setup code. */
export async function openKeys(
  { dataDir, staffKey, valkeyUrl }: Settings,
  cost?: ScryptOptions,
): Promise<SafeguardingKeys> {
  const file = openKeyFile(resolve(dataDir));
  const isHosted = staffKey !== undefined;
  const guess = cost && { cost };
  if (!valkeyUrl) {
    return openSafeguardingKeys({
      records: file,
      setup: isHosted ? openSetupCode(randomBytes) : null,
      ...guess,
    });
  }
  // Loaded where it is needed alone, as the store is.
  const shared = await (
    await import('../store/valkey/safeguarding.ts')
  ).openSharedKeys(valkeyUrl, file);
  return openSafeguardingKeys({
    records: shared.records,
    setup: isHosted ? await shared.openSetup(makeSetupCode(randomBytes)) : null,
    ...guess,
  });
}
