import { randomBelow } from '../poll/ballot.ts';
import type { Random } from '../poll/ballot.ts';

/** No vowels, so that no word comes out, and no letter that looks like a digit or another letter. */
const LETTERS = 'BCDFHJKMNPRTVWX';
/** No 0 and no 1. */
const DIGITS = '23456789';
/** Letters that would spell something without vowels. */
const AVOIDED = /^(FCK|WTF|KKK|BDS|NWD|FKN|FKD|XXX)$/;

/** A fresh room code, three letters and three digits: `BKT472`. */
export function makeCode(random: Random): string {
  const letters = draw(LETTERS, random);
  return AVOIDED.test(letters) ? makeCode(random) : letters + draw(DIGITS, random);
}

/** A code as someone typed it, in any case, with spaces or hyphens; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return SHAPE.test(code) ? code : null;
}

/** A code as the board shows it: `BKT 472`. */
export function codeText(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

const SHAPE = new RegExp(`^[${LETTERS}]{3}[${DIGITS}]{3}$`);

function draw(signs: string, random: Random): string {
  return Array.from({ length: 3 }, () => signs.charAt(randomBelow(signs.length, random))).join('');
}
