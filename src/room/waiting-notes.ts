import * as v from 'valibot';
import { readAs, whole, type Fields } from '../text/schema.ts';
import type { WaitingNotes } from './protocol.ts';

/** That notes wait, and never what is in them; no full stop. */
export function waitingWords(count: number): string {
  return `${count === 1 ? '1 note is' : `${count} notes are`} waiting for your safeguarding lead`;
}

/** Reads the answer to `GET /api/box/waiting`; null for anything else. */
export function parseWaitingNotes(value: unknown): WaitingNotes | null {
  return readAs(waitingNotes, value);
}

const waitingNotes = v.object({
  waiting: whole,
  keys: whole,
  needsCode: v.boolean(),
} satisfies Fields<WaitingNotes>);
