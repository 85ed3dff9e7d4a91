import type {
  BoardStatus,
  Cover,
  FilmOrder,
  FromBoard,
} from '../../../outputs/board/board-link.ts';
import { safeShowing, USUAL, type Showing } from '../../../outputs/board/film-source.ts';
import { own } from '../../../text/own.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import type { AfterLesson } from '../../../poll/disclose.ts';
import { isHeldBy, pressCover, UNCOVERED, type CoverPress } from '../board/cover.ts';
import { keepPlace } from '../../../outputs/board/renew-deck.ts';
import { keepStep, turnPage, withoutBlocks } from '../../../outputs/board/steps.ts';
import { filmTurn, isSecondPress, turnFilm } from '../film/film-turn.ts';
import type { DeskEvent, DeskTime, RoomLine, Start } from './desk-event.ts';
import type { OpenedRoom, StaffView } from '../../../room/protocol.ts';

export type { DeskEvent } from './desk-event.ts';

/** Which screen pupils see: not said yet, this one, or a second one that shows the board. */
export type Screens = 'unsaid' | 'one' | 'two';

/** Everything the presenter knows. Times are ms since 1970, or ms where they are spent. */
export type Desk = {
  /** The name of this window; empty where there is only one (R13). */
  readonly me: string;
  readonly screens: Screens;
  readonly slide: string;
  /** How many of the slide's steps are shown. */
  readonly step: number;
  readonly cover: Cover;
  /** True while the lesson is brought to a calm end: help is on the board, and the story's ending on the desk. */
  readonly landing: boolean;
  /** What the pause covers: help, where it was on the board, or the slide; `none` without a pause. */
  readonly underPause: Exclude<Cover, 'pause'>;
  /** The last press that covered or uncovered the board, or tried to; forgotten with the page. */
  readonly coverPress: CoverPress | null;
  /** When the lesson has to end; null where the teacher did not say. */
  readonly bell: number | null;
  readonly film: FilmOrder;
  /** On which slide the film was last played, or paused by Next, and when, in ms since 1970; null until it is on the slide in sight. */
  readonly played: { readonly slide: string; readonly at: number } | null;
  /** How the film is shown, and where it comes from. */
  readonly showing: Showing;
  /** Blocks left out today, by their ids, for want of time. */
  readonly skipped: readonly string[];
  /** Time spent in each block before the present stay in one. */
  readonly spent: Readonly<Record<string, number>>;
  /** When the present stay in a block began; null until the lesson starts. */
  readonly since: number | null;
  readonly pupils: number;
  readonly devices: boolean;
  /** True where a pretend class answers, in this page alone; a reload ends it. */
  readonly rehearsal: boolean;
  /** True where somebody only looks: no question is asked, and a reload ends it. */
  readonly preview: boolean;
  readonly room: OpenedRoom | null;
  readonly view: StaffView | null;
  readonly line: RoomLine;
  /** True once the store of the room came back empty, until there is a new one. */
  readonly lost: boolean;
  /** What the board last told of itself; null when none is heard. */
  readonly board: BoardStatus | null;
  /** True once no board was heard for a while. */
  readonly boardLost: boolean;
  /** True while more than one board is heard: one of them counts. */
  readonly severalBoards: boolean;
  readonly finished: boolean;
  /** When the board closes by itself once the lesson is over; null where it stays. */
  readonly ends: number | null;
  /** What the teacher alone may know once the lesson is over; in this page's memory and nowhere else. */
  readonly after: readonly AfterLesson[];
  /** The code of the room that told it. */
  readonly toldBy: string;
};

/** A desk before the lesson: the first slide, nothing said, thirty pupils. */
export function freshDesk({ slides }: Deck): Desk {
  const slide = slides[0]?.id ?? '';
  const shown = { slide, step: 0, cover: 'none', film: { order: 0, do: 'none' } } as const;
  return {
    ...shown,
    me: '',
    played: null,
    showing: USUAL,
    landing: false,
    underPause: 'none',
    coverPress: null,
    bell: null,
    screens: 'unsaid',
    skipped: [],
    spent: {},
    since: null,
    pupils: 30,
    devices: false,
    rehearsal: false,
    preview: false,
    room: null,
    view: null,
    line: 'none',
    lost: false,
    board: null,
    boardLost: false,
    severalBoards: false,
    finished: false,
    ends: null,
    after: [],
    toldBy: '',
  };
}

/** The desk after something happened. No effects. */
export function moveDesk(desk: Desk, event: DeskEvent, time: DeskTime): Desk {
  return isHeldBy(desk.cover, event) ? desk : move(desk, event, time);
}

function move(desk: Desk, event: DeskEvent, time: DeskTime): Desk {
  switch (event.type) {
    case 'start':
      return begin(desk, event, time.now);
    case 'turn':
      return turn(desk, event.to, time);
    case 'go':
      return goTo(desk, event.slide, time);
    case 'cover':
    case 'land':
      return {
        ...desk,
        ...pressCover(desk, event.type === 'land' ? 'land' : event.cover, time.now),
      };
    case 'devices':
      return { ...desk, devices: true };
    case 'showing':
      return { ...desk, showing: safeShowing({ ...desk.showing, ...event.showing }) };
    case 'skip':
      return { ...desk, skipped: [...desk.skipped, event.block] };
    case 'put-back':
      return { ...desk, skipped: desk.skipped.filter((block) => block !== event.block) };
    case 'screens':
      return { ...desk, screens: event.screens, board: null, boardLost: false };
    case 'boards':
      return { ...desk, severalBoards: event.areSeveral };
    case 'board-lost':
      return { ...desk, board: null, boardLost: true };
    case 'keep-board':
      return { ...desk, ends: null };
    case 'close-board':
      return { ...desk, ends: time.now };
    case 'film':
      return moveFilm(desk, event.do, time.now);
    case 'seek':
      return {
        ...goTo(desk, event.slide, time),
        film: { order: desk.film.order + 1, do: 'seek', at: event.at },
      };
    case 'room':
      return { ...desk, room: event.room, view: null, line: 'live', lost: false };
    case 'view':
      return hearRoom(desk, event.view, time);
    case 'line':
      return desk.line === 'old' ? desk : { ...desk, line: event.line };
    case 'heard':
      return hear(desk, event.message, time);
    case 'lesson':
      return {
        ...desk,
        ...keepStep(time.deck, desk, keepPlace(event.before, time.deck, desk.slide)),
      };
    case 'finish':
      return finish(desk, time.now);
  }
}

/** How long the board shows help once the lesson is over, in ms: the next class is at the door. */
const BOARD_STAYS_MS = 2 * 60_000;

function finish(desk: Desk, now: number): Desk {
  return {
    ...desk,
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
  desk: Desk,
  { screens, pupils, devices, rehearsal = false, preview = false, bell = desk.bell }: Start,
  now: number,
): Desk {
  return { ...desk, screens, pupils, devices, rehearsal, preview, bell, since: desk.since ?? now };
}

/** True while another window leads the room: this one follows it (R13). */
export function isWatching({ me, view, line }: Pick<Desk, 'me' | 'view' | 'line'>): boolean {
  return me !== '' && line !== 'gone' && view !== null && view.lead !== null && view.lead !== me;
}

function moveFilm(desk: Desk, order: 'play' | 'pause', now: number): Desk {
  const played = order === 'play' ? { slide: desk.slide, at: now } : desk.played;
  return { ...desk, played, film: { order: desk.film.order + 1, do: order } };
}

// The help slide is simply left.
function turn(desk: Desk, to: 'next' | 'back', time: DeskTime): Desk {
  if (desk.cover === 'help') return { ...desk, ...UNCOVERED };
  const film = to === 'next' ? filmTurn(time.deck, desk) : null;
  // To play it twice is no harm; to pause it or to leave it is not what a double click means.
  if (to === 'next' && film !== 'play' && isSecondPress(desk, time.now)) return desk;
  if (film !== null) return turnFilm(desk, film, time.now);
  const { slide, step } = turnPage(withoutBlocks(time.deck, desk.slide, desk.skipped), desk, to);
  return { ...(slide === desk.slide ? desk : goTo(desk, slide, time)), step };
}

function goTo(desk: Desk, slide: string, { deck, now }: DeskTime): Desk {
  const blockOf = (id: string) => deck.slides.find((one) => one.id === id)?.block ?? '';
  if (blockOf(slide) === '') return desk;
  const there = { slide, step: 0, played: null };
  const left = blockOf(desk.slide);
  if (left === blockOf(slide) || desk.since === null) {
    return { ...desk, ...there, since: desk.since ?? now };
  }
  const stayed = (own(desk.spent, left) ?? 0) + Math.max(0, now - desk.since);
  return { ...desk, ...there, spent: { ...desk.spent, [left]: stayed }, since: now };
}

// The answer to a step may come after a later view; a view from before is no news.
function hearRoom(desk: Desk, view: StaffView, time: DeskTime): Desk {
  // A room says it twice, in answer to the last step and to whoever watches.
  if (view.state === 'finished') {
    // What only the teacher may know is for the window that led.
    if (isWatching(desk) && !view.lost) return finish(desk, time.now);
    const after = desk.toldBy === view.code ? desk.after : [...desk.after, ...view.after];
    return { ...desk, line: 'gone', lost: view.lost === true, after, toldBy: view.code };
  }
  const isOld = desk.view !== null && view.n < desk.view.n;
  const heard: Desk = {
    ...desk,
    view: isOld ? desk.view : view,
    line: 'live',
    devices: desk.devices || view.devices,
  };
  // A room that another browser opened is gone on with where it is.
  const isFollowing = isWatching(heard) || (desk.view === null && desk.screens === 'unsaid');
  return isFollowing ? followOn(heard, time) : heard;
}

function followOn(desk: Desk, time: DeskTime): Desk {
  const { slide = null, stage = null } = desk.view ?? {};
  const there = slide !== null && slide !== desk.slide ? goTo(desk, slide, time) : desk;
  if (there.slide !== slide || stage === null) return there;
  const { step, cover, film } = stage;
  return { ...there, step, cover, film };
}

function hear(desk: Desk, message: FromBoard, time: DeskTime): Desk {
  switch (message.type) {
    case 'hello':
      return desk;
    case 'turn':
      return isWatching(desk) || desk.finished ? desk : turn(desk, message.to, time);
    case 'pause':
      return isWatching(desk) || desk.finished
        ? desk
        : { ...desk, ...pressCover(desk, 'pause', time.now) };
    case 'status':
      return { ...desk, board: message.status, boardLost: false };
    case 'reached':
      return message.slide === desk.slide
        ? goTo(desk, nextAfter(desk, message, time.deck), time)
        : desk;
  }
}

// A block may be left out in the very moment that the film ends.
function nextAfter(
  { skipped }: Desk,
  { slide, next }: Extract<FromBoard, { readonly type: 'reached' }>,
  deck: Deck,
): string {
  const isLeftOut = skipped.includes(deck.slides.find(({ id }) => id === next)?.block ?? '');
  return isLeftOut
    ? turnPage(withoutBlocks(deck, slide, skipped), { slide, step: 0 }, 'next').slide
    : next;
}
