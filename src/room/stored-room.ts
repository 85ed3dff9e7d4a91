import type { Random } from '../poll/ballot.ts';
import { SHARES } from '../poll/disclose.ts';
import type { OptionShare, Published, Share } from '../poll/disclose.ts';
import { mayCountHands } from '../poll/question.ts';
import type { Question } from '../poll/question.ts';
import { question, sharedQuestion } from '../poll/question-schema.ts';
import type { Count, TabletCount, Tally } from '../poll/tally.ts';
import { flag, list, nullable, number, object, oneOf, optional, readAs, readJsonAs, record, text, variant, whole } from '../text/schema.ts';
import type { Fields, Schema } from '../text/schema.ts';
import { triages } from './box.ts';
import { makePass } from './pass.ts';
import type { Note, Stage } from './protocol.ts';
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
  if (read === null || read.version > ROOM_VERSION) return null;
  const room = readAs(liveRoom, { ...ADDED[read.version]?.(random), ...read.room });
  return room && { room, left: read.left ?? null };
}

type Envelope = { readonly version: number; readonly left?: number; readonly room: Readonly<Record<string, unknown>> };

const anything: Schema<unknown> = (value) => value;
const envelope = object<Envelope>({ version: whole, left: optional(number), room: record(anything) });
// Before rooms had a version they were stored as they are.
const unversioned: Schema<Envelope> = (value, at) => ({ version: 1, room: record(anything)(value, at) });

/** What a room of an older version has not, as it would be in a room that has just opened. */
const ADDED: Readonly<Record<number, (random: Random) => Partial<Running>>> = {
  1: (random) => ({ pass: makePass(random), formerEntries: [] }),
};

/** A note of the question box. */
export const note: Schema<Note> = object({ id: text, text, triage: nullable(oneOf(...triages)) });

const counts = record(whole);
const count: Fields<Count> = { answering: whole, chose: counts };
const hands = nullable(object<Count>(count));
const tally: Schema<Tally> = object({ tablets: object<TabletCount>({ ...count, passes: optional(whole) }), hands });

const stage: Schema<Stage> = object<Stage>({
  step: whole,
  cover: oneOf('none', 'pause', 'help'),
  isHelp: optional(oneOf(true)),
  film: variant<Stage['film']>('do', {
    none: object<{ order: number; do: 'none' }>({ order: whole, do: oneOf('none') }),
    play: object<{ order: number; do: 'play' }>({ order: whole, do: oneOf('play') }),
    pause: object<{ order: number; do: 'pause' }>({ order: whole, do: oneOf('pause') }),
    seek: object<{ order: number; do: 'seek'; at: number }>({ order: whole, do: oneOf('seek'), at: number }),
  }),
});

type At<Rung extends Published['rung']> = Extract<Published, { readonly rung: Rung }>;
const withIt = { right: list(text), explanation: text };
const share: Schema<Share | null> = nullable(oneOf(...SHARES));
const optionShare: Schema<OptionShare> = nullable(oneOf(...SHARES, 'more-than-half', 'less-than-half'));
const asBefore = optional(oneOf(true));

const published: Schema<Published> = variant<Published>('rung', {
  bands: object<At<'bands'>>({ rung: oneOf('bands'), bands: record(share), turnout: whole, asBefore, ...withIt }),
  largest: object<At<'largest'>>({ rung: oneOf('largest'), largest: text, turnout: whole, ...withIt }),
  each: object<At<'each'>>({ rung: oneOf('each'), shares: record(optionShare), turnout: whole, asBefore, ...withIt }),
  words: object<At<'words'>>({ rung: oneOf('words'), ...withIt }),
  'too-few': object<At<'too-few'>>({ rung: oneOf('too-few'), ...withIt }),
});

const tallied = object<Closed>({ question: text, round: whole, tally, told: nullable(published) });
const discarded = object<Discarded>({ question: text, round: whole, turnout: whole });
// Of a discarded round there is no tally (R21).
const closed: Schema<Closed | Discarded> = (value, at) => ('turnout' in record(anything)(value, at) ? discarded : tallied)(value, at);

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
  names: record(text),
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
  return mayCountHands(asked) ? { question: asked, round, hands: counted } : { question: asked, round, hands: null };
};
const asking = object<{ question: Question; round: number; hands: Count | null }>({ question, round: whole, hands });

type In<State extends Live['state']> = Extract<Live, { readonly state: State }>;

/** A room as it is stored, in any of its states. */
export const liveRoom: Schema<Live> = variant<Live>('state', {
  waiting: object<In<'waiting'>>({ ...running, state: oneOf('waiting') }),
  asking: object<In<'asking'>>({ ...running, state: oneOf('asking'), open }),
  closing: object<In<'closing'>>({ ...running, state: oneOf('closing'), open, until: whole }),
  closed: object<In<'closed'>>({ ...running, state: oneOf('closed'), last: object({ question: text, round: whole }) }),
  shown: object<In<'shown'>>({ ...running, state: oneOf('shown'), shown: object({ question: sharedQuestion, round: whole }) }),
});
