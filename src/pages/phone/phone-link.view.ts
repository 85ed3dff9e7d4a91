import { nanoid } from 'nanoid';
import * as v from 'valibot';
import { PHONE_KEY } from '../../text/browser-keys.ts';
import { readCode } from '../../room/code.ts';
import {
  COMMAND_MS,
  joinedPhoneSchema,
  PHONE_VERSION,
  phoneNewsSchema,
  type PhoneCommand,
  type PhonePress,
  type PhoneView,
} from '../../room/phone-protocol.ts';
import { refusalMessage } from '../../text/refusal.ts';
import { VERSION_QUERY } from '../../text/protocol-version.ts';
import { readAs, readJsonAs } from '../../text/schema.ts';

/** How this phone is connected. */
export type PhoneState =
  /** `words` says why it is not, or not any more. */
  | { readonly is: 'out'; readonly words: string; readonly isBusy: boolean }
  /** `view` is null until the desk has sent one; `link` is `lost` where the program does not answer, `away` where the desk does not. */
  | {
      readonly is: 'in';
      readonly view: PhoneView | null;
      readonly link: 'live' | 'lost' | 'away';
      /** What became of the last press, where that needs saying. */
      readonly words: string;
    };

/** The phone's end of the line. */
export type PhoneLink = {
  state(): PhoneState;
  join(code: string, words: string): Promise<void>;
  press(press: PhonePress): void;
  leave(): void;
};

const saved = v.object({ code: v.string(), key: v.string() });
type Saved = Readonly<v.InferOutput<typeof saved>>;

const OUT: PhoneState = { is: 'out', words: '', isBusy: false };
const JOINED: PhoneState = { is: 'in', view: null, link: 'live', words: '' };
const CUT = 'This phone is not connected any more. Get a new code on the laptop.';
const FINISHED = 'The lesson is finished.';
const NO_PROGRAM = 'Wholeclass does not answer. Check the Wi-Fi, then try again.';
const NOT_SENT = 'That did not get through, so nothing was done.';
/** A poll is answered after 25 seconds at the latest. */
const POLL_MS = 32_000;
const SEND_MS = 2_500;
const RETRY_MS = 1_000;
/** Why a poll was given up for another one. */
const AWAKE = 'awake';

/** Opens the link, and goes on with the line this tab had; `draw` is called after every change. */
export function openPhoneLink(draw: () => void): PhoneLink {
  const api = new URL('../api/phones', location.href).href;
  let line = readJsonAs(saved, sessionStorage.getItem(PHONE_KEY) ?? '');
  let state: PhoneState = OUT;
  let mine = '';
  let polling = new AbortController();

  function become(next: PhoneState): void {
    state = next;
    draw();
  }

  function out(words: string): void {
    line = null;
    sessionStorage.removeItem(PHONE_KEY);
    polling.abort();
    become({ is: 'out', words, isBusy: false });
  }

  function start(now: Saved): void {
    line = now;
    sessionStorage.setItem(PHONE_KEY, JSON.stringify(now));
    become(JOINED);
    void follow(now);
  }

  async function join(code: string, words: string): Promise<void> {
    become({ is: 'out', words: '', isBusy: true });
    const body = { v: PHONE_VERSION, code, words };
    const response = await send('/join', body, 8_000).catch(() => null);
    const answer: unknown = await response?.json().catch(() => null);
    const joined = response?.ok === true ? readAs(joinedPhoneSchema, answer) : null;
    if (joined === null) return out(refusalMessage(answer) ?? NO_PROGRAM);
    start({ code: readCode(code) ?? code, key: joined.key });
  }

  function send(path: string, body: object, ms: number): Promise<Response> {
    return fetch(`${api}${path}?${VERSION_QUERY}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(line !== null && { authorization: `Bearer ${line.key}` }),
      },
      cache: 'no-store',
      signal: AbortSignal.timeout(ms),
    });
  }

  async function follow(now: Saved): Promise<void> {
    let after = -1;
    let desk = '';
    while (line === now) {
      const news = await poll(now, `${after}:${desk}`);
      if (line !== now || state.is !== 'in') return;
      if (news === 'cut') return out(state.view?.phase === 'finished' ? FINISHED : CUT);
      if (news === 'awake' || news === null) {
        // Asks for all of it at once, whatever it had.
        [after, desk] = [-1, ''];
        if (news === 'awake') continue;
        become({ ...state, link: 'lost' });
        await wait(RETRY_MS);
        continue;
      }
      [after, desk] = [news.n, news.desk];
      const link = news.desk === 'here' ? 'live' : 'away';
      const view = news.view ?? state.view;
      const answered = view?.answered ?? null;
      const words = answered?.id === mine && mine !== '' ? answered.words : state.words;
      become({ is: 'in', view, link, words });
    }
  }

  async function poll({ code, key }: Saved, after: string) {
    polling = new AbortController();
    const { signal } = polling;
    const timer = setTimeout(() => polling.abort(), POLL_MS);
    try {
      const response = await fetch(`${api}/${code}/view?after=${after}&${VERSION_QUERY}`, {
        headers: { authorization: `Bearer ${key}` },
        cache: 'no-store',
        signal,
      });
      if ([401, 403, 404].includes(response.status)) return 'cut';
      return response.ok ? readAs(phoneNewsSchema, await response.json()) : null;
    } catch {
      return signal.reason === AWAKE ? 'awake' : null;
    } finally {
      clearTimeout(timer);
    }
  }

  // Tried again under one id until it would come too late: sent twice, it is done once.
  async function press(one: PhonePress): Promise<void> {
    const now = line;
    if (now === null || state.is !== 'in') return;
    const command: PhoneCommand = { v: PHONE_VERSION, id: nanoid(), press: one };
    const { id } = command;
    mine = id;
    become({ ...state, words: '' });
    const until = performance.now() + COMMAND_MS;
    do {
      const response = await send(`/${now.code}/commands`, command, SEND_MS).catch(() => null);
      if (mine !== id || state.is !== 'in') return;
      if (response?.ok === true) return;
      if (response !== null) {
        const answer: unknown = await response.json().catch(() => null);
        return become({ ...state, words: refusalMessage(answer) ?? NOT_SENT });
      }
      await wait(400);
    } while (performance.now() < until);
    if (mine === id && state.is === 'in') become({ ...state, words: NOT_SENT });
  }

  // What has gone to sleep with the phone is asked for at once when it wakes: lost it is only if that fails.
  const wake = () => polling.abort(AWAKE);
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
  });
  // Nothing is drawn before the page has the link.
  if (line !== null) {
    state = JOINED;
    void follow(line);
  }
  return {
    state: () => state,
    join,
    press: (one) => void press(one),
    leave: () => out(''),
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
