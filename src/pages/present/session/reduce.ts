import type { FromBoard } from '../../../outputs/board/board-link.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { safeShowing } from '../../../outputs/board/film-source.ts';
import { keepPlace } from '../../../outputs/board/renew-deck.ts';
import { keepStep, turnPage, withoutBlocks } from '../../../outputs/board/steps.ts';
import type { StaffView } from '../../../room/protocol.ts';
import { own } from '../../../text/own.ts';
import { isHeldBy, pressCover, UNCOVERED } from '../board/cover.ts';
import { filmTurn, isSecondPress, turnFilm } from '../film/film-turn.ts';
import type { LessonNow, PresenterEvent, Start } from './presenter-event.ts';
import { isWatching, type PresenterState } from './presenter-state.ts';

/** The state after an event. No effects. */
export function reduce(
  state: PresenterState,
  event: PresenterEvent,
  time: LessonNow,
): PresenterState {
  return isHeldBy(state.cover, event) ? state : move(state, event, time);
}

function move(state: PresenterState, event: PresenterEvent, time: LessonNow): PresenterState {
  switch (event.type) {
    case 'start':
      return begin(state, event, time.now);
    case 'turn':
      return turn(state, event.to, time);
    case 'go':
      return goTo(state, event.slide, time);
    case 'cover':
    case 'land':
      return {
        ...state,
        ...pressCover(state, event.type === 'land' ? 'land' : event.cover, time.now),
      };
    case 'devices':
      return { ...state, devices: true };
    case 'showing':
      return { ...state, showing: safeShowing({ ...state.showing, ...event.showing }) };
    case 'skip':
      return { ...state, skipped: [...state.skipped, event.block] };
    case 'put-back':
      return { ...state, skipped: state.skipped.filter((block) => block !== event.block) };
    case 'screens':
      return { ...state, screens: event.screens, board: null, boardLost: false };
    case 'boards':
      return { ...state, severalBoards: event.areSeveral };
    case 'board-lost':
      return { ...state, board: null, boardLost: true };
    case 'keep-board':
      return { ...state, ends: null };
    case 'close-board':
      return { ...state, ends: time.now };
    case 'film':
      return moveFilm(state, event.do, time.now);
    case 'seek':
      return {
        ...goTo(state, event.slide, time),
        film: { order: state.film.order + 1, do: 'seek', at: event.at },
      };
    case 'room':
      return { ...state, room: event.room, view: null, line: 'live', lost: false };
    case 'view':
      return hearRoom(state, event.view, time);
    case 'line':
      return state.line === 'old' ? state : { ...state, line: event.line };
    case 'heard':
      return hear(state, event.message, time);
    case 'lesson':
      return {
        ...state,
        ...keepStep(time.deck, state, keepPlace(event.before, time.deck, state.slide)),
      };
    case 'finish':
      return finish(state, time.now);
  }
}

/** How long the board shows help once the lesson is over, in ms: the next class is at the door. */
const BOARD_STAYS_MS = 2 * 60_000;

function finish(state: PresenterState, now: number): PresenterState {
  return {
    ...state,
    cover: 'help',
    landing: false,
    underPause: 'none',
    room: null,
    view: null,
    line: 'none',
    finished: true,
    ends: now + BOARD_STAYS_MS,
  };
}

function begin(
  state: PresenterState,
  { screens, pupils, devices, rehearsal = false, preview = false, bell = state.bell }: Start,
  now: number,
): PresenterState {
  return {
    ...state,
    screens,
    pupils,
    devices,
    rehearsal,
    preview,
    bell,
    since: state.since ?? now,
  };
}

function moveFilm(state: PresenterState, order: 'play' | 'pause', now: number): PresenterState {
  const played = order === 'play' ? { slide: state.slide, at: now } : state.played;
  return { ...state, played, film: { order: state.film.order + 1, do: order } };
}

// The help slide is simply left.
function turn(state: PresenterState, to: 'next' | 'back', time: LessonNow): PresenterState {
  if (state.cover === 'help') return { ...state, ...UNCOVERED };
  const film = to === 'next' ? filmTurn(time.deck, state) : null;
  // To play it twice is no harm; to pause it or to leave it is not what a double click means.
  if (to === 'next' && film !== 'play' && isSecondPress(state, time.now)) return state;
  if (film !== null) return turnFilm(state, film, time.now);
  const { slide, step } = turnPage(withoutBlocks(time.deck, state.slide, state.skipped), state, to);
  return { ...(slide === state.slide ? state : goTo(state, slide, time)), step };
}

function goTo(state: PresenterState, slide: string, { deck, now }: LessonNow): PresenterState {
  const blockOf = (id: string) => deck.slides.find((one) => one.id === id)?.block ?? '';
  if (blockOf(slide) === '') return state;
  const there = { slide, step: 0, played: null };
  const left = blockOf(state.slide);
  if (left === blockOf(slide) || state.since === null) {
    return { ...state, ...there, since: state.since ?? now };
  }
  const stayed = (own(state.spent, left) ?? 0) + Math.max(0, now - state.since);
  return { ...state, ...there, spent: { ...state.spent, [left]: stayed }, since: now };
}

// The answer to a step may come after a later view; a view from before is no news.
function hearRoom(state: PresenterState, view: StaffView, time: LessonNow): PresenterState {
  // A room says it twice, in answer to the last step and to whoever watches.
  if (view.state === 'finished') {
    // What only the teacher may know is for the window that led.
    if (isWatching(state) && !view.lost) return finish(state, time.now);
    const after = state.toldBy === view.code ? state.after : [...state.after, ...view.after];
    return { ...state, line: 'gone', lost: view.lost === true, after, toldBy: view.code };
  }
  const isOld = state.view !== null && view.n < state.view.n;
  const heard: PresenterState = {
    ...state,
    view: isOld ? state.view : view,
    line: 'live',
    devices: state.devices || view.devices,
  };
  // A room that another browser opened is gone on with where it is.
  const isFollowing = isWatching(heard) || (state.view === null && state.screens === 'unsaid');
  return isFollowing ? followOn(heard, time) : heard;
}

function followOn(state: PresenterState, time: LessonNow): PresenterState {
  const { slide = null, stage = null } = state.view ?? {};
  const there = slide !== null && slide !== state.slide ? goTo(state, slide, time) : state;
  if (there.slide !== slide || stage === null) return there;
  const { step, cover, film } = stage;
  return { ...there, step, cover, film };
}

function hear(state: PresenterState, message: FromBoard, time: LessonNow): PresenterState {
  switch (message.type) {
    case 'hello':
      return state;
    case 'turn':
      return isWatching(state) || state.finished ? state : turn(state, message.to, time);
    case 'pause':
      return isWatching(state) || state.finished
        ? state
        : { ...state, ...pressCover(state, 'pause', time.now) };
    case 'status':
      return { ...state, board: message.status, boardLost: false };
    case 'reached':
      return message.slide === state.slide
        ? goTo(state, nextAfter(state, message, time.deck), time)
        : state;
  }
}

// A block may be left out in the very moment that the film ends.
function nextAfter(
  { skipped }: PresenterState,
  { slide, next }: Extract<FromBoard, { readonly type: 'reached' }>,
  deck: Deck,
): string {
  const isLeftOut = skipped.includes(deck.slides.find(({ id }) => id === next)?.block ?? '');
  return isLeftOut
    ? turnPage(withoutBlocks(deck, slide, skipped), { slide, step: 0 }, 'next').slide
    : next;
}
