import type { Problem } from '../../document/problem.ts';
import type { Deck } from './deck.ts';
import type { LessonChange } from './lesson-change.ts';

/**
 * The callbacks of a page that shows a lesson while its file is edited: for a new deck, for changed
 * notes, and for the mistake that holds both back (null once it is fixed).
 */
export type LessonListeners = {
  deck(deck: Deck): void;
  notes?(): void;
  held?(problem: Problem | null): void;
};

/** Which lesson is followed: its name, the way from this page to the site's root, and the stamp of the deck that the page shows; and what reads the answers, null for what is none or of another version (R32). */
export type FollowedLesson = {
  readonly slug: string;
  readonly root: string;
  readonly stamp: string;
  readonly readDeck: (value: unknown) => Deck | null;
  readonly readChange: (value: unknown) => LessonChange | null;
};

/** How soon a stream that broke or was refused is asked for again, in ms: before the program has forgotten what it holds back. */
const RETRY_MS = 5_000;

/** The stamp of a deck that was fetched, by its answer. */
export function stampOf(response: Response): string {
  return response.headers.get('etag') ?? '';
}

/** Follows a lesson's file through the staff door: one page of this browser listens and tells the others. Returns what ends it. */
export function followLesson(
  { slug, root, stamp, readDeck, readChange }: FollowedLesson,
  listeners: LessonListeners,
): () => void {
  const address = new URL(`${root}api/lessons/${slug}/changes`, location.href);
  const name = `wholeclass:${address.pathname}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let shown = stamp;
  // Without the deck: a page that asks how it is has a deck already, and perhaps a newer one.
  let last: Omit<LessonChange, 'body'> | null = null;

  async function take({ body, ...change }: LessonChange): Promise<void> {
    if (last?.held?.message !== change.held?.message) listeners.held?.(change.held);
    // Where the page has an older deck than is heard of first, its notes may be older too.
    const isNewer = last === null ? !shown.includes(change.deck) : last.notes !== change.notes;
    if (isNewer) listeners.notes?.();
    last = change;
    if (shown.includes(change.deck)) return;
    const written = body ?? (await fetchDeck(change));
    // The file may have changed again meanwhile, and the same deck may have come: that is sent too.
    if (written === null || last.deck !== change.deck || shown.includes(change.deck)) return;
    shown = change.deck;
    const deck = readDeck(JSON.parse(written));
    if (deck === null) return;
    linkSheets((deck.sheets ?? []).map((path) => new URL(`${root}${path}`, location.href).href));
    listeners.deck(deck);
  }

  async function fetchDeck({ deck }: Pick<LessonChange, 'deck'>): Promise<string | null> {
    const response = await fetch(new URL(`${root}present/${slug}/deck.json`, location.href), {
      signal: leaving.signal,
      cache: 'no-store',
    });
    return response.ok && stampOf(response).includes(deck) ? response.text() : null;
  }

  const onChange = (message: unknown) => {
    const change = readChange(message);
    if (change !== null) void take(change).catch(() => undefined);
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'who') {
      if (source !== null && last !== null) channel.postMessage(last);
    } else onChange(data);
  };
  channel.postMessage('who');

  let source: EventSource | null = null;
  function listen(): void {
    if (leaving.signal.aborted) return;
    // The window that led before may have gone while a mistake held the lesson back: it stays so.
    address.search = `?after=${encodeURIComponent(shown)}`;
    const opened = new EventSource(address);
    source = opened;
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      const change: unknown = JSON.parse(data);
      channel.postMessage(change);
      onChange(change);
    };
    // The browser would ask again after the deck that was shown at first, and not at all where it was refused.
    opened.onerror = () => {
      opened.close();
      setTimeout(listen, RETRY_MS);
    };
  }

  const lead = () =>
    new Promise<void>((end) => {
      if (leaving.signal.aborted) return end();
      listen();
      leaving.signal.addEventListener('abort', () => {
        source?.close();
        end();
      });
    });
  // A browser keeps few connections to one address, and the room needs some.
  if ('locks' in navigator) {
    void navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => undefined);
  } else void lead();

  return () => {
    leaving.abort();
    channel.close();
  };
}

// First in the head, in their order, as on a page that is loaded with them.
function linkSheets(addresses: readonly string[]): void {
  if (addresses.length === 0) return;
  const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  for (const href of addresses) {
    if (links.some((link) => link.href === href)) continue;
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', crossOrigin: '', href });
    document.head.insertBefore(link, links[0] ?? null);
  }
}
