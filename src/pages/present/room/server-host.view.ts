import * as v from 'valibot';
import type {
  NewRoom,
  OpenedRoom,
  Refusal,
  RejoinedRoom,
  StaffView,
  Step,
  StoredRecord,
} from '../../../room/protocol.ts';
import { VERSION_QUERY } from '../../../text/protocol-version.ts';
import { readAs, type Fields } from '../../../text/schema.ts';
import type { Outcome, RoomHost } from './room-host.ts';
import { bearer, isGone, watchStaff } from './staff-line.view.ts';

const ANSWER_MS = 8_000;

/** The room in the program behind this site; `api` ends with a slash. */
export function serverHost(api: string): RoomHost {
  return {
    hasDevices: true,
    open: (wanted: NewRoom) => ask<OpenedRoom>(`${api}rooms?${VERSION_QUERY}`, wanted),
    rejoin: (code, phrase) =>
      ask<RejoinedRoom>(`${api}rooms/${encodeURIComponent(code)}/rejoin?${VERSION_QUERY}`, {
        phrase,
      }),
    step: ({ code, roomKey }: OpenedRoom, step: Step) =>
      ask<StaffView>(`${api}rooms/${code}/steps?${VERSION_QUERY}`, step, roomKey),
    record: ({ code, roomKey }) =>
      ask<StoredRecord>(`${api}rooms/${code}/record?${VERSION_QUERY}`, undefined, roomKey),
    watch: ({ code, roomKey }, hear) => watchStaff(`${api}rooms/${code}/staff`, roomKey, hear),
  };
}

async function ask<Value>(address: string, body: unknown, key?: string): Promise<Outcome<Value>> {
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
    if (response.ok) return { is: 'done', value: answer as Value };
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
  return readAs(refusal, answer)?.error.message ?? null;
}

const refusal = v.object({
  error: v.object({ code: v.string(), message: v.string() } satisfies Fields<Refusal['error']>),
});
