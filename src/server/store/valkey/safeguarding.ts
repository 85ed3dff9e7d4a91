import {
  formatKeyRecord,
  isSameRecord,
  parseKeyRecord,
  type KeyRecord,
  type KeyRecords,
} from '../../schools/key-record.ts';
import type { SetupCode } from '../../schools/setup-code.ts';
import { SAFEGUARDING } from './keys.ts';
import { openLink, type Link } from './link.ts';
import { scripts } from './scripts.ts';

const [KEY, CODE] = ['key', 'code'] as const;

/** What the processes of one school share of its safeguarding keys: the record, and the setup code. */
export type SharedKeys = {
  readonly records: KeyRecords;
  readonly openSetup: (fresh: string) => Promise<SetupCode>;
};

/** Opens them in Valkey. It holds them in memory alone, so each process writes the record to its own file too, and puts it back into a Valkey that has lost it. */
export async function openSharedKeys(url: URL, file: KeyRecords): Promise<SharedKeys> {
  const nothing = () => {};
  const link = await openLink({ url, onMessage: nothing, back: nothing, log: nothing });
  return { records: sharedRecords(link, file), openSetup: (fresh) => openSharedSetup(link, fresh) };
}

function sharedRecords(link: Link, file: KeyRecords): KeyRecords {
  async function read(): Promise<KeyRecord | null> {
    const text = await fieldOf(link, KEY);
    const own = await file.read().catch(() => null);
    if (text === '' && own !== null) {
      await link.send('HSETNX', SAFEGUARDING, KEY, formatKeyRecord(own));
      return parseKeyRecord(await fieldOf(link, KEY));
    }
    const shared = parseKeyRecord(text);
    if (shared !== null && !isSameRecord(shared, own)) await backUp(own, shared);
    return shared;
  }

  // The shared one counts: a file that cannot be written is no reason to seal nothing.
  async function backUp(was: KeyRecord | null, record: KeyRecord): Promise<void> {
    await file.replace(was, record).catch(() => false);
  }

  return {
    read,
    async replace(was, next) {
      const before = was === null ? '' : formatKeyRecord(was);
      const isSwapped =
        (await link.run(scripts.swap, [SAFEGUARDING], [KEY, before, formatKeyRecord(next)])) === 1;
      if (isSwapped) await backUp(was, next);
      return isSwapped;
    },
    end: link.end,
  };
}

/** The processes of one school show one code, whichever of them is asked; once it has been used, the next that starts makes another. */
async function openSharedSetup(link: Link, fresh: string): Promise<SetupCode> {
  await link.run(scripts.swap, [SAFEGUARDING], [CODE, '', fresh]);
  return {
    read: async () => (await fieldOf(link, CODE)) || null,
    use: async () => void (await link.send('HDEL', SAFEGUARDING, CODE)),
    end: () => {},
  };
}

async function fieldOf(link: Link, field: string): Promise<string> {
  const value = await link.send('HGET', SAFEGUARDING, field);
  return typeof value === 'string' ? value : '';
}
