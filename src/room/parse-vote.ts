import { FORM } from './one-length.ts';
import {
  changeIn,
  isWhole,
  openRecord,
  QUOTE,
  roundIn,
  setAnswer,
  setBallot,
  setChange,
  setRound,
  type VoteRecord,
} from './vote-record.ts';

/** Values may lie in each other this deep; nothing that a page sends does. */
const MAX_DEPTH = 20;
const [BACKSLASH, COLON, COMMA, MINUS] = [0x5c, 0x3a, 0x2c, 0x2d] as const;
const [OPEN, SHUT, OPEN_LIST, SHUT_LIST] = [0x7b, 0x7d, 0x5b, 0x5d] as const;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * `PUT ballot`: reads `{"round":1,"ballot":"…","n":1,"answer":"a"}` from the bytes of a body into a record, without a string of
 * it (R18); null for anything that is no vote. The body and the record are to be wiped.
 */
export function parseVote(body: Uint8Array): VoteRecord | null {
  const record = openRecord();
  const end = readFields(body, record);
  if (end >= 0 && skipSpace(body, end) === body.length && isVote(record)) return record;
  record.fill(0);
  return null;
}

function isVote(record: VoteRecord): boolean {
  return isWhole(record) && roundIn(record) >= 1 && roundIn(record) <= 9 && changeIn(record) >= 1;
}

/** Each function takes where something begins and returns where it has ended, or -1 where it is not what it should be. */
function readFields(body: Uint8Array, record: VoteRecord): number {
  let at = skipSpace(body, 0);
  if (body[at] !== OPEN) return -1;
  at = skipSpace(body, at + 1);
  if (body[at] === SHUT) return at + 1;
  for (;;) {
    const name = nameAt(body, at);
    at = skipSpace(body, skipString(body, at));
    if (at < 0 || body[at] !== COLON) return -1;
    at = skipSpace(body, at + 1);
    if (!take(record, name, { body, at })) return -1;
    at = skipSpace(body, skipValue(body, at, 0));
    if (at < 0) return -1;
    if (body[at] === SHUT) return at + 1;
    if (body[at] !== COMMA) return -1;
    at = skipSpace(body, at + 1);
  }
}

const NAMES = ['v', 'round', 'ballot', 'n', 'answer'] as const;
type Name = (typeof NAMES)[number];

function nameAt(body: Uint8Array, at: number): Name | null {
  const isHere = (name: string): boolean =>
    body[at] === QUOTE &&
    body[at + name.length + 1] === QUOTE &&
    [...name].every((letter, offset) => body[at + 1 + offset] === letter.charCodeAt(0));
  return NAMES.find(isHere) ?? null;
}

/** Takes one field over into the record; false where it is of another type than a vote has. */
function take(
  record: VoteRecord,
  name: Name | null,
  { body, at }: { readonly body: Uint8Array; readonly at: number },
): boolean {
  switch (name) {
    case 'v':
      return wholeAt(body, at) === FORM;
    case 'round':
      setRound(record, wholeAt(body, at));
      return wholeAt(body, at) >= 0;
    case 'n':
      setChange(record, wholeAt(body, at));
      return wholeAt(body, at) >= 0;
    case 'ballot':
      if (body[at] !== QUOTE) return false;
      setBallot(record, body, at + 1);
      return true;
    case 'answer':
      return body[at] === QUOTE && setAnswer(record, body, at + 1);
    case null:
      return true;
  }
}

/** A whole number of up to four digits, or -1. */
function wholeAt(body: Uint8Array, at: number): number {
  let end = at;
  let n = 0;
  while (isDigit(body[end]) && end - at < 5) n = n * 10 + (body[end++] ?? 0) - 0x30;
  const isNumber = end > at && end - at < 5 && (end === at + 1 || body[at] !== 0x30);
  return isNumber && !isInNumber(body[end]) ? n : -1;
}

function skipValue(body: Uint8Array, at: number, depth: number): number {
  const byte = body[at] ?? 0;
  if (byte === QUOTE) return skipString(body, at);
  if (byte === OPEN || byte === OPEN_LIST) {
    return depth < MAX_DEPTH ? skipInside(body, at, depth + 1) : -1;
  }
  if (byte === MINUS || isDigit(byte)) return skipNumber(body, at);
  for (const word of ['true', 'false', 'null']) {
    if ([...word].every((letter, offset) => body[at + offset] === letter.charCodeAt(0))) {
      return at + word.length;
    }
  }
  return -1;
}

function skipInside(body: Uint8Array, from: number, depth: number): number {
  const isList = body[from] === OPEN_LIST;
  const shut = isList ? SHUT_LIST : SHUT;
  let at = skipSpace(body, from + 1);
  if (body[at] === shut) return at + 1;
  for (;;) {
    if (!isList) {
      at = skipSpace(body, skipString(body, at));
      if (at < 0 || body[at] !== COLON) return -1;
      at = skipSpace(body, at + 1);
    }
    at = skipSpace(body, skipValue(body, at, depth));
    if (at < 0) return -1;
    if (body[at] === shut) return at + 1;
    if (body[at] !== COMMA) return -1;
    at = skipSpace(body, at + 1);
  }
}

function skipString(body: Uint8Array, from: number): number {
  if (from < 0 || body[from] !== QUOTE) return -1;
  for (let at = from + 1; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte < 0x20) return -1;
    if (byte === BACKSLASH) at += 1;
  }
  return -1;
}

function skipNumber(body: Uint8Array, from: number): number {
  let at = from;
  while (isInNumber(body[at]) || body[at] === MINUS) at += 1;
  // No number of a vote is longer; what else there is of numbers is not read.
  return at - from <= 30 && NUMBER.test(String.fromCharCode(...body.subarray(from, at))) ? at : -1;
}

function skipSpace(body: Uint8Array, from: number): number {
  let at = from;
  while (
    at >= 0 &&
    (body[at] === 0x20 || body[at] === 0x0a || body[at] === 0x0d || body[at] === 0x09)
  ) {
    at += 1;
  }
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** A byte that a number may go on with: a digit, a point, an exponent or its sign. */
function isInNumber(byte: number | undefined): boolean {
  return isDigit(byte) || byte === 0x2e || byte === 0x65 || byte === 0x45 || byte === 0x2b;
}
