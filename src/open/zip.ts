import { Inflate } from 'fflate';
import { LIMITS, type Amount } from './limits.ts';
import { CannotOpen } from './opened.ts';

/** The files within a zip file, by name; each is unpacked when it is asked for. */
export type Archive = {
  /** How much of its parts was read as XML. */
  readonly parsed: Amount;
  readonly names: readonly string[];
  /** A file's bytes; null where there is none of that name. Throws `CannotOpen` where it is damaged, or larger than `max`. */
  readonly read: (name: string, max?: number) => Uint8Array | null;
  /** A picture, without which the rest of the file is opened all the same. Throws `CannotOpen` where it is damaged. */
  readonly readPicture: (name: string) => ZipPicture;
};

/** A picture within a zip file; of one that is too large, how many bytes the file says it has. */
export type ZipPicture =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'missing' };

type Entry = {
  readonly method: number;
  readonly packed: number;
  /** How many bytes it has unpacked, as the file says; it may say what it likes. */
  readonly size: number;
  readonly at: number;
  readonly encrypted: boolean;
};

/** Bytes that are unpacked at a time: each gives at most 1,032 times as many. */
const STEP = 8192;
const [END_SIZE, ENTRY_SIZE, LOCAL_SIZE, MAX_COMMENT] = [22, 46, 30, 65_535];

/** Opens a zip file. Nothing is unpacked yet; a name that leads out of the folder it would be unpacked into is refused. */
export function openZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(view, bytes);
  let left: number = LIMITS.unpacked;

  function read(name: string, max: number = LIMITS.part): Uint8Array | null {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    const limit = Math.min(max, left);
    // What is unpacked in vain counts too: a file with many such takes no more time than any.
    left -= limit;
    const unpacked = unpack(bytes, entry, limit);
    left += limit - unpacked.length;
    return unpacked;
  }

  function readPicture(name: string): ZipPicture {
    const size = entries.get(name)?.size ?? 0;
    if (size > LIMITS.picture) return { kind: 'too-large', size };
    try {
      const picture = read(name, LIMITS.picture);
      return picture === null ? { kind: 'missing' } : { kind: 'read', bytes: picture };
    } catch (error) {
      if (error instanceof CannotOpen && error.code === 'too-large') {
        return { kind: 'too-large', size };
      }
      throw error;
    }
  }

  return {
    names: [...entries.keys()],
    parsed: { paragraphs: 0, runs: 0 },
    read,
    readPicture,
  };
}

function readEntries(view: DataView, bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  if (end === null) throw damaged();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > LIMITS.entries || count === 0xffff || at === 0xffff_ffff) throw tooLarge();
  const entries = new Map<string, Entry>();
  for (let nth = 0; nth < count; nth += 1) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== 0x02014b50) {
      throw damaged();
    }
    const [name, extra, comment] = [28, 30, 32].map((here) => view.getUint16(at + here, true));
    const nameEnd = at + ENTRY_SIZE + (name ?? 0);
    if (nameEnd > view.byteLength) throw damaged();
    const path = safeName(new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, nameEnd)));
    // Of two with one name a reader takes the first, and another the last: that is no file of Office.
    if (entries.has(path)) throw unsafe('it has two files of one name in it');
    entries.set(path, {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

// The record that ends a zip file stands before a comment whose length it says.
function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return null;
}

function safeName(name: string): string {
  const path = name.replaceAll('\\', '/');
  if (/^\/|^[a-z]:|\0/i.test(path) || path.split('/').includes('..')) {
    throw unsafe('a file in it would be unpacked outside its folder');
  }
  return path;
}

function unpack(bytes: Uint8Array, entry: Entry, max: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, packed, method } = entry;
  if (entry.encrypted) throw new CannotOpen('password', PASSWORD);
  if (at + LOCAL_SIZE > view.byteLength || view.getUint32(at, true) !== 0x04034b50) {
    throw damaged();
  }
  const from = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw damaged();
  const data = bytes.subarray(from, from + packed);
  if (method === 0) {
    if (data.length > max) throw tooLarge();
    return data;
  }
  if (method !== 8) throw damaged();
  return inflate(data, max);
}

function inflate(data: Uint8Array, max: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > max) throw tooLarge();
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    }
  } catch (error) {
    throw error instanceof CannotOpen ? error : damaged();
  }
  const whole = new Uint8Array(size);
  let to = 0;
  for (const chunk of chunks) {
    whole.set(chunk, to);
    to += chunk.length;
  }
  return whole;
}

const PASSWORD =
  'Cannot open this file: it is locked with a password. Open it in the program it was made with, save a copy without a password, and open that';

function damaged(): CannotOpen {
  return new CannotOpen(
    'damaged-file',
    'Cannot open this file: it is damaged, or was not copied in full. Copy it again, or open it in the program it was made with and save it under another name',
  );
}

function tooLarge(): CannotOpen {
  return new CannotOpen(
    'too-large',
    'Cannot open this file: what is packed in it is too large. Leave out films and large pictures, save it under another name, and open that',
  );
}

function unsafe(why: string): CannotOpen {
  return new CannotOpen(
    'unsafe-file',
    `Cannot open this file: ${why}. No program that teachers use writes such a file: ask where it comes from`,
  );
}
