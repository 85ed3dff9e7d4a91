import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Serving } from '../../src/server/main.ts';
import { settingsOf, startSchool, writeSchool } from './school.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

describe.skipIf(!hasValkey)('processes on one Valkey', () => {
  let top: string;
  let valkey: ValkeyServer;
  const serving: Serving[] = [];
  beforeEach(async () => {
    top = mkdtempSync(join(tmpdir(), 'one-school-'));
    writeSchool(join(top, 'home'));
    valkey = await openValkeyServer();
  });
  afterEach(async () => {
    for (const one of serving.splice(0)) await one.close();
    await valkey.close();
    rmSync(top, { recursive: true });
  });

  async function start(folder: string): Promise<void> {
    const settings = { ...settingsOf(join(top, 'home'), join(top, folder)), valkeyUrl: valkey.url };
    serving.push(await startSchool(settings));
  }

  it('have one data folder: a process with another is refused, and changes nothing', async () => {
    await start('a');
    await start('a');
    await expect(start('b')).rejects.toThrow(
      'Another process uses this Valkey (VALKEY_URL) with another data folder, so the two would show two different schools. Give all processes of one school the same DATA_DIR',
    );
    await valkey.send('FLUSHALL');
    await start('a');
    await expect(start('b')).rejects.toThrow('two different schools');
  });
});
