import * as v from 'valibot';
import type { Random } from '../poll/ballot.ts';
import { published } from '../poll/disclosed-schema.ts';
import { privateQuestion, question, sharedQuestion } from '../poll/question-schema.ts';
import { helpTopics } from '../subjects/help-topics.ts';
import type { Count, TabletCount, Tally } from '../poll/tally.ts';
import {
  number,
  readAs,
  readJsonAs,
  record,
  whole,
  type Fields,
  type Schema,
} from '../text/schema.ts';
import type { Box } from './box.ts';
import { makePass } from './pass.ts';
import { noteSchema, stageSchema } from './protocol.ts';
import { NAMES_FIELD } from './room.ts';
import type { Closed, Discarded, Live, Open, Running, Seats } from './room.ts';

/** The version of a room as it is stored. Raise it where a field comes, goes or changes its meaning, and say in `ADDED` how an older room gets it (R32). */
export const ROOM_VERSION = 7;

/** A room that was stored, and how long it had still to live, in ms, where that was written with it (R30). */
export type StoredRoom = { readonly room: Live; readonly left: number | null };

/** A room as text to be stored; `left` is how long it has still to live, in ms. */
export function serialiseRoom(room: Live, left?: number): string {
  return JSON.stringify({ version: ROOM_VERSION, ...(left !== undefined && { left }), room });
}

/** Reads what `serialiseRoom` of this program or of an older one wrote; null for all else, and for what a newer one wrote (R32). */
export function parseStoredRoom(stored: string, random: Random): StoredRoom | null {
  const read = readJsonAs<Envelope>(envelope, stored) ?? readJsonAs(unversioned, stored);
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

const fields = record(v.unknown());
const envelope = v.object({ version: whole, left: v.exactOptional(number), room: fields });
type Envelope = v.InferOutput<typeof envelope>;
// Before rooms had a version they were stored as they are.
const unversioned: Schema<Envelope> = v.pipe(
  fields,
  v.transform((room) => ({ version: 1, room })),
);

const sharedRoom = v.object({
  version: v.exactOptional(whole),
  room: fields,
  seats: whole,
  key: v.nullable(v.string()),
});

const JOINING = { isJoiningClosed: false } as const;

/** What a room of an older version has not, as it would be in a room that has just opened. */
const ADDED: Readonly<Record<number, (random: Random) => Partial<Running>>> = {
  1: (random) => ({ pass: makePass(random), formerEntries: [], ...JOINING }),
  2: () => JOINING,
  3: () => JOINING,
};

const count = { answering: whole, chose: record(whole) } satisfies Fields<Count>;
const hands = v.nullable(v.object(count));
const tally = v.object({
  tablets: v.object({
    ...count,
    passes: v.exactOptional(whole),
  } satisfies Fields<TabletCount>),
  hands,
} satisfies Fields<Tally>);

const tallied = v.object({
  question: v.string(),
  round: whole,
  tally,
  told: v.nullable(published),
} satisfies Fields<Closed>);
const discarded = v.object({
  question: v.string(),
  round: whole,
  turnout: whole,
} satisfies Fields<Discarded>);
// Of a discarded round there is no tally (R21).
const closed: Schema<Closed | Discarded> = v.lazy((value) =>
  typeof value === 'object' && value !== null && 'turnout' in value ? discarded : tallied,
);

/** One line for each field of a room; the compiler asks for it. */
const running = {
  id: v.string(),
  code: v.string(),
  formerCodes: v.array(v.string()),
  pass: v.string(),
  formerEntries: v.array(v.string()),
  keyHash: v.string(),
  lesson: v.string(),
  pupils: whole,
  devices: v.boolean(),
  seats: v.object({ taken: whole, cap: whole, before: whole } satisfies Fields<Seats>),
  shared: v.boolean(),
  isJoiningClosed: v.boolean(),
  questions: v.array(question),
  hash: v.string(),
  ...NAMES_FIELD,
  help: v.exactOptional(v.picklist([...helpTopics, 'none'])),
  closed: v.array(closed),
  slide: v.nullable(v.string()),
  stage: v.nullable(stageSchema),
  seen: record(whole),
  box: v.object({ isOpen: v.boolean(), notes: v.array(noteSchema) } satisfies Fields<Box>),
  lead: v.nullable(v.object({ by: v.string(), until: whole })),
  deadline: whole,
  n: whole,
} satisfies Fields<Running>;

const none = v.pipe(
  hands,
  v.transform(() => null),
);

// Hands and cards cannot even be read where they are forbidden (M7a).
const open: Schema<Open> = v.union([
  v.object({
    question: sharedQuestion,
    round: whole,
    hands,
    // Rooms before version 5 have none.
    cards: v.optional(hands, null),
  }),
  v.object({
    question: privateQuestion,
    round: whole,
    hands: none,
    cards: v.optional(none, null),
  }),
]);

/** A room as it is stored, in any of its states. */
const liveRoom: Schema<Live> = v.variant('state', [
  v.object({ ...running, state: v.literal('waiting') }),
  v.object({ ...running, state: v.literal('asking'), open }),
  v.object({
    ...running,
    state: v.literal('closing'),
    open,
    until: whole,
    // Rooms before version 6 have none.
    hasMovedOn: v.exactOptional(v.literal(true)),
  }),
  v.object({
    ...running,
    state: v.literal('closed'),
    last: v.object({ question: v.string(), round: whole }),
    hasMovedOn: v.exactOptional(v.literal(true)),
  }),
  v.object({
    ...running,
    state: v.literal('shown'),
    shown: v.object({ question: sharedQuestion, round: whole }),
    hasMovedOn: v.exactOptional(v.literal(true)),
  }),
]);
