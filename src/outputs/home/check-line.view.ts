import * as v from 'valibot';
import { checkReplySchema } from './room-check.ts';
import { refusalMessage } from '../../text/refusal.ts';
import { icon, type IconName } from '../../ui/icons.ts';
import { wording } from '../../ui/wording.view.ts';
import { checkLine, type Check, type CheckLine } from './room-check.ts';

/** Where the program answers (ends with a slash), which lesson's words a tablet shows, and where the technician reads more; `onCheck` is called with whether a tablet has reached this computer, whenever that may have changed. */
export type CheckOptions = {
  readonly api: string;
  readonly lesson: () => string;
  readonly more?: string;
  readonly onCheck?: (isReached: boolean) => void;
};

const LOOK_MS = 1_000;
/** After this time, in ms, anyone who typed an address has seen whether it opens. */
const LONG_MS = 12_000;
/** As long as the pupils' door knows of a check, in ms. */
const LASTS_MS = 15 * 60_000;
const icons: Readonly<Record<CheckLine['state'], IconName>> = {
  ready: 'check',
  look: 'tablet',
  todo: 'todo',
};

/** Fills a box with the line “Can tablets reach us?”, which starts the check and tells how it goes. Returns how to end it. */
export function startCheckLine(
  box: HTMLElement,
  { api, lesson, more, onCheck }: CheckOptions,
): () => void {
  let ending = new AbortController();
  const sign = element('span', 'icon-box');
  // One region all the time, so that what changes in it is said aloud; one button, so that the focus stays.
  const status = element('div', 'check-line__said');
  status.setAttribute('role', 'status');
  const button = element('button', 'button');
  button.setAttribute('type', 'button');
  button.addEventListener('click', () => void check());
  const body = element('div', 'check-line__body');
  body.append(element('p', 'check-line__title', 'Can tablets reach us?'), status, button);
  if (more !== undefined) body.append(link(more));
  box.replaceChildren(sign, body);
  draw({ is: 'idle' });
  box.hidden = false;

  function draw(now: Check): void {
    const { state, message, address, todo, offer } = checkLine(now);
    const where = address === '' ? [] : [element('p', 'check-line__address', address)];
    box.className = `check-line check-line--${state}`;
    sign.innerHTML = `${icon(icons[state])}`;
    status.replaceChildren(
      element('p', '', wording(message)),
      ...where,
      ...todo.map((one) => element('p', 'check-line__todo', wording(one))),
    );
    button.textContent = offer;
    onCheck?.(now.is === 'reached');
  }

  async function check(): Promise<void> {
    ending.abort();
    ending = new AbortController();
    const { signal } = ending;
    draw({ is: 'opening' });
    const began = performance.now();
    let isLong = false;
    const started = await ask(`${api}room-check`, { lesson: lesson() });
    let now = started.check;
    if (!signal.aborted) draw(now);
    while (!signal.aborted && now.is === 'waiting') {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (signal.aborted) return;
      if (performance.now() - began > LASTS_MS) return draw({ is: 'idle' });
      now = (await ask(`${api}room-check/${started.code}`)).check;
      const isLate = performance.now() - began > LONG_MS;
      // Said once, not every second.
      if (now.is === 'waiting' && isLate === isLong) continue;
      isLong = isLate;
      if (!signal.aborted) draw(now.is === 'waiting' ? { ...now, isLong } : now);
    }
  }

  return () => ending.abort();
}

async function ask(
  address: string,
  body?: { readonly lesson: string },
): Promise<{ readonly check: Check; readonly code: string }> {
  try {
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await fetch(address, {
      cache: 'no-store',
      signal: AbortSignal.timeout(8_000),
      ...(body && post),
    });
    const answer: unknown = await response.json();
    if (!response.ok) {
      return { code: '', check: { is: 'refused', message: refusalMessage(answer) ?? '' } };
    }
    const { code, isReached, address: shown } = v.parse(checkReplySchema, answer);
    return {
      code,
      check: isReached ? { is: 'reached' } : { is: 'waiting', address: shown, isLong: false },
    };
  } catch {
    return { code: '', check: { is: 'away' } };
  }
}

function link(address: string): HTMLElement {
  const made = element('a', 'check-line__more', 'For the technician: what to allow');
  made.setAttribute('href', address);
  return made;
}

function element(tag: string, look: string, words = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = look;
  made.textContent = words;
  return made;
}
