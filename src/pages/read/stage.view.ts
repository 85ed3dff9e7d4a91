import * as v from 'valibot';
import { readJsonAs, record } from '../../text/schema.ts';
import { READING_KEY, SEAT_KEY } from '../../text/browser-keys.ts';
import type { Settings } from './settings.ts';

/** Where the page's words are, told after each drawing: which screen, the board's slide, and whether the page goes there. */
export type Drawn = { readonly at: string; readonly on: string | null; readonly follows: boolean };

/** Keeps the reader's place: a new screen starts at its heading, and the page moves with the board where that is wanted. */
export function startPlace(): { drawn(now: Drawn): void } {
  let before: Drawn | null = null;
  return {
    drawn(now) {
      const isNewScreen = before !== null && before.at !== now.at;
      if (isNewScreen) document.querySelector<HTMLElement>('[data-start]')?.focus();
      if (
        now.follows &&
        now.on !== null &&
        (isNewScreen || before?.on !== now.on || !before.follows)
      ) {
        goTo(now.on);
      }
      before = now;
    },
  };
}

function goTo(slide: string): void {
  const section = document.querySelector<HTMLElement>(`[data-slide="${CSS.escape(slide)}"]`);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  section?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

/** Sets the page as the reader wants it. */
export function applySettings({ size, spacing, font, colours }: Settings): void {
  const root = document.documentElement;
  Object.assign(root.dataset, { spacing, font, colours });
  root.style.setProperty('--read-size', String(size));
}

/** What outlives a reload: the reader's wishes, and a room's code. */
export type Saved = {
  read(): Readonly<Record<string, unknown>>;
  /** Adds to what is kept. */
  write(part: Readonly<Record<string, unknown>>): void;
  clear(): void;
};

/** Keeps things under the one name that pages/join clears for the next pupil: in this browser for staff, in this tab for a pupil (R10); in memory where a browser keeps nothing. */
export function openSaved(staff: boolean): Saved {
  let state = parse(attempt(() => storageFor(staff).getItem(READING_KEY)));
  return {
    read: () => state,
    write(part) {
      state = { ...state, ...part };
      attempt(() => storageFor(staff).setItem(READING_KEY, JSON.stringify(state)));
    },
    clear() {
      state = {};
      attempt(() => storageFor(staff).removeItem(READING_KEY));
    },
  };
}

/** True where this tab has a seat in a room, which pages/join keeps. */
export function hasSeat(): boolean {
  return attempt(() => sessionStorage.getItem(SEAT_KEY)) !== null;
}

function storageFor(staff: boolean): Storage {
  return staff ? localStorage : sessionStorage;
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  return readJsonAs(record(v.unknown()), text ?? 'null') ?? {};
}

function attempt<Value>(use: () => Value): Value | null {
  try {
    return use();
  } catch {
    return null;
  }
}
