import type { Random } from '../poll/ballot.ts';
import { mayCountHands } from '../poll/question.ts';
import type { Question } from '../poll/question.ts';
import { question, sharedQuestion } from '../poll/question-schema.ts';
import type { Count, TabletCount, Tally } from '../poll/tally.ts';
import {
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  readAs,
  readJsonAs,
  record,
  text,
  variant,
  whole,
} from '../text/schema.ts';
import type { Fields, Schema } from '../text/schema.ts';
import { triages } from './box.ts';
import { makePass } from './pass.ts';
import type { Note, Stage } from './protocol.ts';
import { published } from './stored-end.ts';
import { NAMES_FIELD } from './room.ts';
import type { Closed, Discarded, Live, Open, Running } from './room.ts';

/** The version of a room as it is stored. Raise it where a field comes, goes or changes its meaning, and say in `ADDED` how an older room gets it (R32). */
export const ROOM_VERSION = 3;

/** A room that was stored, and how long it had still to live, in ms, where that was written with it (R30). */
export type StoredRoom = { readonly room: Live; readonly left: number | null };

/** A room as text to be stored; `left` is how long it has still to live, in ms. */
export function serialiseRoom(room: Live, left?: number): string {
  return JSON.stringify({ version: ROOM_VERSION, ...(left !== undefined && { left }), room });
}

/** Reads what `serialiseRoom` of this program or of an older one wrote; null for all else, and for what a newer one wrote (R32). */
export function parseStoredRoom(stored: string, random: Random): StoredRoom | null {
  const read = readJsonAs(envelope, stored) ?? readJsonAs(unversioned, stored);
  const room = read && parseRoom(read, random);
  return room && { room, left: read?.left ?? null };
}

function parseRoom(
  { version, room }: Pick<Envelope, 'version' | 'room'>,
  random: Random,
): Live | null {
  return version > ROOM_VERSION ? null : readAs(liveRoom, { ...ADDED[version]?.(random), ...room });
}

/** A room as several processes share it, with how many seats have ballots, and the receipt key of its open question. */
export function serialiseShared({ room, seats, key }: SharedRoom): string {
  return JSON.stringify({ version: ROOM_VERSION, room, seats, key });
}

/** Reads what `serialiseShared` of this program or of an older one wrote; null for all else, and for what a newer one wrote (R32). */
export function parseShared(stored: string, random: Random): SharedRoom | null {
  const read = readJsonAs(sharedRoom, stored);
  const room = read && parseRoom({ version: read.version ?? 1, room: read.room }, random);
  return room && read && { room, seats: read.seats, key: read.key };
}

/** What processes that share a room know of it. */
export type SharedRoom = {
  readonly room: Live;
  readonly seats: number;
  readonly key: string | null;
};

type Envelope = {
  readonly version: number;
  readonly left?: number;
  readonly room: Readonly<Record<string, unknown>>;
};

const anything: Schema<unknown> = (value) => value;
const envelope = object<Envelope>({
  version: whole,
  left: optional(number),
  room: record(anything),
});
// Before rooms had a version they were stored as they are.
const unversioned: Schema<Envelope> = (value, at) => ({
  version: 1,
  room: record(anything)(value, at),
});

type SharedEnvelope = Omit<SharedRoom, 'room'> & {
  readonly version?: number;
  readonly room: Readonly<Record<string, unknown>>;
};
const sharedRoom = object<SharedEnvelope>({
  version: optional(whole),
  room: record(anything),
  seats: whole,
  key: nullable(text),
});

/** What a room of an older version has not, as it would be in a room that has just opened. */
const ADDED: Readonly<Record<number, (random: Random) => Partial<Running>>> = {
  1: (random) => ({ pass: makePass(random), formerEntries: [] }),
};

/** A note of the question box. */
export const note: Schema<Note> = object({ id: text, text, triage: nullable(oneOf(...triages)) });

const counts = record(whole);
const count: Fields<Count> = { answering: whole, chose: counts };
const hands = nullable(object<Count>(count));
const tally: Schema<Tally> = object({
  tablets: object<TabletCount>({ ...count, passes: optional(whole) }),
  hands,
});

const stage: Schema<Stage> = object<Stage>({
  step: whole,
  cover: oneOf('none', 'pause', 'help'),
  isHelp: optional(oneOf(true)),
  film: variant<Stage['film']>('do', {
    none: object<{ order: number; do: 'none' }>({ order: whole, do: oneOf('none') }),
    play: object<{ order: number; do: 'play' }>({ order: whole, do: oneOf('play') }),
    pause: object<{ order: number; do: 'pause' }>({ order: whole, do: oneOf('pause') }),
    seek: object<{ order: number; do: 'seek'; at: number }>({
      order: whole,
      do: oneOf('seek'),
      at: number,
    }),
  }),
});

const tallied = object<Closed>({ question: text, round: whole, tally, told: nullable(published) });
const discarded = object<Discarded>({ question: text, round: whole, turnout: whole });
// Of a discarded round there is no tally (R21).
const closed: Schema<Closed | Discarded> = (value, at) =>
  ('turnout' in record(anything)(value, at) ? discarded : tallied)(value, at);

/** One line for each field of a room; the compiler asks for it. */
const running: Fields<Running> = {
  id: text,
  code: text,
  formerCodes: list(text),
  pass: text,
  formerEntries: list(text),
  keyHash: text,
  lesson: text,
  pupils: whole,
  devices: flag,
  seats: object({ taken: whole, cap: whole, before: whole }),
  shared: flag,
  questions: list(question),
  hash: text,
  ...NAMES_FIELD,
  closed: list(closed),
  slide: nullable(text),
  stage: nullable(stage),
  seen: record(whole),
  box: object({ isOpen: flag, notes: list(note) }),
  lead: nullable(object<{ by: string; until: number }>({ by: text, until: whole })),
  deadline: whole,
  n: whole,
};

// Hands cannot even be read where they are forbidden (M7a).
const open: Schema<Open> = (value, at) => {
  const { question: asked, round, hands: counted } = asking(value, at);
  return mayCountHands(asked)
    ? { question: asked, round, hands: counted }
    : { question: asked, round, hands: null };
};
const asking = object<{ question: Question; round: number; hands: Count | null }>({
  question,
  round: whole,
  hands,
});

type In<State extends Live['state']> = Extract<Live, { readonly state: State }>;

/** A room as it is stored, in any of its states. */
export const liveRoom: Schema<Live> = variant<Live>('state', {
  waiting: object<In<'waiting'>>({ ...running, state: oneOf('waiting') }),
  asking: object<In<'asking'>>({ ...running, state: oneOf('asking'), open }),
  closing: object<In<'closing'>>({ ...running, state: oneOf('closing'), open, until: whole }),
  closed: object<In<'closed'>>({
    ...running,
    state: oneOf('closed'),
    last: object({ question: text, round: whole }),
  }),
  shown: object<In<'shown'>>({
    ...running,
    state: oneOf('shown'),
    shown: object({ question: sharedQuestion, round: whole }),
  }),
});
