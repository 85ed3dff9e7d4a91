import type { WaitingNotes } from './protocol.ts';

/** That notes wait, and never what is in them; no full stop. */
export function waitingWords(count: number): string {
  return `${count === 1 ? '1 note is' : `${count} notes are`} waiting for your safeguarding lead`;
}

/** Reads the answer to `GET /api/box/waiting`; null for anything else. */
export function parseWaitingNotes(value: unknown): WaitingNotes | null {
  if (typeof value !== 'object' || value === null || !('waiting' in value) || !('keys' in value) || !('needsCode' in value)) return null;
  const { waiting, keys, needsCode } = value;
  return typeof waiting === 'number' && typeof keys === 'number' && typeof needsCode === 'boolean' ? { waiting, keys, needsCode } : null;
}
