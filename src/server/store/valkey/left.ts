import { namesIn, pairsIn } from './replies.ts';
import { makeBallots } from '../../../poll/ballot.ts';
import {
  formatLeftNote,
  isGone,
  isSealed,
  parseLeftNote,
  toLeftNote,
} from '../../../room/left-note.ts';
import type { LeftNote } from '../../../room/left-note.ts';
import type { Note } from '../../../room/protocol.ts';
import { NOTED, notesKey, roomKey } from './keys.ts';
import type { Link } from './link.ts';
import type { RoomsParts } from './rooms.ts';
import { scripts } from './scripts.ts';

/** A left note with the key it lies under, and as it lies there. */
type Found = {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly note: LeftNote;
};

/** Notes of rooms that are gone and that are not gone themselves (R8, R26), in the order of their random ids. */
export async function leftNotes(
  { link }: Pick<RoomsParts, 'link'>,
  now: number,
): Promise<readonly LeftNote[]> {
  const notes = (await findAll(link)).map(({ note }) => note).filter((note) => !isGone(note, now));
  return notes.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Writes notes down that have no room any more, under a name that no room has (R25). */
export async function leave(
  { link, noteSealer, random }: Pick<RoomsParts, 'link' | 'noteSealer' | 'random'>,
  notes: readonly LeftNote[],
): Promise<void> {
  if (notes.length === 0) return;
  await noteSealer.refresh();
  const [place = ''] = makeBallots(1, random);
  await link.send('SADD', NOTED, place);
  const fields = notes
    .map((note) => toLeftNote(note, noteSealer))
    .flatMap((note) => [note.id, formatLeftNote(note)]);
  await link.send('HSET', notesKey(place), ...fields);
}

/** Puts a left note in the place of what it was; false where it is no longer as it was. */
export async function changeLeft(
  { link }: Pick<RoomsParts, 'link'>,
  was: LeftNote,
  next: LeftNote | null,
): Promise<boolean> {
  const found = (await findAll(link)).find(({ note }) => note.id === was.id);
  if (!found || formatLeftNote(found.note) !== formatLeftNote(was)) return false;
  return swap(link, found, next);
}

/** Deletes what is gone, seals what waits unsealed, once there is a key, and forgets rooms that left nothing (R25, R26). */
export async function sweepLeft(
  { link, noteSealer }: Pick<RoomsParts, 'link' | 'noteSealer'>,
  now: number,
): Promise<void> {
  await noteSealer.refresh();
  for (const found of await findAll(link)) {
    const { note } = found;
    if (isGone(note, now)) await swap(link, found, null);
    else if (!isSealed(note)) await sealNow(found, note);
  }
  for (const id of await roomsGone(link)) {
    if ((await link.send('EXISTS', notesKey(id))) === 0) await link.send('SREM', NOTED, id);
  }

  async function sealNow(found: Found, note: Note): Promise<void> {
    const sealed = toLeftNote(note, noteSealer);
    if (isSealed(sealed)) await swap(link, found, sealed);
  }
}

async function swap(link: Link, { id, key, text }: Found, next: LeftNote | null): Promise<boolean> {
  const isSwapped = await link.run(
    scripts.swap,
    [key],
    [id, text, next === null ? '' : formatLeftNote(next)],
  );
  return isSwapped === 1;
}

async function findAll(link: Link): Promise<readonly Found[]> {
  const keys = (await roomsGone(link)).map(notesKey);
  const all = (await Promise.all(
    keys.map((key) => link.send('HGETALL', key)),
  )) as readonly unknown[];
  return all.flatMap((fields, at) =>
    pairsIn(fields).flatMap(([id, text]) => read(keys[at] ?? '', id, text)),
  );
}

function read(key: string, id: string, text: string): readonly Found[] {
  const note = parseLeftNote(text);
  return note === null ? [] : [{ id, key, text, note }];
}

async function roomsGone(link: Link): Promise<readonly string[]> {
  const noted = namesIn(await link.send('SMEMBERS', NOTED));
  const isThere = await Promise.all(noted.map((id) => link.send('EXISTS', roomKey(id))));
  return noted.filter((_, at) => isThere[at] === 0);
}
