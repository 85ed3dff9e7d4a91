import { customRandom } from 'nanoid';
import type { Random } from '../poll/ballot.ts';
import { isPass } from './pass.ts';

/** No vowels, so that no word comes out, and no letter that looks like a digit or another letter. */
const LETTERS = 'BCDFHJKMNPRTVWX';
/** No 0 and no 1. */
const DIGITS = '23456789';
/** Letters that would spell something without vowels. */
const AVOIDED = /^(FCK|WTF|KKK|BDS|NWD|FKN|FKD|XXX)$/;

/** How long a room's codes are: short where only a classroom's network reaches the door, long where anyone may guess (R19). */
export type CodeLength = 'short' | 'long';

/** How many groups of three letters a code has, and as many of three digits. */
const GROUPS: Readonly<Record<CodeLength, number>> = { short: 1, long: 2 };

/** A fresh room code, letters first: `BKT472`, one of 1.7 million, or long, `BKTHRM472385`, one of 2.99 million million. */
export function makeCode(random: Random, length: CodeLength = 'short'): string {
  const letters = customRandom(LETTERS, 3, random);
  const digits = customRandom(DIGITS, 3, random);
  const groups = (draw: () => string) =>
    Array.from({ length: GROUPS[length] }, () => draw()).join('');
  return groups(() => drawAllowed(letters)) + groups(digits);
}

/** A code as someone typed it, in any case, with spaces or hyphens; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return new RegExp(`^${ONE}$`).test(code) ? code : null;
}

/** What a request names a room by: a code as someone typed it, or a pass as it is; null when it can be neither. */
export function parseEntry(entry: string): string | null {
  return isPass(entry) ? entry : readCode(entry);
}

/** A code as the board shows it: `BKT 472`, `BKT HRM 472 385`. */
export function codeText(code: string): string {
  return code.replaceAll(/...(?=.)/g, '$& ');
}

/** The last code in letters and digits, which are in capitals; null where they end with none. */
export function codeAtEnd(text: string): string | null {
  return new RegExp(`${ONE}$`).exec(text)?.[0] ?? null;
}

const ONE = `(?:[${LETTERS}]{3}[${DIGITS}]{3}|[${LETTERS}]{6}[${DIGITS}]{6})`;

function drawAllowed(draw: () => string): string {
  const letters = draw();
  return AVOIDED.test(letters) ? drawAllowed(draw) : letters;
}
