import * as v from 'valibot';
import { phoneKey } from '../../../text/browser-keys.ts';
import {
  deskNewsSchema,
  openedPhoneSchema,
  PHONE_VERSION,
  type PhoneAnswer,
  type PhoneCommand,
} from '../../../room/phone-protocol.ts';
import { refusalMessage } from '../../../text/refusal.ts';
import { VERSION_QUERY } from '../../../text/protocol-version.ts';
import { readAs, readJsonAs } from '../../../text/schema.ts';
import { wording } from '../../../ui/wording.view.ts';
import { notesPage } from '../board/two-window.tsx';
import { nameReading, partsOf, type Reading } from '../panels/notes.tsx';
import { bearer } from '../room/staff-line.view.ts';
import { readNotes, SITE } from '../session/lesson-files.view.ts';
import { isRunning, screensOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { carryOut, type LastPress } from './carry-out.ts';
import type { PhoneDesk, PhoneLine } from './phone-line.ts';
import { phoneView } from './phone-view.ts';

const saved = v.object({ code: v.string(), key: v.string() });
type Saved = Readonly<v.InferOutput<typeof saved>>;
type OpenLine = PhoneLine & { readonly key: string };

/** One request of the desk; without a `key` it goes by that of the line there is. */
type Sent = { readonly method: 'POST' | 'PUT'; readonly body: object; readonly key?: string };

/** A poll is answered after 25 seconds at the latest. */
const POLL_MS = 40_000;
const ANSWER_MS = 8_000;
const RETRY_MS = 1_500;
/** The clock shows minutes. */
const TICK_MS = 5_000;
const MINUTE = 60_000;
const OFF = '{The school} has turned phones off. They are turned on in “{Your school}”.';
const AWAY = 'Wholeclass does not answer. Try again.';

/** Starts the desk's end, and goes on with the line that this tab had before a reload; `changed` is called after every change of it. */
export function startPhoneDesk(presenter: Presenter, changed: () => void): PhoneDesk {
  const { store } = presenter;
  const api = new URL(`${SITE}api/phones`, location.href).href;
  const place = phoneKey(presenter.deck.slug);
  let held: OpenLine | null = null;
  let trouble = '';
  let sent = '';
  let answered: PhoneAnswer | null = null;
  let last: LastPress = null;
  let reading: Reading = { is: 'reading' };
  let notesVersion = -1;
  let sending = Promise.resolve();

  function take(next: OpenLine | null): void {
    held = next;
    if (next === null) sessionStorage.removeItem(place);
    else {
      const { code, key } = next;
      sessionStorage.setItem(place, JSON.stringify({ code, key } satisfies Saved));
    }
    sent = '';
    answered = null;
    changed();
  }

  function send(path: string, { method, body, key = held?.key }: Sent): Promise<Response> {
    return fetch(`${api}${path}?${VERSION_QUERY}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(key !== undefined && bearer(key)) },
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  }

  async function open(): Promise<void> {
    const before = held;
    const { bell } = store.state();
    const minutes = bell === null ? null : Math.ceil((bell - Date.now()) / MINUTE);
    const response = await send('', { method: 'POST', body: { v: PHONE_VERSION, minutes } }).catch(
      () => null,
    );
    const body: unknown = await response?.json().catch(() => null);
    const opened = response?.ok === true ? readAs(openedPhoneSchema, body) : null;
    if (opened === null) {
      trouble = response?.status === 404 ? wording(OFF) : (refusalMessage(body) ?? AWAY);
      return changed();
    }
    trouble = '';
    if (before !== null) void cut(before);
    take({ ...opened, phone: 'none' });
    void follow(opened.code);
    show();
  }

  async function cut({ code, key }: Saved): Promise<void> {
    await send(`/${code}/end`, { method: 'POST', body: {}, key }).catch(() => null);
  }

  async function end(): Promise<void> {
    const before = held;
    if (before === null) return;
    take(null);
    await cut(before);
  }

  // One after the other, so that no older view comes last.
  function show(): void {
    const now = held;
    if (now === null) return;
    readNotesOnce();
    const view = viewNow();
    const text = JSON.stringify(view);
    if (text === sent) return;
    sent = text;
    sending = sending.then(async () => {
      if (held?.code !== now.code) return;
      const response = await send(`/${now.code}/view`, {
        method: 'PUT',
        body: view,
        key: now.key,
      }).catch(() => null);
      // What did not come through is sent with the next look at the clock.
      if (response?.ok !== true) sent = '';
      const isOver = response?.status === 403 || response?.status === 404;
      if (isOver && held?.code === now.code) take(null);
    });
  }

  function viewNow() {
    const state = store.state();
    const notes =
      screensOf(state) === 'two'
        ? partsOf(nameReading(reading, presenter.deck.names), notesPage(presenter))
        : null;
    return phoneView({
      deck: presenter.deck,
      state,
      card: presenter.card(),
      notes,
      answered,
      now: Date.now(),
    });
  }

  function readNotesOnce(): void {
    const { notes } = presenter.ui();
    if (screensOf(store.state()) !== 'two' || notesVersion === notes) return;
    notesVersion = notes;
    readNotes().then(
      (read) => {
        if (notesVersion !== notes) return;
        reading = { is: 'read', notes: read };
        show();
      },
      () => {
        if (notesVersion === notes) notesVersion = -1;
      },
    );
  }

  async function follow(code: string): Promise<void> {
    let after = -1;
    let presence: string = held?.phone ?? 'none';
    while (held?.code === code) {
      const news = await poll(code, `${after}:${presence}`);
      if (held?.code !== code) return;
      if (news === 'gone') return take(null);
      if (news === null) {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        continue;
      }
      after = news.n;
      for (const command of news.commands) carry(command);
      if (news.phone !== presence) {
        presence = news.phone;
        held = { ...held, phone: news.phone };
        changed();
      }
      show();
    }
  }

  async function poll(code: string, after: string) {
    try {
      const response = await fetch(`${api}/${code}/commands?after=${after}&${VERSION_QUERY}`, {
        headers: bearer(held?.key ?? ''),
        cache: 'no-store',
        signal: AbortSignal.timeout(POLL_MS),
      });
      if (response.status === 403 || response.status === 404) return 'gone';
      return response.ok ? readAs(deskNewsSchema, await response.json()) : null;
    } catch {
      return null;
    }
  }

  function carry({ id, press }: PhoneCommand): void {
    const now = Date.now();
    const { is, words } = carryOut(presenter, press, { last, now });
    if (is === 'done') last = { press, at: now };
    answered = { id, is, words };
  }

  store.subscribe(() => {
    if (held === null) return;
    show();
    // Finish is the end of it.
    if (!isRunning(store.state().phase)) void sending.then(end);
  });
  setInterval(show, TICK_MS);
  const before = readJsonAs(saved, sessionStorage.getItem(place) ?? '');
  if (before !== null) {
    held = { ...before, words: null, phone: 'none' };
    void follow(before.code);
    show();
  }
  return { line: () => held, trouble: () => trouble, open, end };
}
