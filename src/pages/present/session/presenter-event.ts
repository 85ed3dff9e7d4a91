import type { FromBoard } from '../../../outputs/board/board-link.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import type { Showing } from '../../../outputs/board/film-source.ts';
import type { OpenedRoom, StaffView } from '../../../room/protocol.ts';
import type { Unsent, Mode, Screens } from './presenter-state.ts';

/** What happens to the presenter. */
export type PresenterEvent =
  | Start
  | { readonly type: 'screens'; readonly screens: Screens }
  | { readonly type: 'devices' }
  | { readonly type: 'turn'; readonly to: 'next' | 'back' }
  | { readonly type: 'go'; readonly slide: string }
  | { readonly type: 'cover'; readonly cover: 'pause' | 'help' | 'join' }
  /** Lands safely from wherever the lesson is, or goes back there. */
  | { readonly type: 'land' }
  /** Leaves a block out, or puts it back. */
  | { readonly type: 'skip'; readonly block: string }
  | { readonly type: 'put-back'; readonly block: string }
  | { readonly type: 'film'; readonly do: 'play' | 'pause' }
  | { readonly type: 'showing'; readonly showing: Partial<Showing> }
  | { readonly type: 'seek'; readonly slide: string; readonly at: number }
  | { readonly type: 'room'; readonly room: OpenedRoom }
  /** Each of these names its room by the code it was opened by: of another room it changes nothing. */
  | { readonly type: 'view'; readonly room: string; readonly view: StaffView }
  /** The room cannot be reached, or is over. */
  | {
      readonly type: 'line';
      readonly room: string;
      readonly line: 'away' | 'signed-out' | 'gone';
    }
  /** The room does not have the latest place, with its reason, or has it again. */
  | { readonly type: 'unsent'; readonly room: string; readonly unsent: Unsent | null }
  /** The program or the board is of a later version than this page. */
  | { readonly type: 'old' }
  | { readonly type: 'board-message'; readonly message: FromBoard }
  | { readonly type: 'board-lost' }
  /** Whether more than one board is connected. */
  | { readonly type: 'boards'; readonly areSeveral: boolean }
  /** The lesson's file was changed: `before` is the deck until now. */
  | { readonly type: 'lesson'; readonly before: Deck }
  | { readonly type: 'finish' }
  /** The board stays open after the lesson, or is closed at once. */
  | { readonly type: 'keep-board' }
  | { readonly type: 'close-board' };

/** The lesson begins: on which screens, for how many pupils, and when it has to end; without a `mode` it is no rehearsal. */
export type Start = {
  readonly type: 'start';
  readonly screens: Screens;
  readonly pupils: number;
  readonly devices: boolean;
  readonly mode?: Mode;
  readonly bell?: number | null;
};

/** What an event is reduced by besides the state: the lesson as it is, and the time in ms since 1970. */
export type LessonNow = { readonly deck: Deck; readonly now: number };
