import { MAX_CHANGES } from '../../poll/ballot.ts';
import type { Answer } from '../../poll/answer.ts';
import type { AskedQuestion, Ballot, PupilCover, PupilView } from '../../room/protocol.ts';

/** A pupil's place in a room: no name, only the right to answer each question once in each round (R2), and to send a note or two (R11). */
export type Place = {
  readonly code: string;
  /** What the page comes back with, the same for every seat of the room (R19). */
  readonly pass: string;
  readonly ballots: readonly Ballot[];
  readonly box?: readonly string[];
};

/** What is remembered of the open question: how often an answer was sent, and the newest receipt. Never the answer (R10). */
export type Spent = {
  readonly question: string;
  readonly round: number;
  readonly n: number;
  readonly receipt: { readonly n: number; readonly sealed: string } | null;
};

/** Sealed receipts that earlier pupils of this tablet left behind; they go when the question closes (R10). */
export type PreviousReceipts = {
  readonly pass: string;
  readonly question: string;
  readonly round: number;
  readonly receipts: readonly string[];
};

/** One question while it is open, as this page may answer it. */
export type Turn = {
  readonly question: AskedQuestion;
  readonly round: number;
  readonly ballot: string;
  readonly spent: Spent;
};

/** Why a place could not be had. `code` is a mistyped code, `reset` that the teacher has reset the seats (R20), `closed` that joining is closed (R52); the rest is the room's answer or its silence. */
export type Trouble = 'code' | 'no-room' | 'lost' | 'reset' | 'full' | 'closed' | 'busy' | 'away';

/** Where a pupil is. Only `sending` and `closing` know an answer, until the room has acknowledged it, and `asking` what is picked and not sent. */
export type Visit =
  | { readonly at: 'door'; readonly trouble: Trouble | null; readonly typed: string }
  | { readonly at: 'joining'; readonly code: string }
  | { readonly at: 'stuck'; readonly code: string; readonly trouble: Trouble }
  | { readonly at: 'arriving'; readonly place: Place; readonly spent: Spent | null }
  | { readonly at: 'waiting'; readonly place: Place }
  | {
      readonly at: 'asking';
      readonly place: Place;
      readonly turn: Turn;
      readonly picked?: readonly string[];
    }
  | { readonly at: 'sending'; readonly place: Place; readonly turn: Turn; readonly answer: Answer }
  | { readonly at: 'answered'; readonly place: Place; readonly turn: Turn }
  | {
      readonly at: 'closing';
      readonly place: Place;
      readonly turn: Turn;
      readonly answer: Answer | null;
    }
  | { readonly at: 'closed'; readonly place: Place }
  | { readonly at: 'finished' }
  | { readonly at: 'gone' }
  /** The page is of another version than the program. */
  | { readonly at: 'old' }
  | { readonly at: 'left' };

/** All the page knows. `away` is true while the room cannot be reached, `box` while the question box is open, `cover` while the board is paused or shows help (R15). */
export type Page = {
  readonly visit: Visit;
  readonly behind: PreviousReceipts | null;
  readonly away: boolean;
  readonly box?: boolean;
  readonly cover?: PupilCover;
  /** As the room's last view had it. */
  readonly help?: PupilView['help'];
};

/** What can happen to a page: by the pupil's hand, or from the room. `filler` looks like a receipt and is none. */
export type PupilEvent =
  | { readonly type: 'typed'; readonly code: string | null }
  | {
      readonly type: 'seated';
      readonly code: string;
      readonly pass: string;
      readonly ballots: readonly Ballot[];
      readonly box?: readonly string[];
    }
  | { readonly type: 'posted'; readonly ballot: string }
  | { readonly type: 'refused'; readonly code: string; readonly trouble: Trouble }
  | { readonly type: 'viewed'; readonly view: PupilView }
  | { readonly type: 'chose'; readonly answer: Answer }
  | { readonly type: 'picked'; readonly ids: readonly string[] }
  | { readonly type: 'acknowledged'; readonly n: number; readonly sealed: string }
  | { readonly type: 'unknown-ballot' }
  | { readonly type: 'too-late' }
  | { readonly type: 'again' }
  | { readonly type: 'keep' }
  | { readonly type: 'next'; readonly filler: string }
  | { readonly type: 'leave'; readonly filler: string }
  | { readonly type: 'lost' }
  | { readonly type: 'gone' }
  | { readonly type: 'old' }
  | { readonly type: 'reset' }
  | { readonly type: 'restart' };

/** The page before anything has happened, or with what an earlier load of it kept. */
export function openPage(
  place: Place | null,
  spent: Spent | null,
  behind: PreviousReceipts | null,
): Page {
  return {
    visit: place ? { at: 'arriving', place, spent } : { at: 'door', trouble: null, typed: '' },
    behind,
    away: false,
  };
}

/** The place a visit holds, or null outside a room. */
export function placeOf(visit: Visit): Place | null {
  return 'place' in visit ? visit.place : null;
}

/** What is known of the open question, or null. */
export function spentOf(visit: Visit): Spent | null {
  return 'turn' in visit ? visit.turn.spent : visit.at === 'arriving' ? visit.spent : null;
}

/** An answer that the room has not acknowledged yet, or null. */
export function pendingOf(visit: Visit): { readonly turn: Turn; readonly answer: Answer } | null {
  if (visit.at !== 'sending' && visit.at !== 'closing') return null;
  return visit.answer === null ? null : { turn: visit.turn, answer: visit.answer };
}

/** True when the newest answer is acknowledged, so that a reload comes back covered. */
export function isCovered(spent: Spent): boolean {
  return spent.receipt !== null && spent.receipt.n === spent.n;
}

/** True while the room would take one more change of answer. */
export function mayChange(turn: Turn): boolean {
  return turn.spent.n < MAX_CHANGES;
}

/** True while the room takes answers to this round of a question. */
export function isOpen(
  view: PupilView,
  { question, round }: { readonly question: string; readonly round: number },
): boolean {
  return (
    (view.state === 'asking' || view.state === 'closing') &&
    view.question.id === question &&
    view.round === round
  );
}
