import type { NewRoom, OpenedRoom, StaffView, Step } from '../../room/protocol.ts';
import { takeEvents, waitBefore, type Heard, type Outcome, type RoomHost } from './room-host.ts';

// The program says something every 15 seconds; a stream that is silent for longer is dead.
const SILENCE_MS = 40_000;
const ANSWER_MS = 8_000;

/** The room in the program behind this site; `api` ends with a slash. */
export function serverHost(api: string): RoomHost {
  return {
    hasDevices: true,
    open: (wanted: NewRoom) => ask<OpenedRoom>(`${api}rooms`, wanted),
    step: ({ code, roomKey }: OpenedRoom, step: Step) => ask<StaffView>(`${api}rooms/${code}/steps`, step, roomKey),
    watch: ({ code, roomKey }, hear) => watch(`${api}rooms/${code}/staff`, roomKey, hear),
  };
}

async function ask<Value>(address: string, body: unknown, key?: string): Promise<Outcome<Value>> {
  try {
    const headers = { 'content-type': 'application/json', ...(key !== undefined && bearer(key)) };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(ANSWER_MS) });
    const answer: unknown = await response.json();
    if (response.ok) return { is: 'done', value: answer as Value };
    if (key !== undefined && isGone(response)) return { is: 'gone' };
    if (response.status >= 500) return { is: 'away' };
    return { is: 'refused', message: messageOf(answer) };
  } catch {
    return { is: 'away' };
  }
}

// EventSource cannot send the key, so the stream is read by fetch, and comes back by itself.
function watch(address: string, key: string, hear: (heard: Heard) => void): () => void {
  let isWatching = true;
  let tries = 0;
  let wake: number | undefined;
  let stream = new AbortController();

  async function read(): Promise<void> {
    stream = new AbortController();
    const heardSome = () => (tries = 0);
    const end = await readStream({ address, key, stream }, hear, heardSome).catch(() => 'cut' as const);
    if (!isWatching || end === 'finished') return;
    if (end === 'gone') return hear({ type: 'gone' });
    hear({ type: 'away' });
    wake = window.setTimeout(() => void read(), waitBefore(tries));
    tries += 1;
  }

  void read();
  return () => {
    isWatching = false;
    clearTimeout(wake);
    stream.abort();
  };
}

type Stream = { readonly address: string; readonly key: string; readonly stream: AbortController };

async function readStream(
  { address, key, stream }: Stream,
  hear: (heard: Heard) => void,
  heardSome: () => void,
): Promise<'cut' | 'gone' | 'finished'> {
  const response = await fetch(address, { headers: bearer(key), signal: stream.signal, cache: 'no-store' });
  if (isGone(response)) return 'gone';
  if (!response.ok || !response.body) return 'cut';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const silence = setTimeout(() => stream.abort(), SILENCE_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return 'cut';
    heardSome();
    const { data, rest } = takeEvents(text + value);
    text = rest;
    for (const event of data) {
      const view = JSON.parse(event) as StaffView;
      hear({ type: 'view', view });
      if (view.state === 'finished') return 'finished';
    }
  }
}

function bearer(key: string): { readonly authorization: string } {
  return { authorization: `Bearer ${key}` };
}

function isGone({ status }: Response): boolean {
  return status === 404 || status === 401 || status === 403;
}

function messageOf(answer: unknown): string {
  const { error } = (answer ?? {}) as { readonly error?: { readonly message?: string } };
  return error?.message ?? 'That did not work. Try again.';
}
