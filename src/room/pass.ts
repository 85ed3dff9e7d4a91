import { isBallot, makeBallots } from '../poll/ballot.ts';
import type { Random } from '../poll/ballot.ts';

/** A fresh pass, 32 random bytes as base64url. It is the same for every seat of a room, so it says nothing of whose page brings it (R19). */
export function makePass(random: Random): string {
  return makeBallots(1, random).join('');
}

/** True for what has the shape of a pass, which no one can guess; no code has it. */
export function isPass(text: string): boolean {
  return isBallot(text);
}
