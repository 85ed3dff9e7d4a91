import { staffViewSchema, stampedViewSchema, type StaffView } from '../../../room/protocol.ts';
import { VERSION_QUERY } from '../../../text/protocol-version.ts';
import { readAs, readJsonAs } from '../../../text/schema.ts';
import { takeEvents, waitBefore, type RoomEvent } from './room-host.ts';
import { abortAfter } from '../../../ui/abort-after.view.ts';

/** The program says something every 15 seconds; a stream that is silent for longer, in ms, is dead or held back after its first words. */
const SILENCE_MS = 25_000;
/** The first view is sent at once: a stream that has not brought it by now is held back on the way. */
const SELF_TEST_MS = 2_000;
/** A poll is answered after 25 seconds at the latest. */
const POLL_MS = 40_000;
/** A breath between two polls, in ms, whatever answers them. */
const POLL_INTERVAL_MS = 250;

type OnEvent = (event: RoomEvent) => void;
/** How following a room came to its end. `held`: the network holds streams back. */
type End = 'cut' | 'signed-out' | 'gone' | 'old' | 'finished' | 'held';
type Line = {
  readonly address: string;
  readonly key: string;
  readonly ending: AbortController;
  readonly onEvent: OnEvent;
};

/** Follows the staff view of a room: by a stream if it gets through, else by one long poll after the other; it comes back by itself until it is stopped. */
export function subscribeToStaff(address: string, key: string, onEvent: OnEvent): () => void {
  let isWatching = true;
  let tries = 0;
  let wake: ReturnType<typeof setTimeout> | undefined;
  let ending = new AbortController();
  let follow = readStream;

  function onView(event: RoomEvent): void {
    tries = 0;
    onEvent(event);
  }

  async function read(): Promise<void> {
    ending = new AbortController();
    const end = await follow({ address, key, ending, onEvent: onView }).catch(() => 'cut' as const);
    if (!isWatching || end === 'finished') return;
    if (end === 'gone' || end === 'old') return onEvent({ type: end });
    if (end === 'held') {
      follow = readPolls;
      return read();
    }
    if (end === 'signed-out') onEvent({ type: 'signed-out' });
    // A poll that is cut short is asked again; only one that fails twice is an outage.
    else if (follow === readStream || tries > 0) onEvent({ type: 'away' });
    wake = setTimeout(() => void read(), waitBefore(tries));
    tries += 1;
  }

  void read();
  return () => {
    isWatching = false;
    clearTimeout(wake);
    ending.abort();
  };
}

// EventSource cannot send the key, so the stream is read by fetch.
async function readStream({ address, key, ending, onEvent }: Line): Promise<End> {
  let isHeld = false;
  const hold = () => {
    isHeld = true;
    ending.abort();
  };
  const test = setTimeout(hold, SELF_TEST_MS);
  try {
    const response = await fetch(`${address}?${VERSION_QUERY}`, {
      headers: bearer(key),
      signal: ending.signal,
      cache: 'no-store',
    });
    if (isGone(response)) return 'gone';
    if (response.status === 401) return 'signed-out';
    if (isOld(response)) return 'old';
    if (!response.ok || !response.body) return 'cut';
    return await readEvents(response.body, hold, (view) => {
      clearTimeout(test);
      onEvent({ type: 'view', view });
    });
  } catch {
    return isHeld ? 'held' : 'cut';
  } finally {
    clearTimeout(test);
  }
}

async function readEvents(
  body: ReadableStream<BufferSource>,
  hold: () => void,
  onView: (view: StaffView) => void,
): Promise<End> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const silence = setTimeout(hold, SILENCE_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return 'cut';
    const { data, rest } = takeEvents(text + value);
    text = rest;
    for (const event of data) {
      const view = readJsonAs(staffViewSchema, event);
      if (view === null) return 'cut';
      onView(view);
      if (view.state === 'finished') return 'finished';
    }
  }
}

async function readPolls({ address, key, ending, onEvent }: Line): Promise<End> {
  for (let stamp = ''; ;) {
    const signal = abortAfter(POLL_MS, ending.signal);
    const response = await fetch(`${address}/view?after=${stamp}&${VERSION_QUERY}`, {
      headers: bearer(key),
      signal,
      cache: 'no-store',
    });
    if (isGone(response)) return 'gone';
    if (response.status === 401) return 'signed-out';
    if (isOld(response)) return 'old';
    if (!response.ok) return 'cut';
    const stamped = readAs(stampedViewSchema, await response.json());
    if (stamped === null) return 'cut';
    stamp = stamped.stamp;
    onEvent({ type: 'view', view: stamped.view });
    if (stamped.view.state === 'finished') return 'finished';
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}

/** The header that shows the key of a room. */
export function bearer(key: string): { readonly authorization: string } {
  return { authorization: `Bearer ${key}` };
}

// Nothing else is refused so where a view is asked for.
function isOld({ status }: Response): boolean {
  return status === 409;
}

/** True for the answer to a room that is not there any more; 401 is for staff who have to sign in again. */
export function isGone({ status }: Response): boolean {
  return status === 404 || status === 403;
}
