import { randomBytes, type ScryptOptions } from 'node:crypto';
import { resolve } from 'node:path';
import type { Settings } from '../settings.ts';
import { openKeyFile } from './key-record.ts';
import { openSafeguardingKeys, type SafeguardingKeys } from './safeguarding-keys.ts';
import { openSetupCode } from './setup-code.ts';

/** The safeguarding keys of a program: in the data folder, and in Valkey too where several processes are one school’s. A hosted program has a setup code. */
export async function openKeys(
  { dataDir, staffKey, valkeyUrl }: Settings,
  cost?: ScryptOptions,
): Promise<SafeguardingKeys> {
  const folder = resolve(dataDir);
  const file = openKeyFile(folder);
  const records = valkeyUrl
    ? // Loaded where it is needed alone, as the store is.
      await (await import('../store/valkey/safeguarding.ts')).openSharedKeys(valkeyUrl, file)
    : file;
  return openSafeguardingKeys({
    records,
    setup: staffKey === undefined ? null : openSetupCode(folder, randomBytes),
    ...(cost && { cost }),
  });
}
