import type { Cover, FromBoard } from '../../../outputs/board/board-link.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { safeShowing } from '../../../outputs/board/film-source.ts';
import { JOIN } from '../../../outputs/board/joining.ts';
import { keepPlace } from '../../../outputs/board/renew-deck.ts';
import { keepStep, turnPage, withoutBlocks } from '../../../outputs/board/steps.ts';
import type { StaffView } from '../../../room/protocol.ts';
import { own } from '../../../text/own.ts';
import { isHeldBy, pressCover, uncover } from '../board/cover.ts';
import { filmTurn, isSecondPress, turnFilm } from '../film/film-turn.ts';
import { deckInClass } from './deck-in-class.ts';
import type { LessonNow, PresenterEvent, Start } from './presenter-event.ts';
import {
  coverOf,
  isRunning,
  isWatching,
  roomOf,
  type Phase,
  type PresenterState,
  type Room,
  type Screens,
  type SlideCover,
} from './presenter-state.ts';

/** The state after an event. No effects. */
export function reduce(
  state: PresenterState,
  event: PresenterEvent,
  time: LessonNow,
): PresenterState {
  return isHeldBy(state.phase, event) ? state : next(state, event, time);
}

function next(state: PresenterState, event: PresenterEvent, time: LessonNow): PresenterState {
  switch (event.type) {
    case 'start':
      return begin(state, event, time);
    case 'turn':
      return turn(state, event.to, time);
    case 'go':
      return goTo(state, event.slide, time);
    case 'cover':
      return pressCover(state, event.cover, time.now);
    case 'land':
      return pressCover(state, 'land', time.now);
    case 'devices':
      return { ...state, devices: true };
    case 'showing':
      return { ...state, showing: safeShowing({ ...state.showing, ...event.showing }) };
    case 'skip':
      return { ...state, skipped: [...state.skipped, event.block] };
    case 'put-back':
      return { ...state, skipped: state.skipped.filter((block) => block !== event.block) };
    case 'screens':
      return changeScreens(state, event.screens);
    case 'boards':
      return state.board.is === 'connected'
        ? { ...state, board: { ...state.board, areSeveral: event.areSeveral } }
        : state;
    case 'board-lost':
      return { ...state, board: { is: 'lost' } };
    case 'keep-board':
      return closeBoardAt(state, null);
    case 'close-board':
      return closeBoardAt(state, time.now);
    case 'film':
      return moveFilm(state, event.do, time.now);
    case 'seek':
      return {
        ...goTo(state, event.slide, time),
        film: { order: state.film.order + 1, do: 'seek', at: event.at },
      };
    case 'room':
      return withRoom(state, { is: 'open', opened: event.room, link: 'live', view: null });
    case 'view':
    case 'line':
    case 'unsent':
      return takeNews(state, event, time);
    case 'old':
      return { ...state, isOutdated: true };
    case 'board-message':
      return takeMessage(state, event.message, time);
    case 'lesson':
      return {
        ...state,
        ...keepStep(time.deck, state, keepPlace(event.before, time.deck, state.slide)),
      };
    case 'finish':
      return finish(state, time.now);
  }
}

function begin(
  state: PresenterState,
  { screens, pupils, devices, mode = 'lesson', bell = state.bell }: Start,
  { deck, now }: LessonNow,
): PresenterState {
  const { phase } = state;
  if (phase.is === 'finished') return state;
  const isNew = phase.is === 'before';
  const begun: PresenterState = {
    ...state,
    pupils,
    devices,
    mode,
    bell,
    phase: isNew ? { ...phase, is: 'teaching', screens, since: now } : { ...phase, screens },
  };
  // A lesson that begins with a question has the slide to join by before it.
  const [first] = deckInClass(deck, begun).slides;
  const isAtStart = isNew && phase.room.is === 'none' && state.slide === deck.slides[0]?.id;
  return first?.id === JOIN && isAtStart ? { ...begun, slide: JOIN } : begun;
}

function changeScreens(state: PresenterState, screens: Screens): PresenterState {
  const { phase } = state;
  if (!isRunning(phase)) return state;
  return { ...state, phase: { ...phase, screens }, board: { is: 'none' } };
}

/** How long the board shows help once the lesson is over, in ms: the next class is at the door. */
const BOARD_STAYS_MS = 2 * 60_000;

function finish(state: PresenterState, now: number): PresenterState {
  const { phase } = state;
  switch (phase.is) {
    case 'before':
      // The window that led is done, and this one has not begun: it may start a lesson of its own.
      return {
        ...state,
        phase: { is: 'before', room: { is: 'none' }, cover: { is: 'none' } },
      };
    case 'teaching':
    case 'landing':
      return {
        ...state,
        phase: { is: 'finished', screens: phase.screens, closesAt: now + BOARD_STAYS_MS },
      };
    case 'finished':
      return state;
  }
}

function closeBoardAt(state: PresenterState, closesAt: number | null): PresenterState {
  const { phase } = state;
  return phase.is === 'finished' ? { ...state, phase: { ...phase, closesAt } } : state;
}

function moveFilm(state: PresenterState, order: 'play' | 'pause', now: number): PresenterState {
  const played = order === 'play' ? { slide: state.slide, at: now } : state.played;
  return { ...state, played, film: { order: state.film.order + 1, do: order } };
}

// The help slide is simply left, and so is how to join.
function turn(state: PresenterState, to: 'next' | 'back', time: LessonNow): PresenterState {
  const cover = coverOf(state);
  if (cover === 'help' || cover === 'join') return uncover(state);
  const film = to === 'next' ? filmTurn(time.deck, state) : null;
  // Twice within a second is once: the film goes neither on and off, nor off and on again.
  if (to === 'next' && isSecondPress(state, time.now)) return state;
  if (film !== null) return turnFilm(state, film, time.now);
  const { slide, step } = turnPage(withoutBlocks(time.deck, state.slide, state.skipped), state, to);
  return { ...(slide === state.slide ? state : goTo(state, slide, time)), step };
}

function goTo(state: PresenterState, slide: string, { deck, now }: LessonNow): PresenterState {
  const blockOf = (id: string) => deck.slides.find((one) => one.id === id)?.block ?? '';
  if (blockOf(slide) === '') return state;
  const there = { ...state, slide, step: 0, played: null };
  const left = blockOf(state.slide);
  const { phase } = state;
  if (left === blockOf(slide) || !isRunning(phase)) return there;
  const stayed = (own(state.spent, left) ?? 0) + Math.max(0, now - phase.since);
  return {
    ...there,
    spent: { ...state.spent, [left]: stayed },
    phase: { ...phase, since: now },
  };
}

type OpenRoom = Extract<Room, { readonly is: 'open' }>;

function withRoom(state: PresenterState, room: Room): PresenterState {
  const { phase } = state;
  return phase.is === 'finished' ? state : { ...state, phase: { ...phase, room } };
}

type RoomNews = Extract<PresenterEvent, { readonly type: 'view' | 'line' | 'unsent' }>;

// Another room may have been opened since.
function takeNews(state: PresenterState, event: RoomNews, time: LessonNow): PresenterState {
  const room = roomOf(state);
  if (room.is === 'none' || room.opened.code !== event.room) return state;
  if (event.type === 'view' && event.view.state === 'finished') {
    return takeEnd(state, room, { view: event.view, now: time.now });
  }
  // A view that was on its way when the room ended opens it no more.
  if (room.is === 'gone') return state;
  switch (event.type) {
    case 'view':
      return takeView(state, room, { view: event.view, time });
    case 'line':
      return takeLine(state, room, event.line);
    case 'unsent': {
      const { unsent: _, ...rest } = room;
      return withRoom(state, event.unsent === null ? rest : { ...rest, unsent: event.unsent });
    }
  }
}

function takeLine(
  state: PresenterState,
  room: OpenRoom,
  line: 'away' | 'signed-out' | 'gone',
): PresenterState {
  return line === 'gone'
    ? withRoom(state, { is: 'gone', opened: room.opened, view: room.view, why: 'over' })
    : withRoom(state, { ...room, link: line });
}

// The answer to a step may come after a later view; a view from before is no news. After an outage
// the first one counts whatever its number: what the program had not saved is gone.
function takeView(
  state: PresenterState,
  room: OpenRoom,
  { view, time }: { readonly view: StaffView; readonly time: LessonNow },
): PresenterState {
  const isOld = room.link === 'live' && room.view !== null && view.n < room.view.n;
  const newest = isOld ? room.view : view;
  const shown: PresenterState = {
    ...withRoom(state, { ...room, link: 'live', view: newest }),
    devices: state.devices || view.devices,
  };
  // A room that another browser opened is gone on with where it is.
  const isRejoined = room.view === null && state.phase.is === 'before';
  const inClass = { ...time, deck: deckInClass(time.deck, shown) };
  return isWatching(shown) || isRejoined ? follow(shown, newest ?? view, inClass) : shown;
}

// A room sends it twice: in answer to the last step, and to everyone who watches.
function takeEnd(
  state: PresenterState,
  { opened, view: last }: Exclude<Room, { readonly is: 'none' }>,
  { view, now }: { readonly view: StaffView; readonly now: number },
): PresenterState {
  const isLost = view.lost === true;
  // What only the teacher may know is for the window that led.
  if (isWatching(state) && !isLost) return finish(state, now);
  return {
    ...withRoom(state, { is: 'gone', opened, view: last, why: isLost ? 'lost' : 'over' }),
    ...(state.afterRoom !== view.code && {
      after: [...state.after, ...view.after],
      discussed: [...state.discussed, ...view.discussed],
    }),
    afterRoom: view.code,
  };
}

// Where the window that leads is, and what covers the board there.
function follow(state: PresenterState, view: StaffView, time: LessonNow): PresenterState {
  const { slide, stage } = view;
  const there = slide !== null && slide !== state.slide ? goTo(state, slide, time) : state;
  if (there.slide !== slide || stage === null) return there;
  const { step, film } = stage;
  const cover = stage.isJoin ? 'join' : stage.cover;
  return { ...there, step, film, phase: coveredAs(there.phase, cover) };
}

function coveredAs(phase: Phase, cover: Cover): Phase {
  switch (phase.is) {
    case 'before':
    case 'teaching':
      return { ...phase, cover: slideCoverAs(phase.cover, cover) };
    case 'landing': {
      const { screens, since, room } = phase;
      return cover === 'none'
        ? { is: 'teaching', screens, since, room, cover: { is: 'none' } }
        : { ...phase, isPaused: cover === 'pause' };
    }
    case 'finished':
      return phase;
  }
}

function slideCoverAs(now: SlideCover, cover: Cover): SlideCover {
  switch (cover) {
    case 'none':
    case 'help':
    case 'join':
      return { is: cover };
    case 'pause':
      return now.is === 'pause' ? now : { is: 'pause', over: now.is };
  }
}

function takeMessage(state: PresenterState, message: FromBoard, time: LessonNow): PresenterState {
  const isHeeded = !isWatching(state) && state.phase.is !== 'finished';
  switch (message.type) {
    case 'hello':
    case 'whole':
    case 'ink':
    case 'timer':
      return state;
    case 'turn':
      return isHeeded ? turn(state, message.to, time) : state;
    case 'pause':
      return isHeeded ? pressCover(state, 'pause', time.now) : state;
    case 'status': {
      const areSeveral = state.board.is === 'connected' && state.board.areSeveral;
      return { ...state, board: { is: 'connected', status: message.status, areSeveral } };
    }
    case 'reached':
      return message.slide === state.slide
        ? goTo(state, nextAfter(state, message, time.deck), time)
        : state;
  }
}

// A block may be left out in the very moment that the film ends.
function nextAfter(
  { skipped }: PresenterState,
  { slide, next: following }: Extract<FromBoard, { readonly type: 'reached' }>,
  deck: Deck,
): string {
  const isLeftOut = skipped.includes(deck.slides.find(({ id }) => id === following)?.block ?? '');
  return isLeftOut
    ? turnPage(withoutBlocks(deck, slide, skipped), { slide, step: 0 }, 'next').slide
    : following;
}
