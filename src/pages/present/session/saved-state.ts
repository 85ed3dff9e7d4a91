import * as v from 'valibot';
import type { Deck } from '../../../outputs/board/deck.ts';
import { safeShowing, USUAL } from '../../../outputs/board/film-source.ts';
import { withJoining } from '../../../outputs/board/joining.ts';
import { showingSchema } from '../../../outputs/board/link-schema.ts';
import { openedRoomSchema, stageSchema } from '../../../room/protocol.ts';
import { RETURN_MS, type DeskTimes } from '../../../text/running-lesson.ts';
import { number, readJsonAs, record } from '../../../text/schema.ts';
import {
  coverOf,
  freshState,
  isRunning,
  openedRoomOf,
  type Phase,
  type PresenterState,
  type RunningPhase,
} from './presenter-state.ts';

/** Grows with what is saved where an older page could not read it; a text without one was written before there were versions, and is read as the first. */
const VERSION = 1;

/** What is saved of the state, so that a reload or a new window comes back to it; nothing of any pupil is in it. */
const savedState = v.object({
  version: v.exactOptional(v.literal(VERSION)),
  at: number,
  bell: v.nullable(number),
  me: v.string(),
  screens: v.picklist(['one', 'two']),
  slide: v.string(),
  step: number,
  cover: v.picklist(['none', 'pause', 'help', 'join']),
  landing: v.boolean(),
  underPause: v.exactOptional(v.picklist(['none', 'help', 'join'])),
  film: stageSchema.entries.film,
  showing: v.fallback(showingSchema, USUAL),
  skipped: v.array(v.string()),
  spent: record(number),
  since: v.nullable(number),
  pupils: number,
  devices: v.boolean(),
  room: v.nullable(openedRoomSchema),
});
type SavedState = DeskTimes & Readonly<v.InferOutput<typeof savedState>>;

/** The state as text for the browser's storage, `now` in ms since 1970; null for what is not saved: before and after the lesson, a rehearsal, a preview. */
export function serialiseState(state: PresenterState, now: number): string | null {
  const { phase, mode, me, slide, step, bell, film, showing, skipped, spent } = state;
  if (!isRunning(phase) || mode !== 'lesson') return null;
  const saved: SavedState = {
    version: VERSION,
    at: now,
    me,
    screens: phase.screens,
    slide,
    step,
    cover: coverOf(state),
    landing: phase.is === 'landing',
    underPause: underPause(phase),
    bell,
    film,
    showing,
    skipped: [...skipped],
    spent,
    since: phase.since,
    pupils: state.pupils,
    devices: state.devices,
    room: openedRoomOf(state),
  };
  return JSON.stringify(saved);
}

/** The state a text was written from, or a fresh one for text that is missing, old, broken, of a later version, or of a slide that is gone. */
export function parseState(text: string | null, deck: Deck, now: number): PresenterState {
  const fresh = freshState(deck);
  const saved = text === null ? null : readJsonAs(savedState, text);
  if (saved === null || now - saved.at > RETURN_MS) return fresh;
  const { me, slide, step, bell, film, skipped, spent, pupils, devices } = saved;
  const { slides } = devices ? withJoining(deck) : deck;
  const isThere = slides.some(({ id }) => id === slide);
  return {
    ...fresh,
    me,
    phase: phaseOf(saved),
    ...(isThere && { slide, step }),
    bell,
    film,
    showing: safeShowing(saved.showing),
    skipped,
    spent,
    pupils,
    devices,
  };
}

function phaseOf({
  screens,
  since,
  at,
  room,
  landing,
  cover,
  underPause: over,
}: SavedState): Phase {
  const running = {
    screens,
    since: since ?? at,
    room:
      room === null
        ? ({ is: 'none' } as const)
        : ({ is: 'open', opened: room, link: 'opening', view: null } as const),
  };
  if (landing && cover !== 'none') {
    return { is: 'landing', ...running, isPaused: cover === 'pause' };
  }
  return {
    is: 'teaching',
    ...running,
    cover: cover === 'pause' ? { is: cover, over: over ?? 'none' } : { is: cover },
  };
}

function underPause(phase: RunningPhase): 'none' | 'help' | 'join' {
  if (phase.is === 'landing') return phase.isPaused ? 'help' : 'none';
  return phase.cover.is === 'pause' ? phase.cover.over : 'none';
}
