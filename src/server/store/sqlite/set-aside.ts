import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOM_MS } from '../../../room/room.ts';

/** What follows the name of a file that SQLite keeps beside its own. */
export const BESIDE = ['', '-wal', '-shm'] as const;

/**
 * `rooms-damaged-2026-11-27T1015.sqlite`: by the wall clock, to the minute; a second one in the
 * same minute gets a number.
 */
function asideName(name: string, kind: string, wall: number): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.\w+)?$/.exec(name) ?? [];
  const at = new Date(wall);
  const [year, ...rest] = [
    at.getFullYear(),
    at.getMonth() + 1,
    at.getDate(),
    at.getHours(),
    at.getMinutes(),
  ].map((part) => String(part).padStart(2, '0'));
  const [month, day, hours, minutes] = rest;
  return `${stem}-${kind}-${year}-${month}-${day}T${hours}${minutes}${ending}`;
}

/** Gives a file, and what lies beside it, another name with the date in it; returns that name. What it holds is not changed. */
export function setAside(
  { folder, file, kind }: { readonly folder: string; readonly file: string; readonly kind: string },
  wall: number,
): string {
  const first = asideName(file, kind, wall);
  const isTaken = (aside: string) => BESIDE.some((end) => existsSync(join(folder, aside + end)));
  let aside = first;
  for (let at = 2; isTaken(aside); at += 1) aside = first.replace(/(\.\w+)?$/, `-${at}$1`);
  for (const end of BESIDE) {
    const path = join(folder, file + end);
    if (!existsSync(path)) continue;
    renameSync(path, join(folder, aside + end));
    // Its age is counted from now, not from when it was last written.
    utimesSync(join(folder, aside + end), wall / 1000, wall / 1000);
  }
  return aside;
}

/** Overwrites and deletes rooms that were set aside 90 minutes ago or more: nothing of a room is there for longer (R8). Files of other programs stay. */
export function clearAside(folder: string, wall: number): void {
  for (const name of readdirSync(folder)) {
    if (!/^rooms-(damaged|newer)-.*\.sqlite(-wal|-shm)?$/.test(name)) continue;
    const path = join(folder, name);
    const { mtimeMs, size } = lstatSync(path);
    // One from the future was set aside before the clock went back.
    if (wall - mtimeMs < ROOM_MS && mtimeMs - wall < ROOM_MS) continue;
    overwrite(path, size);
    rmSync(path, { force: true });
  }
}

function overwrite(path: string, size: number): void {
  const file = openSync(path, 'r+');
  try {
    const zeros = Buffer.alloc(64 * 1024);
    for (let at = 0; at < size; at += zeros.length) {
      writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
