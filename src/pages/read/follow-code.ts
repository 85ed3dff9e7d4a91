import { readingViewSchema } from '../../outputs/reading/reading-schema.ts';
import type { ReadingView } from '../../outputs/reading/reading.ts';
import { readAs } from '../../text/schema.ts';
import { abortAfter } from '../../ui/abort-after.view.ts';

/** What a reading view hears of its room. */
export type ReadingEvents = {
  readonly view: (view: ReadingView) => void;
  readonly lost: () => void;
  readonly over: (how: 'gone' | 'reset') => void;
};

/** How long the room may take to answer a question that waits for news, in ms. */
const TIMEOUT_MS = 40_000;

/** Follows a room by its code, and asks nothing of it but what the class has been shown (R16). Returns what ends it. */
export function followCode(root: string, code: string, events: ReadingEvents): () => void {
  const leaving = new AbortController();
  let known = '';
  let failures = 0;

  async function ask(): Promise<number> {
    const url = `${root}rooms/${encodeURIComponent(code)}/reading?after=${known}`;
    const patience = abortAfter(TIMEOUT_MS, leaving.signal);
    const response = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      signal: patience,
    }).catch(() => null);
    if (leaving.signal.aborted) return 0;
    if (response?.status === 404 || response?.status === 409) {
      leaving.abort();
      events.over(response.status === 409 ? 'reset' : 'gone');
      return 0;
    }
    if (response?.ok !== true) return fail(response?.status === 429);
    const view = readAs(readingViewSchema, await response.json());
    if (view === null) return fail(false);
    const isNews = String(view.n) !== known;
    failures = 0;
    known = String(view.n);
    if (leaving.signal.aborted) return 0;
    events.view(view);
    if (view.state === 'finished') leaving.abort();
    // A breath between two questions, a longer one where nothing was new.
    return isNews ? 250 : 1_000;
  }

  function fail(isThere: boolean): number {
    failures += 1;
    if (failures > 1 && !isThere) events.lost();
    return Math.min(300 * 2 ** failures, 3_000) * (0.7 + Math.random() * 0.6);
  }

  async function go(): Promise<void> {
    const wait = await ask().catch(() => fail(false));
    if (!leaving.signal.aborted) setTimeout(() => void go(), wait);
  }

  void go();
  return () => leaving.abort();
}
