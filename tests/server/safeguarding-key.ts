import type { KeyRecord, KeyRecords } from '../../src/server/schools/key-record.ts';
import {
  openSafeguardingKeys,
  type SafeguardingKeys,
} from '../../src/server/schools/safeguarding-keys.ts';

/** As cheap as scrypt can be: what a guess costs is not what these tests are about. */
export const CHEAP = { N: 2, r: 1, p: 1 } as const;

/** The words of two people who could hold a key, and of one who never does. */
export const LEAD = 'acorn amber anchor apple april arrow autumn badge';
export const DEPUTY = 'zebra zipper yoghurt yellow wolf wizard winter window';
export const STRANGER = 'bagel baker balsa banjo barley basil basket beacon';

/** Records in memory. */
export function openRecords(): KeyRecords & { saved: KeyRecord | null } {
  const records = {
    saved: null as KeyRecord | null,
    read: async () => records.saved,
    async replace(was: KeyRecord | null, next: KeyRecord) {
      if (JSON.stringify(was) !== JSON.stringify(records.saved)) return false;
      records.saved = next;
      return true;
    },
    end: () => {},
  };
  return records;
}

/** Keys of a school that no one has a key of yet. */
export function openKeys(): Promise<SafeguardingKeys> {
  return openSafeguardingKeys({ records: openRecords(), setup: null, cost: CHEAP });
}
