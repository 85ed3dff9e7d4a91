import { setTimeout as wait } from 'node:timers/promises';
import { boxView } from '../../room/box.ts';
import {
  dealtWith,
  isSealed,
  waitingFor,
  type LeftNote,
  type SealedLeftNote,
} from '../../room/left-note.ts';
import type { LeftNotes, Note, NoteView, WaitingNotes } from '../../room/protocol.ts';
import { answer, BAD_SHAPE, refuse, TOO_MANY, type Answer, type Asked } from './answer.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import type { Opener } from '../schools/note-seal.ts';
import type { KeyMade } from '../schools/safeguarding-keys.ts';
import { parseDealtWith, parseNewKey } from './shapes.ts';

/** How long a wrong key waits for its answer, in ms. A right one never does (R26). */
export const WRONG_MS = 1_000;

const NO_KEY = refuse(401, 'no-key', 'This needs the eight words of your safeguarding lead.');
const WRONG_WORDS = refuse(
  403,
  'wrong-words',
  'These words don’t open the notes. Check each word against your card.',
);
const NO_NOTE = refuse(404, 'no-such-note', 'This note isn’t here any more. Load the page again.');

/** `GET /api/box/waiting`: what any member of staff may know of left notes: how many there are (R25). */
export async function waitingNotes({ store, keys, now }: Classrooms): Promise<Answer> {
  return answer(200, {
    waiting: waitingFor(await store.left(now())).length,
    ...(await keys.state()),
  } satisfies WaitingNotes);
}

/** `GET /api/box`: notes that lessons left behind, for someone who has the words of a safeguarding key; never at the pupils' door (R8, R25). */
export async function leftNotes(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const opener = await unlock(rooms, asked);
  return 'refusal' in opener ? opener.refusal : answer(200, await viewFor(rooms, opener));
}

/** `POST /api/box {note, undo}`: the safeguarding lead has dealt with this note, or has not after all; the rest is answered (R26). */
export async function dealWithNote(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const wanted = parseDealtWith(asked.body);
  const opener = await unlock(rooms, asked);
  if ('refusal' in opener) return opener.refusal;
  if (wanted === null) return BAD_SHAPE;
  const found = (await rooms.store.left(rooms.now()))
    .filter(isSealed)
    .find(({ id }) => id === wanted.note);
  if (!found || opener.open(found) === null) return NO_NOTE;
  await rooms.store.changeLeft(
    found,
    wanted.undo ? { ...found, goneAt: null } : dealtWith(found, rooms.now()),
  );
  return answer(200, await viewFor(rooms, opener));
}

/** `POST /api/box/keys {words, reason, code}`: makes a safeguarding key; where there is one already, the words of a holder come as a bearer (R25). */
export async function makeKey(
  rooms: Classrooms,
  { key: holder, body, gone }: Asked,
): Promise<Answer> {
  const wanted = parseNewKey(body);
  if (wanted === null) return BAD_SHAPE;
  const made = await rooms.keys.make({ ...wanted, holder }, rooms.store, rooms.now());
  if (made === 'made') {
    return answer(201, (await rooms.keys.state()) satisfies Omit<WaitingNotes, 'waiting'>);
  }
  if (made === 'wrong-words' || made === 'wrong-code') await slowly(gone);
  return notMade(made);
}

function notMade(made: Exclude<KeyMade, 'made'>): Answer {
  switch (made) {
    case 'bad-words':
      return refuse(
        400,
        'bad-words',
        'A key has eight different words from our list. Load the page again for new ones.',
      );
    case 'has-key':
      return refuse(409, 'has-key', 'There is a key already. Load the page again.');
    case 'wrong-words':
      return WRONG_WORDS;
    case 'wrong-code':
      return refuse(
        403,
        'wrong-code',
        'This isn’t the setup code. IT has it in a file, it works once and for seven days: ask them.',
      );
    case 'enough-keys':
      return refuse(
        409,
        'enough-keys',
        'Four people have a key already. Replace one of them instead.',
      );
    case 'changed-meanwhile':
      return refuse(
        409,
        'changed-meanwhile',
        'Someone else changed the keys just now. Load the page again.',
      );
    case 'busy':
      return TOO_MANY;
  }
}

async function unlock(
  { keys, store, now }: Classrooms,
  { key, gone }: Asked,
): Promise<Opener | { readonly refusal: Answer }> {
  if (key === '') return { refusal: NO_KEY };
  const opener = await keys.unlock(key, await store.left(now()));
  if (opener === 'busy') return { refusal: TOO_MANY };
  if (opener !== null) return opener;
  await slowly(gone);
  return { refusal: WRONG_WORDS };
}

async function viewFor({ store, now }: Classrooms, opener: Opener): Promise<LeftNotes> {
  const left = (await store.left(now())).filter(isSealed);
  const opened = left.map((note) => ({ note, opened: opener.open(note) }));
  const views = (isDone: (note: SealedLeftNote) => boolean) =>
    asViews(
      opened.flatMap(({ note, opened: text }) => (text !== null && isDone(note) ? [text] : [])),
    );
  return {
    notes: views(({ goneAt }) => goneAt === null),
    dealtWith: views(({ goneAt }) => goneAt !== null),
    sealedToOthers: opened.filter(({ note, opened: text }) => text === null && isWaiting(note))
      .length,
  };
}

function isWaiting(note: LeftNote): boolean {
  return waitingFor([note]).length > 0;
}

function asViews(notes: readonly Note[]): readonly NoteView[] {
  return boxView({ isOpen: false, notes }).notes;
}

async function slowly(gone: AbortSignal): Promise<void> {
  await wait(WRONG_MS, undefined, { signal: gone }).catch(() => undefined);
}
