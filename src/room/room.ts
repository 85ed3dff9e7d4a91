import * as v from 'valibot';
import type { AfterLesson, Published } from '../poll/disclose.ts';
import type { PrivateQuestion, Question, SharedQuestion } from '../poll/question.ts';
import type { Count, TabletCount, Tally } from '../poll/tally.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { record, type Fields } from '../text/schema.ts';
import type { HelpOnDevices } from '../subjects/help-topics.ts';
import type { Names } from '../lesson/names.ts';
import { SHUT } from './box.ts';
import { parseEntry } from './code.ts';
import type { Box } from './box.ts';
import type { Discussed, Stage, Step } from './protocol.ts';
import type { Seen } from './seen.ts';

/** Seats beyond the number of pupils, for a restarted tablet or a late pupil (R3). */
export const SPARE_SEATS = 3;
/** How long pages may still hand in their answer after the teacher closed, in ms (R7). */
export const CLOSING_MS = 2_000;
/** How long a window leads without saying so again, in ms (R13). */
export const LEAD_MS = 5_000;
/** How long a room lives, in ms (R8). */
export const ROOM_MS = 90 * 60_000;

/** The question being answered; `round` is that of its ballots (R21); hands and cards cannot even be written down where they are forbidden. */
export type Open =
  | {
      readonly question: SharedQuestion;
      readonly round: number;
      readonly hands: Count | null;
      /** Cards that a camera has read; no view has more of them than how many, in fives (R53). */
      readonly cards: Count | null;
    }
  | {
      readonly question: PrivateQuestion;
      readonly round: number;
      readonly hands: null;
      readonly cards: null;
    };

/** A question that is closed for good, with its totals (R7), and its result as it was on the board, worked out once; null while it has never been there (D5). */
export type Closed = {
  readonly question: string;
  readonly round: number;
  readonly tally: Tally;
  readonly told: Published | null;
};

/** A round whose answers were discarded before anything of it was shown: how many took part on tablets is all that is left (R21, D5). */
export type Discarded = {
  readonly question: string;
  readonly round: number;
  readonly turnout: number;
};

/** Seats that are taken, how many there may be, and how many were taken before this question, where tablets are shared (R3). */
export type Seats = { readonly taken: number; readonly cap: number; readonly before: number };

/** What a room knows in every state but the last. */
export type Running = {
  /** The first code of the room: its name in the store. */
  readonly id: string;
  /** What newcomers type in. */
  readonly code: string;
  /** Earlier codes: readers go on with them, newcomers cannot (R3). */
  readonly formerCodes: readonly string[];
  /** What a seated page comes back with: the same for every seat (R19). */
  readonly pass: string;
  /** Codes and passes from before the seats were reset: they lead nowhere, and a page that brings one learns why (R20). */
  readonly formerEntries: readonly string[];
  /** SHA-256 of the teacher's key, base64url; never in any view. */
  readonly keyHash: string;
  /** The lesson's slug. */
  readonly lesson: string;
  readonly pupils: number;
  readonly devices: boolean;
  readonly seats: Seats;
  /** True where pupils pass tablets on: each question then has seats of its own (R3). */
  readonly shared: boolean;
  /** True once the teacher has closed joining: the code alone takes no seat (R52). */
  readonly isJoiningClosed: boolean;
  /** Frozen when the room opened, right answers with them (R1). */
  readonly questions: readonly Question[];
  readonly hash: string;
  /** What the lesson’s characters are called today. */
  readonly names: Names;
  /** What its help is about, where it is not what every class is shown. */
  readonly help?: HelpOnDevices;
  readonly closed: readonly (Closed | Discarded)[];
  readonly slide: string | null;
  readonly stage: Stage | null;
  /** For the reading view (R16). */
  readonly seen: Seen;
  readonly box: Box;
  /** The window that leads, and until when, in ms since 1970 (R13). */
  readonly lead: { readonly by: string; readonly until: number } | null;
  /** Ms since 1970 (R8). */
  readonly deadline: number;
  /** Numbers the views of this room; a seat or an answer does not move it. */
  readonly n: number;
};

/** How the field is read that says what the lesson’s characters are called. */
export const NAMES_FIELD: Pick<Fields<Running>, 'names'> = { names: record(v.string()) };

/** A room in one of its states; each has only what it needs. */
export type Room =
  | (Running & { readonly state: 'waiting' })
  | (Running & { readonly state: 'asking'; readonly open: Open })
  | (Running & {
      readonly state: 'closing';
      readonly open: Open;
      readonly until: number;
      /** The board has gone on to another slide since (R54). */
      readonly hasMovedOn?: true;
    })
  | (Running & {
      readonly state: 'closed';
      readonly last: { readonly question: string; readonly round: number };
      readonly hasMovedOn?: true;
    })
  | (Running & {
      readonly state: 'shown';
      readonly shown: { readonly question: SharedQuestion; readonly round: number };
      readonly hasMovedOn?: true;
    })
  | {
      readonly state: 'finished';
      readonly id: string;
      readonly code: string;
      readonly lesson: string;
      readonly n: number;
      /** For the teacher alone, told once and kept nowhere (M7). */
      readonly after: readonly AfterLesson[];
      /** What the board was shown, sent once and stored nowhere. */
      readonly discussed: readonly Discussed[];
      /** The store came back empty: its answers are gone, and no one finished the lesson (R33). */
      readonly lost?: true;
    };

/** A room that is not finished. */
export type Live = Exclude<Room, { readonly state: 'finished' }>;

/** A room that is over. */
export type Finished = Exclude<Room, Live>;

/** What happens to a room: the teacher's steps, and what the store adds. */
export type RoomEvent =
  | Exclude<Step, { readonly type: 'new-code' | 'reset-seats' }>
  | { readonly type: 'new-code'; readonly code: string }
  | { readonly type: 'reset-seats'; readonly code: string; readonly pass: string }
  /** `pass` where a page that was in takes another seat. */
  | { readonly type: 'seat'; readonly code: string; readonly pass?: string }
  /** A pupil's note, with the random id that is all its place (R11). */
  | { readonly type: 'note'; readonly id: string; readonly text: string }
  /** The closing time is over; these are the tablets' totals. */
  | { readonly type: 'closed'; readonly tablets: TabletCount }
  /** The program starts again: answers in memory are gone, so a closing question is opened again for receipts (R5). */
  | { readonly type: 'restart' };

/** Why something was not done: an HTTP status, a stable code and a sentence. */
export type Refused = {
  readonly refused: {
    readonly status: 400 | 404 | 409;
    readonly code: string;
    readonly message: string;
  };
};

/** What a step comes to. */
export type Stepped = { readonly room: Room } | Refused;

/** What a new room is made from. `now` is ms since 1970. */
export type RoomStart = {
  readonly code: string;
  /** Empty where no page ever has a seat. */
  readonly pass: string;
  readonly keyHash: string;
  readonly lesson: string;
  readonly questions: readonly Question[];
  readonly names?: Names;
  readonly help?: HelpOnDevices;
  readonly pupils: number;
  readonly devices: boolean;
  readonly now: number;
};

/** A room that waits for its first question; its questions are frozen from here on (R1). */
export function openRoom({
  code,
  pass,
  keyHash,
  lesson,
  questions,
  names = {},
  help,
  pupils,
  devices,
  now,
}: RoomStart): Live {
  return {
    state: 'waiting',
    id: code,
    code,
    formerCodes: [],
    pass,
    formerEntries: [],
    keyHash,
    lesson,
    pupils,
    devices,
    seats: { taken: 0, cap: seatsFor({ pupils, shared: false }), before: 0 },
    shared: false,
    isJoiningClosed: false,
    questions,
    hash: fingerprint(JSON.stringify(questions)),
    names,
    ...(help !== undefined && { help }),
    closed: [],
    slide: null,
    stage: null,
    seen: {},
    box: SHUT,
    lead: null,
    deadline: now + ROOM_MS,
    n: 1,
  };
}

/** The seats a class needs for a question. Where tablets are shared, between two at least, each may be passed on once more than there are pupils for it (R3). */
export function seatsFor({ pupils, shared }: Pick<Running, 'pupils' | 'shared'>): number {
  return pupils + SPARE_SEATS + (shared ? Math.ceil(pupils / 2) : 0);
}

/** The question being answered, or null. */
export function openOf(room: Room): Open | null {
  return room.state === 'asking' || room.state === 'closing' ? room.open : null;
}

/** The last round of a question that was closed in this room, discarded or not; 0 where none was. */
export function lastRound(room: Running, question: string): number {
  return room.closed.findLast((one) => one.question === question)?.round ?? 0;
}

/** A refusal, with the status a request is answered with. */
export function refuse(
  status: Refused['refused']['status'],
  code: string,
  message: string,
): Refused {
  return { refused: { status, code, message } };
}

/** The answer where no one was given a device. */
export const NO_DEVICES: Refused = refuse(409, 'no-devices', 'This class answers without devices.');

/** A closing question still takes answers: ask again in a moment. */
export const TOO_EARLY: Refused = refuse(
  409,
  'still-closing',
  'The last answers are still coming in.',
);

/** True where a question is only not closed yet, so that the caller tries again (R30). */
export function isTooEarly({ refused }: Refused): boolean {
  return refused.code === TOO_EARLY.refused.code;
}

/** True until a time that was set `span` ms before it at the earliest. Before even that the clock was set back, and the time is over (R30). */
export function isBefore(now: number, until: number, span: number): boolean {
  return now < until && now >= until - span;
}

/** The answer for a room whose store came back empty (R33). */
export const LOST_ROOM: Refused = refuse(
  404,
  'room-lost',
  'This lesson was lost when the school’s server was restarted. Ask your teacher to start it again.',
);

/** The answer for a room that is not, or no longer, there. */
export const NO_ROOM: Refused = refuse(
  404,
  'no-such-room',
  'There is no room with this code. Check the code on the board.',
);

/** The answer for a page whose code or pass is from before the seats were reset (R20). */
const SEATS_RESET: Refused = refuse(
  409,
  'seats-reset',
  'Your teacher has reset the seats. Type the code on the board.',
);

/** Why a pupil's page does not get into a room by this code or pass; null where it does. A room's name in the store is no code (R19, R20). */
export function entryRefusal(
  { code, pass, formerCodes, formerEntries }: Live,
  entry: string,
): Refused | null {
  const named = parseEntry(entry);
  if (named === null) return NO_ROOM;
  if (named === code || named === pass || formerCodes.includes(named)) return null;
  return formerEntries.includes(named) ? SEATS_RESET : NO_ROOM;
}

/** True for any name that a request may know a room by, whether it still leads in or not. */
export function isNameOf(
  { id, code, pass, formerCodes, formerEntries }: Live,
  named: string,
): boolean {
  return [id, code, pass, ...formerCodes, ...formerEntries].includes(named);
}

/** The room after a step that its views tell of. */
export function next(room: Live): Stepped {
  return { room: { ...room, n: room.n + 1 } };
}
