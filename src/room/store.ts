import type { HelpOnDevices } from '../subjects/help-topics.ts';
import type { Names } from '../lesson/names.ts';
import type { Question } from '../poll/question.ts';
import type { LeftNote } from './left-note.ts';
import type { Ballot, Cast, Post, Receipt, Seat, Step } from './protocol.ts';
import type { Live, Refused, Room } from './room.ts';
import type { VoteRecord } from './vote-record.ts';

/** What a new room is made from; the store chooses its code. `now` in ms since 1970. */
export type Opening = {
  readonly lesson: string;
  readonly questions: readonly Question[];
  /** What the lesson’s characters are called today. */
  readonly names?: Names;
  /** What the lesson’s help is about, where it is not what every class is shown. */
  readonly help?: HelpOnDevices;
  /** 1 to 1000. */
  readonly pupils: number;
  readonly devices: boolean;
  /** SHA-256 of the teacher's key, base64url. */
  readonly keyHash: string;
};

/** A room with the number of answers in, already in fives: the exact number never leaves the store (D1). */
export type Snapshot = { readonly room: Room; readonly answersIn: number };

/** A vote with the room and question it is for: in a record that is wiped as soon as it is counted or refused (R18), or, in a page of ours, in strings. */
export type Vote = (Cast | { readonly record: VoteRecord }) & {
  readonly code: string;
  readonly question: string;
};

/**
 * Where rooms live. `code` may be the room's code or an earlier one of its codes, in any case and with spaces, or its pass. What pupils'
 * pages do (`seat`, `cast`, `post`, `merge`) is refused for one from before the seats were reset (R20); `read` and what staff do is not.
 * Every method answers a refusal as a value; it throws only when the disk fails. `now` is ms since 1970.
 */
export type Store = {
  /** Opens a room under a fresh code and writes all its ballots at once (R1, R2). */
  readonly create: (opening: Opening, now: number) => Promise<Snapshot | Refused>;
  /** Every room there is, so that a restarted server can open its doors and set its timers again. */
  readonly all: () => Promise<readonly Snapshot[]>;
  /** null when there is no such room. */
  readonly read: (code: string) => Promise<Snapshot | null>;
  /** Takes a teacher's step. After `close` the room is `closing` until `room.until`: then call `close`. After `finish` it is forgotten. */
  readonly update: (code: string, step: Step, now: number) => Promise<Snapshot | Refused>;
  /** Takes a seat: one ballot for each question and round still to come (R2, R3). A page that was in brings its pass, by which it comes back while joining is closed (R52). */
  readonly seat: (code: string, now: number, pass?: string) => Promise<Seat | Refused>;
  /** Counts a vote; the greatest `(n, answer)` of a ballot wins (R4). The answer stays in memory, the receipt goes to the page (R5). */
  readonly cast: (vote: Vote, now: number) => Promise<Receipt | Refused>;
  /** Puts a note into the question box; it is on disk before this answers, and its ballot is used up (R11). */
  readonly post: (
    code: string,
    post: Post,
    now: number,
  ) => Promise<{ readonly posted: true } | Refused>;
  /** Counts again what a page was given receipts for; receipts of other questions or rooms are left aside (R5). */
  readonly merge: (
    code: string,
    receipts: readonly string[],
    now: number,
  ) => Promise<{ readonly merged: number } | Refused>;
  /** Ends a closing question once its time is over: totals written, ballots, answers and receipt key destroyed (R7). Refused when it is too early or nothing is closing. */
  readonly close: (code: string, now: number) => Promise<Snapshot | Refused>;
  /** Calls back after every change anyone may see, with the whole snapshot; the last one has a finished room. Returns how to stop. */
  readonly watch: (code: string, listener: (snapshot: Snapshot) => void) => () => void;
  /** Deletes everything of a room, from disk too. */
  readonly forget: (code: string) => Promise<void>;
  /** Notes of rooms past their deadline that are not gone yet, as they are stored, in the order of their random ids (R8, R25). */
  readonly left: (now: number) => Promise<readonly LeftNote[]>;
  /** Writes notes down that have no room any more: sealed wherever there is a safeguarding key, and as they are where they were sealed already (R25). */
  readonly leave: (notes: readonly LeftNote[]) => Promise<void>;
  /** Puts a left note in the place of what it was, or, with null, deletes it; false, and nothing is changed, where it is no longer as it was. */
  readonly changeLeft: (was: LeftNote, next: LeftNote | null) => Promise<boolean>;
  /** Finishes and forgets every room past its deadline, notes that wait left aside (R8); seals left notes that are not yet, and deletes those that are gone (R25, R26). Call it now and then. */
  readonly expire: (now: number) => Promise<void>;
  /** True for a code or pass of a room that was there, and is lost with all that its store held; left out where a store loses none (R33). */
  readonly wasLost?: (code: string) => boolean;
  /** Closes files. Rooms on disk stay. */
  readonly end: () => Promise<void>;
};

/** 43 base64url characters, in bytes that are wiped when the question closes: a string could not be (R18). */
export type ReceiptKey = Uint8Array<ArrayBuffer>;

/** Seals receipts so that only the room can read them (R5); `about` names room, question and round. */
export type Sealer = {
  readonly newKey: () => ReceiptKey;
  /** Always of one length. */
  readonly seal: (key: ReceiptKey, about: string, text: Uint8Array) => string;
  /** What was sealed, to be wiped; null for anything that was not sealed under this key about this. */
  readonly open: (key: ReceiptKey, about: string, sealed: string) => Uint8Array | null;
};

/** One question in one of its rounds. */
export type Pair = { readonly question: string; readonly round: number };

/** What changes on disk together with the room, in one transaction. */
export type Change = {
  /** The seats were reset: every ballot and key there was goes first (R20). */
  readonly isReset?: true;
  /** New ballots, sorted. */
  readonly issued?: readonly Ballot[];
  /** The receipt key of the question that opens. */
  readonly key?: Pair & { readonly key: ReceiptKey };
  /** Closed for good: its ballots and key go (R7). */
  readonly spent?: Pair;
  /** Totals were discarded, and must be in no log either (R21). */
  readonly isDiscarded?: true;
  /** A box ballot that was used for a note. */
  readonly used?: Ballot;
};

/** A room as it comes back from disk. */
export type Saved = {
  readonly room: Live;
  readonly ballots: readonly Ballot[];
  readonly keys: readonly (Pair & { readonly key: ReceiptKey })[];
};

/** Where a store keeps what must survive a crash; nothing here ever holds an answer (R6). */
export type Keeper = {
  readonly save: (room: Live, change: Change) => void;
  /** Deletes all of a room; notes that still wait are left, without it (R8). */
  readonly forget: (id: string, left: readonly LeftNote[]) => void;
  /** Writes a left note, or, with null, deletes it. */
  readonly writeLeft: (id: string, note: LeftNote | null) => void;
  /** Does what could not be done at once, and deletes what was set aside long enough ago; called now and then. */
  readonly tidy?: () => void;
  readonly end: () => void;
};
