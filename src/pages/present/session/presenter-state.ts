import type { BoardStatus, Cover, FilmOrder } from '../../../outputs/board/board-link.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { USUAL, type Showing } from '../../../outputs/board/film-source.ts';
import type { AfterLesson } from '../../../poll/disclose.ts';
import type { OpenedRoom, StaffView } from '../../../room/protocol.ts';

/** How the room is reached: there is none, it is being opened, it answers, its program is away, it is gone, or this page is of another version. */
export type RoomLine = 'none' | 'opening' | 'live' | 'away' | 'signed-out' | 'gone' | 'old';

/** A control that covers the board and uncovers it, by mouse, key, touch or clicker. */
export type CoverControl = 'pause' | 'help' | 'land';

/** The last press of such a control, in ms since 1970. */
export type CoverPress = { readonly control: CoverControl; readonly pressedMs: number };

/** Which screen pupils see: not said yet, this one, or a second one that shows the board. */
export type Screens = 'unsaid' | 'one' | 'two';

/** Everything the presenter knows. Times are ms since 1970, or ms where they are spent. */
export type PresenterState = {
  /** The name of this window; empty where there is only one (R13). */
  readonly me: string;
  readonly screens: Screens;
  readonly slide: string;
  /** How many of the slide's steps are shown. */
  readonly step: number;
  readonly cover: Cover;
  /** True while the lesson is brought to a calm end: help is on the board, and the story's ending beside the notes. */
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

/** The state before the lesson: the first slide, no screen chosen, thirty pupils. */
export function freshState({ slides }: Deck): PresenterState {
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

/** True while another window leads the room: this one follows it (R13). */
export function isWatching({
  me,
  view,
  line,
}: Pick<PresenterState, 'me' | 'view' | 'line'>): boolean {
  return me !== '' && line !== 'gone' && view !== null && view.lead !== null && view.lead !== me;
}
