import type { PupilView } from '../../room/protocol.ts';
import type { Api } from './api.ts';
import { isKnown } from './known.ts';

/** What a page hears of its room. `fresh` is true for the first view after a (re)connection. */
export type RoomEvents = {
  readonly view: (view: PupilView, fresh: boolean) => void;
  readonly lost: () => void;
  /** The room is gone, its seats were reset, or this page is of another version. */
  readonly over: (how: 'gone' | 'reset' | 'old') => void;
};

/** A page's one line to its room. */
export type Line = {
  /** Fetches the newest view and listens on from there. */
  readonly renew: () => void;
  /** Stops listening, while the page is hidden or for good. */
  readonly stop: () => void;
};

/** A stream that says nothing for this long, in ms, is not getting through: ask again and again instead. */
const SELF_TEST = 2_000;
/** A dead network does not close a stream: look this often, in ms. */
const LOOK = 20_000;

// Remembered for the page's life: a proxy that holds streams back will go on doing so.
let streamsWork = typeof EventSource !== 'undefined';

/** Follows a room: events if they get through, else long polls; it comes back by itself and always starts with the newest view. */
export function followRoom(api: Api, pass: string, events: RoomEvents): Line {
  let hold = new AbortController();
  let failures = 0;

  async function connect(): Promise<void> {
    hold.abort();
    hold = new AbortController();
    const { signal } = hold;
    const reply = await api.view(pass);
    if (signal.aborted) return;
    if ('ok' in reply) {
      failures = 0;
      events.view(reply.ok, true);
      if (!signal.aborted) listen(reply.ok, signal);
    } else if (reply.failed === 'gone' || reply.failed === 'reset' || reply.failed === 'old') {
      events.over(reply.failed);
    } else {
      retry(signal, reply.failed === 'busy');
    }
  }

  function retry(signal: AbortSignal, isThere = false): void {
    if (signal.aborted) return;
    failures += 1;
    // A room that others ask too much is still there: the question stays, and an answer gets through.
    if (failures > 1 && !isThere) events.lost();
    // Not all at the same moment: a class of thirty would reconnect together.
    after(
      signal,
      Math.min(300 * 2 ** failures, 3_000) * (0.7 + Math.random() * 0.6),
      () => void connect(),
    );
  }

  function listen(view: PupilView, signal: AbortSignal): void {
    if (streamsWork) stream(view.n, signal);
    else void poll(view.n, signal);
  }

  function stream(n: number, signal: AbortSignal): void {
    const source = new EventSource(api.events(pass));
    const last = { n, hasEvent: false };
    const giveUp = () => {
      streamsWork = false;
      source.close();
      clearTimeout(test);
      clearTimeout(looking);
      void poll(n, signal);
    };
    // The first event is sent at once: if it does not come, or the stream fails before it, none will come.
    const test = after(signal, SELF_TEST, giveUp);
    const looking = after(signal, LOOK, () => void look(signal, last));
    signal.addEventListener('abort', () => source.close());
    source.onmessage = ({ data }) => {
      clearTimeout(test);
      const view: unknown = JSON.parse(data);
      if (!isKnown<PupilView>(view)) return;
      last.n = view.n;
      last.hasEvent = true;
      events.view(view, false);
    };
    source.onerror = () => {
      if (!last.hasEvent) return giveUp();
      source.close();
      retry(signal);
    };
  }

  async function look(signal: AbortSignal, last: { readonly n: number }): Promise<void> {
    const reply = await api.view(pass);
    if (signal.aborted) return;
    if ('ok' in reply ? reply.ok.n === last.n : reply.failed === 'busy') {
      return void after(signal, LOOK, () => void look(signal, last));
    }
    // The room has moved and the stream has not told: what comes late is held back on the way.
    if ('ok' in reply) streamsWork = false;
    void connect();
  }

  async function poll(n: number, signal: AbortSignal): Promise<void> {
    const reply = await api.view(pass, { n, signal });
    if (signal.aborted) return;
    // A poll that is cut short is no outage: the newest view is asked for in a moment.
    if (!('ok' in reply)) return retry(signal, true);
    events.view(reply.ok, false);
    // A breath between two polls, whatever answers them: a longer one where nothing was new, which may not have been waited for.
    after(signal, reply.ok.n === n ? 1_000 : 250, () => void poll(reply.ok.n, signal));
  }

  void connect();
  return { renew: () => void connect(), stop: () => hold.abort() };
}

function after(signal: AbortSignal, ms: number, act: () => void): ReturnType<typeof setTimeout> {
  const timer = setTimeout(() => {
    if (!signal.aborted) act();
  }, ms);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return timer;
}
