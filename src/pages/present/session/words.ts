import type { BoardStatus } from '../../../outputs/board/board-link.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { isBare } from '../../../outputs/board/result-words.ts';
import { isPollOf } from '../../../outputs/board/sections.ts';
import type { Problem } from '../../../document/problem.ts';
import { inFives } from '../../../poll/tally.ts';
import { codeText } from '../../../room/code.ts';
import { OLD_PAGE } from '../../../text/protocol-version.ts';
import type { StaffView } from '../../../room/protocol.ts';
import {
  boardStatusOf,
  coverOf,
  isLanding,
  roomOf,
  screensOf,
  viewOf,
  type BoardPresence,
  type PresenterState,
  type Room,
} from './presenter-state.ts';
import { hasFilmFailed, placeWords, slideOf, stepsShown } from './moves.ts';

/** What a notice means: something must be done, may go wrong, is good to know, or is done. */
export type NoticeKind = 'error' | 'warning' | 'info' | 'done';

/** Something that needs the teacher: what it means, a sentence, and what one press may do about it. */
export type Notice = {
  readonly id:
    | 'away'
    | 'unsent'
    | 'signed-out'
    | 'gone'
    | 'old'
    | 'no-board'
    | 'two-boards'
    | 'waiting'
    | 'refused'
    | 'rehearsal'
    | 'preview'
    | 'rush'
    | 'screens'
    | `film-${string}`;
  readonly kind: NoticeKind;
  readonly words: string;
  readonly offer:
    | 'open-board'
    | 'open-or-one'
    | 'film-back'
    | 'new-room'
    | 'film-source'
    | 'film-again'
    | 'seats'
    | 'screens'
    | 'load-again'
    | null;
};

/** What is wrong or waited for, in plain words, the most pressing first; `isFolder` where the page was opened from a folder, by `file:`. */
export function noticesOf(state: PresenterState, isFolder: boolean): readonly Notice[] {
  const room = roomNotices(state);
  // In one window the board itself says what else there is to say.
  if (screensOf(state) !== 'two') return room;
  const board = boardStatusOf(state);
  const ofBoard = boardNotices(state.board, isFolder);
  if (state.mode !== 'lesson') {
    const pretend = state.mode === 'rehearsal' ? REHEARSAL : PREVIEW;
    return [tried(pretend, { board, isFolder }), ...room, ...(board === null ? [] : ofBoard)];
  }
  return [...room, ...ofBoard];
}

// A lesson can be tried without a board; only the film plays nowhere else.
function tried(
  notice: Notice,
  { board, isFolder }: { readonly board: BoardStatus | null; readonly isFolder: boolean },
): Notice {
  if (board !== null) return notice;
  return {
    ...notice,
    words: `${notice.words} A film plays on the board.`,
    offer: isFolder ? 'open-or-one' : 'open-board',
  };
}

const REHEARSAL: Notice = {
  id: 'rehearsal',
  kind: 'info',
  words: 'Rehearsal: a pretend {class} answers, in this window only. Nothing is kept.',
  offer: null,
};

const PREVIEW: Notice = {
  id: 'preview',
  kind: 'info',
  words: 'Preview: no question can be asked, and nothing is kept.',
  offer: null,
};

/** What keeps a change of the lesson's file from the board. */
export function heldWords({ code, line, message }: Problem): string {
  if (code === 'unreviewed') return `The board stays as it was. ${message}.`;
  return `The board stays as it was: the lesson’s file has a mistake in line ${line}. ${message}.`;
}

/** What is said of the state to someone who cannot see it, after every change. */
export function statusOf(state: PresenterState, deck: Deck, isFolder: boolean): string {
  if (state.phase.is === 'finished') return 'The lesson is finished.';
  const slide = `${placeWords(deck, state.slide)}: ${slideOf(deck, state.slide)?.heading ?? ''}.`;
  const shown = stepsShown(deck, state);
  const help = isLanding(state)
    ? ' Ending calmly: the help slide is on the board.'
    : ' The help slide is on the board.';
  const join = ' The board shows how to join.';
  const cover = { none: '', pause: ' The board is paused.', help, join }[coverOf(state)];
  // What stays the same all along is not said with every slide, and an error is an alert of its own.
  const notices = noticesOf(state, isFolder)
    .filter(({ id, kind }) => id !== 'rehearsal' && id !== 'preview' && kind !== 'error')
    .map(({ words }) => ` ${words}`);
  return slide + (shown && ` ${shown}.`) + cover + pollWords(state, deck) + notices.join('');
}

/** Where the class joins and how many have, in fives as on the board, or null without tablets. */
export function joinOf(view: StaffView | null): {
  readonly address: string;
  readonly code: string;
  readonly joined: string;
  readonly isFull: boolean;
  readonly isClosed: boolean;
} | null {
  if (!view?.devices || view.address === '' || view.state === 'finished') return null;
  const { address, code, seats } = view;
  const isClosed = view.isJoiningClosed === true;
  return {
    address,
    code: codeText(code),
    joined:
      seats.taken >= 5
        ? `${inFives(seats.taken)}+ joined`
        : isClosed
          ? 'Under 5 joined'
          : 'Joining…',
    isFull: seats.taken >= seats.cap,
    isClosed,
  };
}

const LOST: Notice = {
  id: 'gone',
  kind: 'error',
  words:
    'This lesson’s answers are gone: what held them stopped, and came back empty. A new room starts with no answers.',
  offer: 'new-room',
};

const TWO_BOARDS: Notice = {
  id: 'two-boards',
  kind: 'warning',
  words:
    'The board is open in two windows. Only the one that was started first counts here: close the other.',
  offer: null,
};

// Some browsers, Safari's engine among them, keep two windows of one folder apart: the board may be open all the same.
const APART: Notice = {
  id: 'no-board',
  kind: 'error',
  words:
    'We can’t reach the board. If its window is open and doesn’t follow, this browser keeps the two apart: close it and teach in one window.',
  offer: 'open-or-one',
};

const ROOM_OVER: Notice = {
  id: 'gone',
  kind: 'error',
  words:
    'This room is over, and what was counted in it is forgotten. A new room starts at no answers.',
  offer: 'new-room',
};

const AWAY: Notice = {
  id: 'away',
  kind: 'warning',
  words: 'Connection lost. The board stays as it is. Reconnecting…',
  offer: null,
};

const SIGNED_OUT: Notice = {
  id: 'signed-out',
  kind: 'error',
  words:
    'You’re signed out. The board stays as it is. Sign in again in another tab, and the lesson goes on here.',
  offer: null,
};

const OUTDATED: Notice = { id: 'old', kind: 'error', words: OLD_PAGE, offer: 'load-again' };

const NO_BOARD: Notice = {
  id: 'no-board',
  kind: 'error',
  words: 'The board is not open on any screen.',
  offer: 'open-board',
};

function roomNotices(state: PresenterState): readonly Notice[] {
  if (state.isOutdated) return [OUTDATED];
  const room = roomOf(state);
  switch (room.is) {
    case 'none':
      return [];
    case 'gone':
      return [room.why === 'lost' ? LOST : ROOM_OVER];
    case 'open':
      return [...linkNotices(room.link), ...unsentNotices(room)];
  }
}

function linkNotices(link: Extract<Room, { readonly is: 'open' }>['link']): readonly Notice[] {
  switch (link) {
    case 'opening':
    case 'live':
      return [];
    case 'away':
      return [AWAY];
    case 'signed-out':
      return [SIGNED_OUT];
  }
}

// Where no one answers by tablet, nothing follows but the board, which needs no program.
function unsentNotices({
  unsent,
  view,
}: Extract<Room, { readonly is: 'open' }>): readonly Notice[] {
  if (unsent === undefined || view?.devices !== true) return [];
  const words = `Tablets may not show this yet. ${unsent.why || 'We’re still trying.'}`;
  return [{ id: 'unsent', kind: 'warning', words, offer: null }];
}

function boardNotices(board: BoardPresence, isFolder: boolean): readonly Notice[] {
  switch (board.is) {
    case 'none':
      return [];
    case 'lost':
      return [isFolder ? APART : NO_BOARD];
    case 'connected':
      return [...(board.areSeveral ? [TWO_BOARDS] : []), ...statusNotices(board.status)];
  }
}

function statusNotices(board: BoardStatus): readonly Notice[] {
  if (!board.started && board.film.isRefused === true) {
    return [
      {
        id: 'refused',
        kind: 'error',
        words:
          'The browser did not let the film play. Press “Start the board” on the big screen, then play the film here.',
        offer: null,
      },
    ];
  }
  if (!board.started) {
    return [
      {
        id: 'waiting',
        kind: 'info',
        words: 'On the big screen, press “Start the board”.',
        offer: null,
      },
    ];
  }
  return board.film.state === 'failed' ? [] : filmNotices(board.film);
}

/** What to do where the film on the board cannot play, at a slide of the film alone; `hasWords` where “Film in words” is below the notes. */
export function filmFailedNotice(
  deck: Deck,
  state: PresenterState,
  hasWords: boolean,
): Notice | null {
  if (!hasFilmFailed(deck, state)) return null;
  const isChosen = state.showing.source === 'laptop';
  const what = isChosen
    ? 'The film you chose can’t be played.'
    : 'The film can’t be played now. The board keeps trying.';
  const instead = hasWords
    ? 'To tell its story, open “Film in words” below.'
    : 'Say what happens in it in your own words.';
  return {
    id: 'film-failed',
    kind: 'error',
    words: `${what} ${instead} Next goes on.`,
    offer: isChosen ? 'film-source' : 'film-again',
  };
}

/** What the notes there begin with, since what they say of playing it cannot be done; null where it can. */
export function filmFailedNote(deck: Deck, state: PresenterState): string | null {
  if (!hasFilmFailed(deck, state)) return null;
  return state.showing.source === 'laptop'
    ? 'The film you chose can’t be played. On the laptop, choose another under “Where the film comes from”, or go on by the slides with Next.'
    : 'The film can’t be played now. On the laptop, press “Try the film again”, or go on by the slides with Next.';
}

function filmNotices({ isAwaited, lacks }: BoardStatus['film']): readonly Notice[] {
  const notice = (id: Notice['id'], words: string, offer: Notice['offer'] = null): Notice => ({
    id,
    kind: 'warning',
    words,
    offer,
  });
  return [
    ...(isAwaited
      ? [
          notice(
            'film-awaited',
            'The board has no film yet, or was opened again: choose the film on this laptop again.',
            'film-source',
          ),
        ]
      : []),
    ...(lacks?.captions
      ? [notice('film-captions', 'The film’s captions cannot be read here, so none are shown.')]
      : []),
    ...(lacks?.sound
      ? [
          notice(
            'film-sound',
            'No sound comes from the film: look at the sound of this laptop, or use the captions.',
          ),
        ]
      : []),
  ];
}

// A question stays open when the lesson moves on; what was closed or shown is on its own slide alone, and not under a cover.
function pollWords(state: PresenterState, deck: Deck): string {
  const poll = viewOf(state)?.poll;
  if (!poll) return '';
  const on = slideOf(deck, state.slide);
  const isHere = on?.kind === 'poll' && isPollOf(on, poll);
  switch (poll.state) {
    case 'asking':
      return isHere ? ' The question is open.' : ' A question of another slide is still open.';
    case 'closing':
      return isHere ? ' The question is closing.' : '';
    case 'closed':
      return isHere ? ' The question is closed.' : '';
    case 'shown':
      if (!isHere || coverOf(state) !== 'none') return '';
      return isBare(poll.published)
        ? ' The board says that no result is shown.'
        : ' The result is on the board.';
  }
}
