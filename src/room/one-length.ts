import type { Cast, Post } from './protocol.ts';

/** The form in which pages send votes and notes; an older page names none, and fills nothing up. */
export const FORM = 1;

/** Bytes that every vote fills, and every note: those of the longest that there can be, as the test works them out (R17). Written out, since the page pays for each byte of its script. */
export const VOTE_BYTES = 109;
export const NOTE_BYTES = 1761;

/**
 * A vote as JSON of `VOTE_BYTES`, whatever is answered: `{"v":1,"round":1,"ballot":"…","n":1,"answer":"pass","pad":"    "}`.
 * Throws for a vote that no page can make.
 */
export function formatVote({ round, ballot, n, answer }: Cast): string {
  return fill({ round, ballot, n, answer }, VOTE_BYTES, -Infinity);
}

/** A note as JSON of `NOTE_BYTES`, however short it is. One that is too long is sent as it is, and refused. */
export function formatNote({ ballot, text }: Post): string {
  return fill({ ballot, text }, NOTE_BYTES, 0);
}

// Fewer spaces than none throw, as they should where `min` lets them.
function fill(fields: object, bytes: number, min: number): string {
  const padded = (spaces: number) =>
    JSON.stringify({ v: FORM, ...fields, pad: ' '.repeat(spaces) });
  return padded(Math.max(bytes - new TextEncoder().encode(padded(0)).length, min));
}
