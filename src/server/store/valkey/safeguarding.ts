import {
  formatKeyRecord,
  isSameRecord,
  parseKeyRecord,
  type KeyRecord,
  type KeyRecords,
} from '../../schools/key-record.ts';
import { SAFEGUARDING } from './keys.ts';
import { openLink, type Link } from './link.ts';
import { scripts } from './scripts.ts';

const KEY = 'key';

/** Opens the record of safeguarding keys that the processes of one school share. Valkey holds it in memory alone, so each process writes it to the school's file too, and puts it back into a Valkey that has lost it. */
export async function openSharedKeys(url: URL, file: KeyRecords): Promise<KeyRecords> {
  const nothing = () => {};
  return sharedRecords(
    await openLink({ url, onMessage: nothing, back: nothing, log: nothing }),
    file,
  );
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

async function fieldOf(link: Link, field: string): Promise<string> {
  const value = await link.send('HGET', SAFEGUARDING, field);
  return typeof value === 'string' ? value : '';
}
