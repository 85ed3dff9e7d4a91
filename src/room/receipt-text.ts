import {
  ANSWER_AT,
  BALLOT_BYTES,
  ballotIn,
  changeIn,
  openBytes,
  openRecord,
  QUOTE,
  setAnswer,
  setBallot,
  setChange,
} from './vote-record.ts';
import type { VoteRecord } from './vote-record.ts';

/** What every receipt says fills this many bytes, so that its length tells nothing. */
export const RECEIPT_BYTES = 128;
const [SPACE, COMMA, ZERO] = [0x20, 0x2c, 0x30] as const;
const [OPEN, SHUT] = [0x5b, 0x5d] as const;

/** What is sealed into a receipt, `["…",1,"a"]`, filled up with spaces. To be wiped (R18). */
export function formatReceipt(record: VoteRecord): Uint8Array<ArrayBuffer> {
  const text = openBytes(RECEIPT_BYTES).fill(SPACE);
  let end = 0;
  const write = (...bytes: readonly number[]) => {
    for (const byte of bytes) text[end++] = byte;
  };
  write(OPEN, QUOTE);
  text.set(ballotIn(record), end);
  end += BALLOT_BYTES;
  write(QUOTE, COMMA);
  if (changeIn(record) > 9) write(ZERO + Math.floor(changeIn(record) / 10));
  write(ZERO + (changeIn(record) % 10), COMMA, QUOTE);
  for (let at = ANSWER_AT; (record[at] ?? 0) !== 0; at += 1) text[end++] = record[at] ?? 0;
  write(QUOTE, SHUT);
  return text;
}

/** Reads what `formatReceipt` wrote into a record, to be wiped; null for anything else. */
export function parseReceipt(text: Uint8Array): VoteRecord | null {
  const record = openRecord();
  let at = 2 + BALLOT_BYTES;
  const isStart =
    text[0] === OPEN && text[1] === QUOTE && text[at] === QUOTE && text[at + 1] === COMMA;
  setBallot(record, text, 2);
  let n = 0;
  for (at += 2; (text[at] ?? 0) >= ZERO && (text[at] ?? 0) <= ZERO + 9 && n < 100; at += 1) {
    n = n * 10 + (text[at] ?? 0) - ZERO;
  }
  setChange(record, n);
  if (isStart && text[at] === COMMA && text[at + 1] === QUOTE && setAnswer(record, text, at + 2)) {
    return record;
  }
  record.fill(0);
  return null;
}
