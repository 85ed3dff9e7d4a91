import { MAX_CHANGES } from '../poll/ballot.ts';
import { ROUNDS } from '../poll/rounds.ts';
import type { Cast, Post } from './protocol.ts';
import { NOTE_LENGTH } from './note-length.ts';

/** The form in which pages send votes and notes; an older page names none, and fills nothing up. */
export const FORM = 1;
/** 43 base64url characters: 32 bytes. */
const LONGEST_BALLOT = '-'.repeat(43);
/** Five options at most, each named by one letter. */
const LONGEST_ANSWER = 'a,b,c,d,e';
/** JSON writes a character of a note in six bytes at most, `\u001f`. */
const LONGEST_NOTE = '\u001f'.repeat(NOTE_LENGTH);

const utf8 = new TextEncoder();

/** Bytes that every vote fills, and every note: those of the longest that there can be (R17). */
export const VOTE_BYTES = lengthOf(padded({ round: ROUNDS, ballot: LONGEST_BALLOT, n: MAX_CHANGES, answer: LONGEST_ANSWER }, 0));
export const NOTE_BYTES = lengthOf(padded({ ballot: LONGEST_BALLOT, text: LONGEST_NOTE }, 0));

/**
 * A vote as JSON of `VOTE_BYTES`, whatever is answered: `{"v":1,"round":1,"ballot":"…","n":1,"answer":"pass","pad":"    "}`.
 * Throws for a vote that no page can make.
 */
export function formatVote({ round, ballot, n, answer }: Cast): string {
  const text = fill({ round, ballot, n, answer }, VOTE_BYTES);
  if (lengthOf(text) > VOTE_BYTES) throw new RangeError(`Cannot send a vote of ${lengthOf(text)} bytes: it must be at most ${VOTE_BYTES}`);
  return text;
}

/** A note as JSON of `NOTE_BYTES`, however short it is. One that is too long is sent as it is, and refused. */
export function formatNote({ ballot, text }: Post): string {
  return fill({ ballot, text }, NOTE_BYTES);
}

function fill(fields: object, bytes: number): string {
  return padded(fields, Math.max(bytes - lengthOf(padded(fields, 0)), 0));
}

function padded(fields: object, spaces: number): string {
  return JSON.stringify({ v: FORM, ...fields, pad: ' '.repeat(spaces) });
}

function lengthOf(text: string): number {
  return utf8.encode(text).length;
}
