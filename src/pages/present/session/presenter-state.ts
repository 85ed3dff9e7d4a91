import type { BoardStatus, Cover, FilmOrder } from '../../../outputs/board/board-link.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { USUAL, type Showing } from '../../../outputs/board/film-source.ts';
import type { AfterLesson } from '../../../poll/disclose.ts';
import type { Discussed, OpenedRoom, StaffView } from '../../../room/protocol.ts';

/** Which screen pupils see: this one, or a second one that shows the board. */
export type Screens = 'one' | 'two';

/** A lesson, a rehearsal before a pretend class, or a preview in which no question is asked; the latter two end with a reload. */
export type Mode = 'lesson' | 'rehearsal' | 'preview';

/** What covers the slide: a pause remembers whether help, or how to join, was on the board, and goes back there. */
export type SlideCover =
  | { readonly is: 'none' }
  | { readonly is: 'help' }
  | { readonly is: 'join' }
  | { readonly is: 'pause'; readonly over: 'none' | 'help' | 'join' };

/** Why the room does not have the latest place, in a sentence of its program; empty where that is not known. */
export type Unsent = { readonly why: string };

/** A room that was opened, by its code and key. It is `gone` once it is over, or once its store came back empty. */
export type Room =
  | { readonly is: 'none' }
  | {
      readonly is: 'open';
      readonly opened: OpenedRoom;
      /** `opening` until it answers for the first time; `away` while its program does not. */
      readonly link: 'opening' | 'live' | 'away' | 'signed-out';
      /** The latest view of it; null until the first. */
      readonly view: StaffView | null;
      /** Set once the latest slide and cover have not reached it for some seconds, until they have. */
      readonly unsent?: Unsent;
    }
  | {
      readonly is: 'gone';
      readonly opened: OpenedRoom;
      readonly view: StaffView | null;
      readonly why: 'over' | 'lost';
    };

/** How far the lesson is. Times are ms since 1970. */
export type Phase =
  /** Not started in this window; a room that another browser opened is followed all the same. */
  | { readonly is: 'before'; readonly room: Room; readonly cover: SlideCover }
  | (Running & { readonly is: 'teaching'; readonly cover: SlideCover })
  /** Brought to a calm end: help is on the board, or a pause over it, and the story's ending beside the notes. */
  | (Running & { readonly is: 'landing'; readonly isPaused: boolean })
  /** Over: help is on the board, which closes at `closesAt`, or stays where that is null. */
  | { readonly is: 'finished'; readonly screens: Screens; readonly closesAt: number | null };

/** A lesson that runs: it is taught, or brought to a calm end. */
export type RunningPhase = Extract<Phase, { readonly is: 'teaching' | 'landing' }>;

/** What a lesson has while it runs; `since` is when the present stay in a block began. */
type Running = { readonly screens: Screens; readonly since: number; readonly room: Room };

/** Whether a board answers: none has yet, one sent this of itself, perhaps beside others, or none has for a while. */
export type BoardPresence =
  | { readonly is: 'none' }
  | { readonly is: 'connected'; readonly status: BoardStatus; readonly areSeveral: boolean }
  | { readonly is: 'lost' };

/** A control that covers the board and uncovers it, by mouse, key, touch or clicker. */
export type CoverControl = 'pause' | 'help' | 'land' | 'join';

/** The last press of such a control, in ms since 1970. */
export type CoverPress = { readonly control: CoverControl; readonly pressedMs: number };

/** Everything the presenter knows. Times are ms since 1970, or ms where they are spent. */
export type PresenterState = {
  /** The name of this window; empty where there is only one (R13). */
  readonly me: string;
  readonly mode: Mode;
  readonly phase: Phase;
  readonly slide: string;
  /** How many of the slide's steps are shown. */
  readonly step: number;
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
  readonly pupils: number;
  /** True where pupils answer on tablets, as the teacher said before there was a room. */
  readonly devices: boolean;
  readonly board: BoardPresence;
  /** True where the program or the board is of a later version than this page, which has to be loaded again. */
  readonly isOutdated: boolean;
  /** What the teacher alone may know once the lesson is over; in this page's memory and nowhere else. */
  readonly after: readonly AfterLesson[];
  /** What the board was shown, once the lesson is over; in this page's memory and nowhere else. */
  readonly discussed: readonly Discussed[];
  /** The code of the room it came from. */
  readonly afterRoom: string;
};

/** The state before the lesson: the first slide, no screen chosen, thirty pupils. */
export function freshState({ slides, film, awaited }: Deck): PresenterState {
  return {
    me: '',
    mode: 'lesson',
    phase: { is: 'before', room: { is: 'none' }, cover: { is: 'none' } },
    slide: slides[0]?.id ?? '',
    step: 0,
    coverPress: null,
    bell: null,
    film: { order: 0, do: 'none' },
    played: null,
    // A film that is described here and whose file is elsewhere is chosen when it is played.
    showing: film === null && awaited !== null ? { ...USUAL, source: 'laptop' } : USUAL,
    skipped: [],
    spent: {},
    pupils: 30,
    devices: false,
    board: { is: 'none' },
    isOutdated: false,
    after: [],
    discussed: [],
    afterRoom: '',
  };
}

/** The part of the state that most of what follows is read from. */
type InPhase = Pick<PresenterState, 'phase'>;

/** True while the lesson runs. */
export function isRunning(phase: Phase): phase is RunningPhase {
  return phase.is === 'teaching' || phase.is === 'landing';
}

/** Which screen pupils see; null before the lesson. */
export function screensOf({ phase }: InPhase): Screens | null {
  return phase.is === 'before' ? null : phase.screens;
}

/** What covers the slide on the board. */
export function coverOf({ phase }: InPhase): Cover {
  switch (phase.is) {
    case 'before':
    case 'teaching':
      return phase.cover.is;
    case 'landing':
      return phase.isPaused ? 'pause' : 'help';
    case 'finished':
      return 'help';
  }
}

/** The room of the lesson; a lesson that is finished has none. */
export function roomOf({ phase }: InPhase): Room {
  return phase.is === 'finished' ? { is: 'none' } : phase.room;
}

/** The code and key of the room, of one that is gone too; null where none was opened. */
export function openedRoomOf(state: InPhase): OpenedRoom | null {
  const room = roomOf(state);
  return room.is === 'none' ? null : room.opened;
}

/** The latest view of the room, of one that is gone too; null before the first. */
export function viewOf(state: InPhase): StaffView | null {
  const room = roomOf(state);
  return room.is === 'none' ? null : room.view;
}

/** True while the room answers. */
export function isLive(state: InPhase): boolean {
  const room = roomOf(state);
  return room.is === 'open' && room.link === 'live';
}

/** True while the lesson is brought to a calm end. */
export function isLanding({ phase }: InPhase): boolean {
  return phase.is === 'landing';
}

/** What the board last sent of itself; null while none is connected. */
export function boardStatusOf({ board }: Pick<PresenterState, 'board'>): BoardStatus | null {
  return board.is === 'connected' ? board.status : null;
}

/** What the board last sent of its film; null while none is connected. */
export function boardFilmOf(state: Pick<PresenterState, 'board'>): BoardStatus['film'] | null {
  return boardStatusOf(state)?.film ?? null;
}

/** True while another window leads the room: this one follows it (R13). */
export function isWatching(state: Pick<PresenterState, 'me' | 'phase'>): boolean {
  const room = roomOf(state);
  const lead = room.is === 'open' ? (room.view?.lead ?? null) : null;
  return state.me !== '' && lead !== null && lead !== state.me;
}
