import { PASS, writeAnswer } from '../poll/answer.ts';
import type { Question } from '../poll/question.ts';
import { isKind } from '../questions/kinds.ts';
import { ANSWER_AT, type VoteRecord } from './vote-record.ts';

type Asked = Pick<Question, 'kind' | 'options' | 'picks'>;

const COMMA = 0x2c;
const NONE = writeAnswer([]);

/** Bytes that every answer to a question fits into. */
export function answerWidth({ options }: Pick<Question, 'options'>): number {
  return Math.max(writeAnswer(options.map(({ id }) => id)).length, PASS.length, NONE.length);
}

/**
 * As a kind's `accept`, on bytes (R18): true for an answer that the question offers, which is then written in the one way in
 * which it is counted: a set in the order of the options.
 */
export function acceptAnswer(question: Asked, record: VoteRecord): boolean {
  if (!isKind(question.kind)) return false;
  if (isWord(record, ANSWER_AT, PASS)) return true;
  switch (question.picks) {
    case 'one':
      return optionAt(question, record, ANSWER_AT) >= 0 && nextAt(record, ANSWER_AT) < 0;
    case 'several':
      return isWord(record, ANSWER_AT, NONE) || acceptSet(question, record);
    case 'order':
      return isOrder(question, record);
  }
}

/** Calls for every option that an answer names, in its order, with its place among the options; none for a pass. */
export function eachOption(
  question: Asked,
  bytes: Uint8Array,
  { at, picked }: { readonly at: number; readonly picked: (option: number) => void },
): void {
  if (isWord(bytes, at, PASS) || isWord(bytes, at, NONE)) return;
  for (let piece = at; piece >= 0; piece = nextAt(bytes, piece)) {
    picked(optionAt(question, bytes, piece));
  }
}

/** True where an answer is “I’d rather not say”. */
export function isPassAt(bytes: Uint8Array, at: number): boolean {
  return isWord(bytes, at, PASS);
}

function acceptSet(question: Asked, record: VoteRecord): boolean {
  const picked = pickedIn(question, record);
  if (picked === null) return false;
  record.fill(0, ANSWER_AT);
  let end = ANSWER_AT;
  for (const [option, { id }] of question.options.entries()) {
    if (!picked[option]) continue;
    if (end > ANSWER_AT) record[end++] = COMMA;
    for (let letter = 0; letter < id.length; letter += 1) record[end++] = id.charCodeAt(letter);
  }
  picked.fill(0);
  return true;
}

function isOrder(question: Asked, record: VoteRecord): boolean {
  const picked = pickedIn(question, record);
  let commas = 0;
  for (let at = ANSWER_AT; (record[at] ?? 0) !== 0; at += 1) if (record[at] === COMMA) commas += 1;
  const isWhole =
    picked?.every((each) => each === 1) === true && commas === question.options.length - 1;
  picked?.fill(0);
  return isWhole;
}

/** Which options are named, 1 for each that is; null where something else is named as well. */
function pickedIn(question: Asked, record: VoteRecord): Uint8Array | null {
  const picked = new Uint8Array(new ArrayBuffer(question.options.length));
  for (let piece: number = ANSWER_AT; piece >= 0; piece = nextAt(record, piece)) {
    const option = optionAt(question, record, piece);
    if (option < 0) return null;
    picked[option] = 1;
  }
  return picked;
}

/** The place of the option that is named here, or -1. */
function optionAt({ options }: Asked, bytes: Uint8Array, at: number): number {
  for (const [option, { id }] of options.entries()) if (isPiece(bytes, at, id)) return option;
  return -1;
}

/** Where what comes after the next comma begins, or -1. */
function nextAt(bytes: Uint8Array, at: number): number {
  for (let end = at; (bytes[end] ?? 0) !== 0; end += 1) if (bytes[end] === COMMA) return end + 1;
  return -1;
}

function isPiece(bytes: Uint8Array, at: number, text: string): boolean {
  const after = bytes[at + text.length] ?? 0;
  return isStart(bytes, at, text) && (after === 0 || after === COMMA);
}

function isWord(bytes: Uint8Array, at: number, text: string): boolean {
  return isStart(bytes, at, text) && (bytes[at + text.length] ?? 0) === 0;
}

function isStart(bytes: Uint8Array, at: number, text: string): boolean {
  for (let letter = 0; letter < text.length; letter += 1) {
    if (bytes[at + letter] !== text.charCodeAt(letter)) return false;
  }
  return text !== '';
}
