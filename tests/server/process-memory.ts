import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** Why the memory of another process cannot be read here, or null where it can. */
export const whyNoMemory: string | null =
  process.platform !== 'linux' || !existsSync('/proc/self/mem')
    ? 'there is no /proc/PID/mem here'
    : process.getuid?.() === 0
      ? null
      : 'only root may read the memory of another process';

const PAGE = 4096;
const EMPTY = Buffer.alloc(PAGE);
const CHUNK = 16 * 1024 * 1024;
/** Mappings that overlap at their ends: what lies across two chunks is seen in one of them. */
const OVERLAP = 4096;

/** The process and all that it has started, and those in turn. */
export function processesOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        return [
          {
            pid: Number(name),
            parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]),
          },
        ];
      } catch {
        return [];
      }
    });
  const below = (one: number): readonly number[] => [
    one,
    ...parents.filter(({ parent }) => parent === one).flatMap((child) => below(child.pid)),
  ];
  return below(pid);
}

/** Goes through everything that the processes hold and may write to, a part at a time; `see` may hold on to nothing of it. */
export function eachPartOf(pids: readonly number[], see: (part: Buffer) => void): void {
  const room = Buffer.allocUnsafeSlow(CHUNK);
  for (const pid of pids) {
    const memory = openOrNull(`/proc/${pid}/mem`);
    // It has ended meanwhile.
    if (memory === null) continue;
    const pages = openOrNull(`/proc/${pid}/pagemap`);
    for (const mapping of writableOf(pid)) {
      for (const { from, to } of heldIn(mapping, pages)) {
        let at = from;
        while (at < to) {
          const read = readOrGone(memory, room, { at, to });
          see(room.subarray(0, read));
          if (at + read >= to) break;
          // A page that is gone is stepped over.
          at += Math.max(PAGE, read - OVERLAP);
        }
      }
    }
    closeSync(memory);
    if (pages !== null) closeSync(pages);
  }
  room.fill(0);
}

type Range = { readonly from: number; readonly to: number };

/** `isFile`: what lies in a file is in memory, too, where the process has not touched it. */
type Mapping = Range & { readonly isFile: boolean };

/** What Linux says of each page, in bytes, and in the last of them: whether it is in memory, or swapped out. */
const ENTRY = 8;
const HELD = 0b1100_0000;

/** The pages of a mapping that hold something: five of six of what is reserved were never touched. All of it where that is not known. */
function heldIn({ from, to, isFile }: Mapping, pages: number | null): readonly Range[] {
  if (pages === null || isFile) return [{ from, to }];
  const entries = Buffer.alloc(((to - from) / PAGE) * ENTRY);
  const read = readSync(pages, entries, 0, entries.length, (from / PAGE) * ENTRY);
  if (read < entries.length) return [{ from, to }];
  const held: { from: number; to: number }[] = [];
  for (let at = from, entry = ENTRY - 1; at < to; at += PAGE, entry += ENTRY) {
    if (((entries[entry] ?? 0) & HELD) === 0) continue;
    const last = held.at(-1);
    if (last?.to === at) last.to += PAGE;
    else held.push({ from: at, to: at + PAGE });
  }
  return held;
}

// What the process has given back since it was listed holds nothing of it any more.
function readOrGone(
  memory: number,
  room: Buffer,
  { at, to }: { readonly at: number; readonly to: number },
): number {
  try {
    return readSync(memory, room, 0, Math.min(CHUNK, to - at), at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return 0;
    throw error;
  }
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}

/** Mappings that can be read and written, and of which something is in memory, or swapped out. */
function writableOf(pid: number): readonly Mapping[] {
  const found: (Mapping & { held: number })[] = [];
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'latin1').split('\n')) {
    const mapping = /^([0-9a-f]+)-([0-9a-f]+) (r\S*|-\S*) \S+ \S+ (\d+)/.exec(line);
    if (mapping !== null) {
      const [, from = '', to = '', rights = '', inode] = mapping;
      found.push({
        from: Number.parseInt(from, 16),
        to: Number.parseInt(to, 16),
        isFile: inode !== '0',
        held: rights.startsWith('rw') ? 0 : Number.NEGATIVE_INFINITY,
      });
    }
    const last = found.at(-1);
    const [, held] = /^(?:Rss|Swap):\s+(\d+) kB/.exec(line) ?? [];
    if (last !== undefined && held !== undefined) last.held += Number(held);
  }
  return found.filter(({ held }) => held > 0);
}

/**
 * Finds texts in memory, as bytes and as UTF-16, in one go: `found` is called with which and where.
 */
export function openFinder(
  texts: readonly string[],
): (part: Buffer, found: (text: number, at: number) => void) => void {
  const wanted = texts.flatMap((text, at) =>
    [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')].map((bytes) => ({ bytes, at })),
  );
  const byStart = Map.groupBy(wanted, ({ bytes }) => startOf(bytes, 0));
  const isStart = new Uint8Array(0x10000);
  for (const start of byStart.keys()) isStart[start] = 1;
  return (part, found) => {
    for (let page = 0; page < part.length; page += PAGE) {
      const end = Math.min(page + PAGE, part.length - 1);
      // Most of what a program has reserved was never written to.
      if (part[page] === 0 && part.compare(EMPTY, 0, end - page, page, end) === 0) continue;
      let start = part[page] ?? 0;
      for (let at = page; at < end; at += 1) {
        // Every byte of a gigabyte is gone by here: what `startOf` says of it, in the fewest steps.
        start = ((start & 0xff) << 8) | (part[at + 1] ?? 0);
        if (isStart[start] === 0) continue;
        for (const { bytes, at: text } of byStart.get(start) ?? []) {
          if (
            part.length - at >= bytes.length &&
            part[at + 2] === bytes[2] &&
            part.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0
          ) {
            found(text, at);
          }
        }
      }
    }
  };
}

function startOf(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
