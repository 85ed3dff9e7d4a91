import { formatNote, formatVote } from '../../room/one-length.ts';
import type {
  Cast,
  Post,
  PupilView,
  Receipt,
  Refusal,
  Seat,
  StoredRecord,
} from '../../room/protocol.ts';
import { OLD_PAGE_CODE, VERSION_QUERY } from './version.ts';
import { isKnown } from './known.ts';
import type { Trouble } from './visit.ts';

/** An answer of the room, or why there is none: `gone` for no such room, `reset` where its seats were reset, `old` where the page is of another version, `away` for silence. */
export type Reply<T> =
  | { readonly ok: T }
  | {
      readonly failed: 'gone' | 'reset' | 'away' | 'busy' | 'closed' | 'full' | 'old' | 'unknown';
      /** The room was there, and its server lost it. */
      readonly isLost?: boolean;
    };

/** The requests a pupil's page may make: a seat by the room's code, all else by the pass that came with it (R19). None carries a cookie, none is cached. */
export type Api = {
  /** Where a room's events come from. */
  readonly events: (pass: string) => string;
  /** The view as it is now, or, with `after`, as soon as it is another one. */
  readonly view: (
    pass: string,
    after?: { readonly n: number; readonly signal: AbortSignal },
  ) => Promise<Reply<PupilView>>;
  /** With the pass of a page that was in, it comes back while joining is closed (R52). */
  readonly seat: (code: string, pass?: string) => Promise<Reply<Seat>>;
  readonly cast: (pass: string, question: string, cast: Cast) => Promise<Reply<Receipt>>;
  readonly receipts: (pass: string, receipts: readonly string[]) => Promise<Reply<unknown>>;
  readonly post: (pass: string, post: Post) => Promise<Reply<unknown>>;
  readonly record: (pass: string) => Promise<Reply<StoredRecord>>;
};

/** How long the room may take to answer, in ms; a waiting `view` may take its 25 s. */
const TIMEOUT_MS = 6_000;
const LONG_TIMEOUT_MS = 40_000;

/** Opens the API at `root`, an address that ends in `api/`. */
export function openApi(root: string): Api {
  const room = (pass: string) => `${root}rooms/${encodeURIComponent(pass)}`;
  return {
    events: (pass) => `${room(pass)}/events`,
    view: (pass, after) =>
      ask(`${room(pass)}/view?${after ? `after=${after.n}&` : ''}${VERSION_QUERY}`, after),
    seat: (code, pass) =>
      ask(`${room(code)}/seats`, { method: 'POST', body: JSON.stringify({ pass }) }),
    cast: (pass, question, cast) =>
      ask(`${room(pass)}/questions/${encodeURIComponent(question)}/ballot`, {
        method: 'PUT',
        body: formatVote(cast),
      }),
    receipts: (pass, receipts) =>
      ask(`${room(pass)}/receipts`, { method: 'POST', body: JSON.stringify({ receipts }) }),
    post: (pass, post) => ask(`${room(pass)}/box`, { method: 'POST', body: formatNote(post) }),
    record: (pass) => ask(`${room(pass)}/record`),
  };
}

type Failure = Extract<Reply<never>, { failed: string }>;
type Failed = Failure['failed'];

/** What to tell someone who could not get a place. */
export function troubleOf({ failed, isLost = false }: Failure): Trouble {
  if (isLost) return 'lost';
  return failed === 'gone' || failed === 'old' || failed === 'unknown' ? 'no-room' : failed;
}

type Request = { readonly method?: string; readonly body?: string; readonly signal?: AbortSignal };

async function ask<T>(
  url: string,
  { method = 'GET', body, signal }: Request = {},
): Promise<Reply<T>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), signal ? LONG_TIMEOUT_MS : TIMEOUT_MS);
  signal?.addEventListener('abort', () => patience.abort());
  try {
    const response = await fetch(url, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      keepalive: method !== 'GET',
      signal: patience.signal,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body }),
    });
    const json: unknown = await response.json();
    if (!isKnown<T & Partial<Refusal>>(json)) return { failed: 'away' };
    if (response.ok) return { ok: json };
    const code = json.error?.code;
    return { failed: whyRefused(response.status, code), isLost: code === 'room-lost' };
  } catch {
    return { failed: 'away' };
  } finally {
    clearTimeout(timer);
  }
}

function whyRefused(status: number, code: string | undefined): Failed {
  if (status === 429) return 'busy';
  if (code === 'seats-reset') return 'reset';
  if (code === OLD_PAGE_CODE) return 'old';
  if (status === 409) return code === 'no-seats' ? 'full' : 'closed';
  if (code === 'room-lost') return 'gone';
  if (status === 404) return code === 'no-such-room' || code === 'old-code' ? 'gone' : 'unknown';
  return status < 500 ? 'unknown' : 'away';
}
