import { readCode } from '../../room/code.ts';

/** A room code from whatever was typed or pasted: any case, spaces, dots, quotes, even the whole "Room BKT 472". Null when there is none in it. */
export function readTyped(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/[^a-z0-9]/gi, '');
  return readCode(plain) ?? readCode(plain.slice(-12)) ?? readCode(plain.slice(-6));
}
