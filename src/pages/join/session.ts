import { openApi, troubleOf, type Api, type Reply } from './api.ts';
import { followRoom, type Line } from './follow-room.ts';
import { parseSavedPage, serialisePage } from './saved-page.ts';
import { receiptsFor } from './previous-receipts.ts';
import { openPage, pendingOf, placeOf, type PupilEvent, type Page } from './visit.ts';
import { step } from './visit-step.ts';
import type { PupilView, StoredRecord } from '../../room/protocol.ts';
import { READING_KEY, SEAT_KEY } from '../../text/browser-keys.ts';

/** A page at work: its state, how to tell it something, and what is stored of its room. */
export type Session = {
  readonly page: () => Page;
  readonly send: (happening: PupilEvent) => void;
  /** Puts a note into the question box. */
  readonly post: (ballot: string, text: string) => Promise<Reply<unknown>>;
  readonly record: () => Promise<StoredRecord | null>;
};

/** Starts the page where its last load left off; `changed` is called after every change. */
export function startSession(root: string, changed: () => void): Session {
  const api = openApi(root);
  let page = open();
  // What the last seat of this page came with, the same for every seat: gone with the page.
  let last: string | undefined;
  let line: { readonly pass: string; readonly line: Line } | null = null;
  let flush = () => {};

  function send(happening: PupilEvent): void {
    const before = page;
    page = step(page, happening);
    if (page === before) return;
    // A page that is loaded again goes on where this one was.
    if (page.visit.at !== 'old') savePage(page);
    // How the last pupil read along is nothing to the next one.
    if (happening.type === 'next' || happening.type === 'leave') {
      stored((storage) => storage.removeItem(READING_KEY));
    }
    // What it asks of the room is on its way while the page is drawn.
    act(before);
    changed();
  }

  function act(before: Page): void {
    const { visit } = page;
    last = placeOf(before.visit)?.pass ?? last;
    const isNew = visit.at !== before.visit.at;
    follow(isNew && visit.at === 'arriving');
    if (isNew && visit.at === 'closing') flush();
    if (isNew && visit.at === 'joining') void takeSeat(visit.code);
    if (pendingOf(visit) && !pendingOf(before.visit)) {
      void deliver(api, { page: () => page, send, wait });
    }
  }

  function follow(isNew: boolean): void {
    const pass = placeOf(page.visit)?.pass ?? page.behind?.pass ?? null;
    if (line?.pass === pass) return isNew ? line?.line.renew() : undefined;
    line?.line.stop();
    line =
      pass === null
        ? null
        : {
            pass,
            line: followRoom(api, pass, {
              view: see,
              lost: () => send({ type: 'lost' }),
              over: (how) => send({ type: how }),
            }),
          };
  }

  function see(view: PupilView, fresh: boolean): void {
    send({ type: 'viewed', view });
    if (fresh) void handIn(view);
  }

  /** The room may have been started again: what it acknowledged must count (R5). */
  async function handIn(view: PupilView): Promise<void> {
    const receipts = receiptsFor(page, view);
    const pass = placeOf(page.visit)?.pass ?? page.behind?.pass;
    if (receipts.length === 0 || pass === undefined) return;
    const reply = await api.receipts(pass, receipts);
    if ('failed' in reply && (reply.failed === 'away' || reply.failed === 'busy')) {
      setTimeout(() => void handIn(view), 1_500);
    }
  }

  async function takeSeat(code: string): Promise<void> {
    const reply = await api.seat(code, last);
    if ('ok' in reply) send({ type: 'seated', code, ...reply.ok });
    else send({ type: 'refused', code, trouble: troubleOf(reply) });
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      flush = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  // A sleeping tablet hears nothing; when it wakes it asks for the newest view.
  document.addEventListener('visibilitychange', () =>
    document.hidden ? line?.line.stop() : line?.line.renew(),
  );
  addEventListener('pageshow', ({ persisted }) => persisted && line?.line.renew());
  addEventListener('online', () => line?.line.renew());
  follow(true);
  return {
    page: () => page,
    send,
    async post(ballot, text) {
      const reply = await api.post(placeOf(page.visit)?.pass ?? '', { ballot, text });
      if ('ok' in reply) send({ type: 'posted', ballot });
      return reply;
    },
    async record() {
      const place = placeOf(page.visit);
      const reply = place && (await api.record(place.pass));
      return reply && 'ok' in reply ? reply.ok : null;
    },
  };
}

type Hand = {
  readonly page: () => Page;
  readonly send: (happening: PupilEvent) => void;
  readonly wait: (ms: number) => Promise<void>;
};

/** Sends the answer that is waiting until the room has acknowledged it, or the question is over. */
async function deliver(api: Api, { page, send, wait }: Hand): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const pending = pendingOf(page().visit);
    const place = placeOf(page().visit);
    if (!pending || !place) return;
    const { question, round, ballot, spent } = pending.turn;
    const reply = await api.cast(place.pass, question.id, {
      round,
      ballot,
      n: spent.n,
      answer: pending.answer,
    });
    // The pupil who gave this answer may have left meanwhile: the next pupil's page must not show
    // what became of it.
    if (pendingOf(page().visit)?.turn.ballot !== ballot) return;
    if ('ok' in reply) return send({ type: 'acknowledged', n: spent.n, sealed: reply.ok.receipt });
    if (reply.failed === 'closed') return send({ type: 'too-late' });
    if (reply.failed === 'unknown') return send({ type: 'unknown-ballot' });
    if (reply.failed === 'gone' || reply.failed === 'reset') return send({ type: reply.failed });
    await wait(Math.min(250 * 2 ** tries, 2_000));
  }
}

function open(): Page {
  const { place, spent, behind } = parseSavedPage(stored((storage) => storage.getItem(SEAT_KEY)));
  return openPage(place, spent, behind);
}

function savePage(page: Page): void {
  const text = serialisePage(page);
  stored((storage) =>
    text === '' ? storage.removeItem(SEAT_KEY) : storage.setItem(SEAT_KEY, text),
  );
}

/** Storage may be forbidden: then a reload takes a new seat, and nothing else changes. */
function stored<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
