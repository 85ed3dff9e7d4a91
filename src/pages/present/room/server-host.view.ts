import {
  openedRoomSchema,
  refusalSchema,
  rejoinedRoomSchema,
  staffViewSchema,
  storedRecordSchema,
  type NewRoom,
  type OpenedRoom,
  type Step,
} from '../../../room/protocol.ts';
import { VERSION_QUERY } from '../../../text/protocol-version.ts';
import { readAs, type Schema } from '../../../text/schema.ts';
import type { Outcome, RoomHost } from './room-host.ts';
import { bearer, isGone, subscribeToStaff } from './staff-line.view.ts';

const ANSWER_MS = 8_000;

/** The room in the program behind this site; `api` ends with a slash. */
export function serverHost(api: string): RoomHost {
  return {
    hasDevices: true,
    open: (wanted: NewRoom) =>
      ask(`${api}rooms?${VERSION_QUERY}`, { schema: openedRoomSchema, body: wanted }),
    rejoin: (code, phrase) =>
      ask(`${api}rooms/${encodeURIComponent(code)}/rejoin?${VERSION_QUERY}`, {
        schema: rejoinedRoomSchema,
        body: { phrase },
      }),
    step: ({ code, roomKey }: OpenedRoom, step: Step) =>
      ask(`${api}rooms/${code}/steps?${VERSION_QUERY}`, {
        schema: staffViewSchema,
        body: step,
        key: roomKey,
      }),
    record: ({ code, roomKey }) =>
      ask(`${api}rooms/${code}/record?${VERSION_QUERY}`, {
        schema: storedRecordSchema,
        key: roomKey,
      }),
    subscribe: ({ code, roomKey }, onEvent) =>
      subscribeToStaff(`${api}rooms/${code}/staff`, roomKey, onEvent),
  };
}

/** `schema` reads the answer; a request without a body is a GET. */
type Request<Value> = {
  readonly schema: Schema<Value>;
  readonly body?: object;
  readonly key?: string;
};

async function ask<Value>(
  address: string,
  { schema, body, key }: Request<Value>,
): Promise<Outcome<Value>> {
  try {
    const headers = { 'content-type': 'application/json', ...(key !== undefined && bearer(key)) };
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(address, {
      ...sent,
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const answer: unknown = await response.json();
    if (response.ok) {
      const value = readAs(schema, answer);
      // What answered is not the program, or not one that this page knows.
      return value === null ? { is: 'away' } : { is: 'done', value };
    }
    if (key !== undefined && isGone(response)) return { is: 'gone' };
    const message = messageOf(answer);
    // Something on the way answered for the program.
    if (message === null && response.status >= 500) return { is: 'away' };
    return { is: 'refused', message: message ?? 'That did not work. Try again.' };
  } catch {
    return { is: 'away' };
  }
}

function messageOf(answer: unknown): string | null {
  return readAs(refusalSchema, answer)?.error.message ?? null;
}
