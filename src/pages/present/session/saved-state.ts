import { safeShowing } from '../../../outputs/board/film-source.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { deskTimes, RETURN_MS } from '../../../text/running-lesson.ts';
import { readAs } from '../../../text/schema.ts';
import { freshState, type PresenterState } from './presenter-state.ts';

/** What is saved of the state, so that a reload or a new window comes back to it; nothing of any pupil is in it. */
type Saved = Pick<
  PresenterState,
  | 'me'
  | 'screens'
  | 'slide'
  | 'step'
  | 'cover'
  | 'landing'
  | 'underPause'
  | 'bell'
  | 'film'
  | 'showing'
  | 'skipped'
  | 'spent'
  | 'since'
  | 'pupils'
  | 'devices'
  | 'room'
> & {
  readonly at: number;
};

/** How long a lesson is come back to after it was last saved, in ms: as long as a room lives (R8). */
export const KEPT_MS = RETURN_MS;

/** The state as text for the browser's storage; `now` is ms since 1970. */
export function serialiseState(state: PresenterState, now: number): string {
  const {
    me,
    screens,
    slide,
    step,
    cover,
    landing,
    underPause,
    bell,
    film,
    showing,
    skipped,
    spent,
    since,
    pupils,
    devices,
    room,
  } = state;
  const saved: Saved = {
    me,
    screens,
    slide,
    step,
    cover,
    landing,
    underPause,
    bell,
    film,
    showing,
    skipped,
    spent,
    since,
    pupils,
    devices,
    room,
    at: now,
  };
  return JSON.stringify(saved);
}

/** The state a text was written from, or a fresh one for text that is missing, old, broken, or of a slide that is gone. */
export function parseState(text: string | null, deck: Deck, now: number): PresenterState {
  const fresh = freshState(deck);
  const saved = parse(text);
  if (!saved || now - saved.at > KEPT_MS) return fresh;
  const isThere = deck.slides.some(({ id }) => id === saved.slide);
  const line = saved.room ? 'opening' : 'none';
  const { at: _, ...kept } = saved;
  const underPause =
    kept.cover === 'pause' && (kept.landing || kept.underPause === 'help') ? 'help' : 'none';
  return {
    ...fresh,
    ...kept,
    underPause,
    showing: safeShowing(kept.showing),
    ...(isThere ? {} : { slide: fresh.slide, step: 0 }),
    line,
  };
}

function parse(text: string | null): Saved | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isSaved(value) ? value : null;
  } catch {
    return null;
  }
}

function isSaved(value: unknown): value is Saved {
  if (typeof value !== 'object' || value === null) return false;
  const saved = value as { readonly [Key in keyof Saved]?: unknown };
  const {
    me,
    screens,
    slide,
    step,
    cover,
    landing,
    film,
    skipped,
    spent,
    since,
    pupils,
    devices,
    room,
  } = saved;
  const isShown =
    typeof slide === 'string' &&
    typeof step === 'number' &&
    ['none', 'pause', 'help'].includes(String(cover)) &&
    typeof landing === 'boolean' &&
    isThing(film) &&
    typeof film['order'] === 'number';
  const isTimed =
    isThing(spent) &&
    Array.isArray(skipped) &&
    (since === null || typeof since === 'number') &&
    readAs(deskTimes, value) !== null;
  const isAsked =
    typeof pupils === 'number' &&
    typeof devices === 'boolean' &&
    ['unsaid', 'one', 'two'].includes(String(screens));
  const isRoomed =
    room === null ||
    (isThing(room) && typeof room['code'] === 'string' && typeof room['roomKey'] === 'string');
  return typeof me === 'string' && isShown && isTimed && isAsked && isRoomed;
}

function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
