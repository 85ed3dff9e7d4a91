import { randomUUID } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readJsonAs, type Fields, type Schema } from '../../text/schema.ts';
import { writeWhole } from '../../site/write-whole.ts';
import { withFileLock } from './file-lock.ts';
import type { Holder } from './note-seal.ts';

/** What a school's program stores of its safeguarding keys: the public halves alone (R25). */
export type KeyRecord = { readonly version: 1; readonly holders: readonly Holder[] };

/** Where the record is: one for the school. */
export type KeyRecords = {
  /** null where there is none yet, or none that can be read. */
  readonly read: () => Promise<KeyRecord | null>;
  /** False, and nothing is changed, where it is no longer as it was. */
  readonly replace: (was: KeyRecord | null, next: KeyRecord) => Promise<boolean>;
  readonly end: () => void;
};

const NAME = 'safeguarding-key.json';

/** Opens the record in one file of the data folder. */
export function openKeyFile(folder: string): KeyRecords {
  const path = join(folder, NAME);
  async function read(): Promise<KeyRecord | null> {
    return parseKeyRecord((await textOf(path)) ?? '');
  }

  async function replace(was: KeyRecord | null, next: KeyRecord): Promise<boolean> {
    const text = await textOf(path);
    const now = parseKeyRecord(text ?? '');
    if (!isSameRecord(now, was)) return false;
    // What cannot be read is set aside: it may be mended, and notes are sealed to its keys.
    if (text !== null && now === null) {
      await rename(path, join(folder, `${NAME}.damaged-${randomUUID()}`));
    }
    await writeWhole(path, formatKeyRecord(next), { isPrivate: true });
    return true;
  }

  return {
    read,
    replace: (was, next) => withFileLock(folder, () => replace(was, next)),
    end: () => {},
  };
}

/** A record as it is stored. */
export function formatKeyRecord(record: KeyRecord): string {
  return `${JSON.stringify({ wholeclass: 'safeguarding key', ...record }, null, 2)}\n`;
}

/** Reads what `formatKeyRecord` wrote; null for anything else. */
export function parseKeyRecord(json: string): KeyRecord | null {
  const record = readJsonAs(keyRecord, json);
  return record !== null && record.holders.length > 0 ? record : null;
}

const holder = v.object({
  publicKey: base64url(43),
  salt: base64url(22),
  hint: base64url(3),
} satisfies Fields<Holder>);
const keyRecord = v.object({
  version: v.literal(1),
  holders: v.array(holder),
} satisfies Fields<KeyRecord>);

/** True for two records with the same holders, and for none and none. */
export function isSameRecord(one: KeyRecord | null, other: KeyRecord | null): boolean {
  if (one === null || other === null) return one === other;
  return formatKeyRecord(one) === formatKeyRecord(other);
}

function base64url(length: number): Schema<string> {
  return v.pipe(v.string(), v.length(length), v.regex(/^[\w-]+$/));
}

// What cannot be read for another reason than that there is none must not look like none: a new key would take its place.
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
