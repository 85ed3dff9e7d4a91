import type { LeftNotes, NoteView } from '../../room/protocol.ts';

/** What the program answered: what was asked for, or a sentence that says why not. */
export type Reply<Body> = { readonly is: 'done'; readonly body: Body } | { readonly is: 'refused'; readonly code: string; readonly message: string };

/** What a new key is for, as `POST /api/box/keys` takes it. */
export type KeyReason = 'first' | 'also' | 'instead' | 'lost';

/** A key that is to be made; `holder` are the words of somebody who has one, empty where nobody's are needed. */
export type WantedKey = { readonly words: string; readonly reason: KeyReason; readonly holder: string; readonly code: string };

const AWAY = { is: 'refused', code: 'away', message: 'Wholeclass didn’t answer. Check that it’s running, then try again.' } as const;

/** Opens the notes with the words of a key. */
export function openNotes(words: string): Promise<Reply<LeftNotes>> {
  return send('api/box', { words, read: readLeftNotes });
}

/** Marks a note as dealt with, or takes that back. */
export function dealWith(words: string, note: { readonly note: string; readonly undo: boolean }): Promise<Reply<LeftNotes>> {
  return send('api/box', { words, body: note, read: readLeftNotes });
}

/** Makes a key. */
export function makeKey({ holder, ...key }: WantedKey): Promise<Reply<true>> {
  return send('api/box/keys', { words: holder, body: key, read: () => true });
}

type Request<Body> = { readonly words: string; readonly body?: object; readonly read: (value: unknown) => Body | null };

async function send<Body>(path: string, { words, body, read }: Request<Body>): Promise<Reply<Body>> {
  const headers: Record<string, string> = words === '' ? {} : { authorization: `Bearer ${words.replaceAll(' ', '-')}` };
  if (body) headers['content-type'] = 'application/json';
  try {
    const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const response = await fetch(new URL(`../${path}`, location.href), { cache: 'no-store', headers, ...sent });
    const answer: unknown = await response.json();
    const got = response.ok ? read(answer) : null;
    return got === null ? readRefusal(answer) : { is: 'done', body: got };
  } catch {
    return AWAY;
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function readRefusal(answer: unknown): Reply<never> {
  const error = isFields(answer) ? answer['error'] : null;
  if (!isFields(error) || typeof error['message'] !== 'string') return AWAY;
  return { is: 'refused', code: String(error['code']), message: error['message'] };
}

function readLeftNotes(value: unknown): LeftNotes | null {
  if (!isFields(value) || typeof value['sealedToOthers'] !== 'number') return null;
  const [notes, dealtWith] = [readNotes(value['notes']), readNotes(value['dealtWith'])];
  return notes && dealtWith && { notes, dealtWith, sealedToOthers: value['sealedToOthers'] };
}

function readNotes(value: unknown): readonly NoteView[] | null {
  return Array.isArray(value) && value.every(isNote) ? value : null;
}

function isNote(value: unknown): value is NoteView {
  return isFields(value) && typeof value['id'] === 'string' && typeof value['text'] === 'string' && typeof value['first'] === 'boolean';
}
