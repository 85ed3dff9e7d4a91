import * as v from 'valibot';

import { noteViewSchema, refusalSchema, type LeftNotes } from '../../room/protocol.ts';
import { readAs, whole, type Fields } from '../../text/schema.ts';

/** What the program answered: what was asked for, or a sentence that says why not. */
export type Reply<Body> =
  | { readonly is: 'done'; readonly body: Body }
  | { readonly is: 'refused'; readonly code: string; readonly message: string };

/** What a new key is for, as `POST /api/box/keys` takes it. */
export type KeyReason = 'first' | 'also' | 'instead' | 'lost';

/** A key that is to be made; `holder` are the words of someone who has one, empty where no one's are needed. */
export type WantedKey = {
  readonly words: string;
  readonly reason: KeyReason;
  readonly holder: string;
  readonly code: string;
};

const AWAY = {
  is: 'refused',
  code: 'away',
  message: 'Wholeclass didn’t answer. Check that it’s running, then try again.',
} as const;

/** Opens the notes with the words of a key. */
export function openNotes(words: string): Promise<Reply<LeftNotes>> {
  return send('api/box', { words, read: readLeftNotes });
}

/** Marks a note as dealt with, or takes that back. */
export function dealWith(
  words: string,
  note: { readonly note: string; readonly undo: boolean },
): Promise<Reply<LeftNotes>> {
  return send('api/box', { words, body: note, read: readLeftNotes });
}

/** Makes a key. */
export function makeKey({ holder, ...key }: WantedKey): Promise<Reply<true>> {
  return send('api/box/keys', { words: holder, body: key, read: () => true });
}

type Request<Body> = {
  readonly words: string;
  readonly body?: object;
  readonly read: (value: unknown) => Body | null;
};

async function send<Body>(
  path: string,
  { words, body, read }: Request<Body>,
): Promise<Reply<Body>> {
  const headers: Record<string, string> =
    words === '' ? {} : { authorization: `Bearer ${words.replaceAll(' ', '-')}` };
  if (body) headers['content-type'] = 'application/json';
  try {
    const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const response = await fetch(new URL(`../${path}`, location.href), {
      cache: 'no-store',
      headers,
      ...sent,
    });
    const answer: unknown = await response.json();
    const got = response.ok ? read(answer) : null;
    return got === null ? readRefusal(answer) : { is: 'done', body: got };
  } catch {
    return AWAY;
  }
}

function readRefusal(answer: unknown): Reply<never> {
  const read = readAs(refusalSchema, answer);
  return read === null ? AWAY : { is: 'refused', ...read.error };
}

const leftNotes = v.object({
  notes: v.array(noteViewSchema),
  dealtWith: v.array(noteViewSchema),
  sealedToOthers: whole,
} satisfies Fields<LeftNotes>);

function readLeftNotes(value: unknown): LeftNotes | null {
  return readAs(leftNotes, value);
}
