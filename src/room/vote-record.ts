import type { Cast } from './protocol.ts';

/**
 * A vote in one piece of memory that is wiped as a whole once it is counted: no string and no object ever holds a ballot or an
 * answer, not even how long an answer is (R18). It lies outside the heap, where nothing moves it and leaves a copy behind.
 *
 *     0 round · 1 change · 2 to 44 ballot · 45 to 145 answer, which ends with a zero
 */
export type VoteRecord = Uint8Array<ArrayBuffer>;

/** 43 base64url characters. */
export const BALLOT_BYTES = 43;
/** Where the answer begins. */
export const ANSWER_AT = 2 + BALLOT_BYTES;
const [ROUND, CHANGE, BALLOT_AT, MAX_ANSWER_BYTES] = [0, 1, 2, 100] as const;
export const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** A byte that no ballot begins with: something was sent in its stead. */
const NO_BALLOT = 1;

/** Bytes outside the heap, all 0: V8 moves small arrays about, and leaves copies where they were. */
export function openBytes(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(length));
}

/** A record that says nothing yet. */
export function openRecord(): VoteRecord {
  return openBytes(ANSWER_AT + MAX_ANSWER_BYTES + 1);
}

/** The record of a vote that is there in strings, as a page of ours has it. */
export function recordOf({ round, ballot, n, answer }: Cast): VoteRecord {
  const record = openRecord();
  setRound(record, round);
  setChange(record, n);
  if (ballot.length === BALLOT_BYTES) writeText(record, BALLOT_AT, ballot);
  if (answer.length <= MAX_ANSWER_BYTES && !answer.includes('\0')) {
    writeText(record, ANSWER_AT, answer);
  }
  return record;
}

/** Writes ASCII; a character of another kind becomes one that no ballot and no answer has. */
export function writeText(bytes: Uint8Array, at: number, text: string): void {
  for (let letter = 0; letter < text.length; letter += 1) {
    bytes[at + letter] = Math.min(text.charCodeAt(letter), 255);
  }
}

export function roundIn(record: VoteRecord): number {
  return record[ROUND] ?? 0;
}

export function changeIn(record: VoteRecord): number {
  return record[CHANGE] ?? 0;
}

export function setRound(record: VoteRecord, round: number): void {
  record[ROUND] = inByte(round);
}

export function setChange(record: VoteRecord, n: number): void {
  record[CHANGE] = inByte(n);
}

/** Nothing that counts is over 200: what does not fit is no number that is asked for, and stays none. */
function inByte(n: number): number {
  return Number.isInteger(n) && n >= 0 ? Math.min(n, 255) : 255;
}

/** Takes over a ballot that ends with a quotation mark; one that has not the length of a ballot is none. */
export function setBallot(record: VoteRecord, from: Uint8Array, at: number): void {
  const isWhole = from[at + BALLOT_BYTES] === QUOTE;
  record.fill(0, BALLOT_AT, ANSWER_AT);
  if (!isWhole) record[BALLOT_AT] = NO_BALLOT;
  else {
    for (let offset = 0; offset < BALLOT_BYTES; offset += 1) {
      record[BALLOT_AT + offset] = from[at + offset] ?? 0;
    }
  }
}

/** Takes over an answer that ends with a quotation mark; false for one that is empty, too long, or written with escapes. */
export function setAnswer(record: VoteRecord, from: Uint8Array, at: number): boolean {
  record.fill(0, ANSWER_AT);
  for (let offset = 0; offset <= MAX_ANSWER_BYTES; offset += 1) {
    const byte = from[at + offset] ?? 0;
    if (byte === QUOTE) return offset > 0;
    if (byte === BACKSLASH || byte === 0) return false;
    if (offset < MAX_ANSWER_BYTES) record[ANSWER_AT + offset] = byte;
  }
  return false;
}

/** The ballot's bytes, where they lie. */
export function ballotIn(record: VoteRecord): Uint8Array<ArrayBuffer> {
  return record.subarray(BALLOT_AT, ANSWER_AT);
}

/** True where there is a ballot, of whatever shape, and an answer. */
export function isWhole(record: VoteRecord): boolean {
  return record[BALLOT_AT] !== 0 && record[ANSWER_AT] !== 0;
}

/** True where the ballot has a ballot's shape: 43 base64url characters. */
export function hasBallot(record: VoteRecord): boolean {
  for (let at = BALLOT_AT; at < ANSWER_AT; at += 1) if (!isBase64url(record[at] ?? 0)) return false;
  return true;
}

function isBase64url(byte: number): boolean {
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return isLetter || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x5f;
}

/** A number for a ballot that is no part of it, to count by: ballots that have the same one are rare, and share. */
export function checksumOf(record: VoteRecord): number {
  let sum = 0x811c9dc5;
  for (let at = BALLOT_AT; at < ANSWER_AT; at += 1) {
    sum = Math.imul(sum ^ (record[at] ?? 0), 0x01000193);
  }
  return sum >>> 0;
}
