import {
  channelName,
  type FromBoard,
  type Link,
  type ToBoard,
} from '../../../outputs/board/board-link.ts';
import { parseFromBoard } from '../../../outputs/board/link-schema.ts';
import { channelLink, pairOfLinks } from '../../../outputs/board/links.view.ts';
import { versionedLink, versionedReader } from '../../../outputs/board/versioned-link.ts';
import { boardStateOf } from './board-state.ts';
import { isRunning, isWatching, screensOf } from '../session/presenter-state.ts';
import { pageAddress } from '../../../text/site-file.view.ts';
import {
  addBoard,
  areSeveral,
  heartbeat,
  HEARTBEAT_MS,
  NO_BOARDS,
  type Heartbeat,
} from './presence.ts';
import type { PresenterStore } from '../session/presenter-store.view.ts';
import { SITE } from '../session/lesson-files.view.ts';
import { windowFeatures, type ScreenPlace } from './screens.ts';

/** What is over a slide beside what the lesson has on it. */
export type OverSlide = Extract<ToBoard, { readonly type: 'ink' | 'timer' }>;

/** The presenter's hold on the board, wherever it is. */
export type BoardWindow = {
  /** Opens the board's own window, over the whole of a screen where its place is known, or brings it to the front; false where the browser did not let it. */
  open(place?: ScreenPlace | null): boolean;
  /** Hands the board a film chosen on this laptop, and every board that comes after it, while this page is open. */
  give(file: Blob): void;
  /** The board's end of the link, for a board in this page. */
  inPage(): Link<FromBoard, ToBoard>;
  /** Tells every board what is drawn over a slide, or how its timers are. */
  tell(message: OverSlide): void;
  /** Hears what boards tell of that. */
  onOverSlide(listener: (message: OverSlide) => void): void;
  /** Ends a board in a window of its own. */
  end(): void;
};

/** Sends the board its whole state after every change, and hears it; `letters` tells whether single letters are keys, `clicker` does what the main button says for a key in the board's window, and `whole` plays the film whole. */
export function startBoardWindow(
  slug: string,
  store: PresenterStore,
  {
    letters,
    clicker,
    whole,
  }: {
    readonly letters: () => boolean;
    readonly clicker: () => void;
    readonly whole: () => void;
  },
): BoardWindow {
  const site = new URL(SITE, location.href).pathname;
  // Another presenter on the same channel is heard too, until it has stepped back: its words are none of a board's.
  const channel = versionedLink<ToBoard, FromBoard>(
    channelLink(channelName(slug, site)),
    versionedReader(parseFromBoard, (isNewer) => isNewer && store.send({ type: 'old' })),
  );
  let link: Link<ToBoard, FromBoard> = channel;
  const listeners = new Set<(message: OverSlide) => void>();
  let boards = NO_BOARDS;
  let chosen: Blob | null = null;
  let last: Heartbeat = { seenMs: Date.now(), askedMs: Date.now() };

  function sendState(): void {
    if (screensOf(store.state()) === null) return;
    link.send({ type: 'state', state: boardStateOf(store.state()) });
  }

  function countBoards(now: number): void {
    const { board } = store.state();
    const several = areSeveral(boards, now);
    if (board.is === 'connected' && several !== board.areSeveral) {
      store.send({ type: 'boards', areSeveral: several });
    }
  }

  function onMessage(message: FromBoard): void {
    if (message.type === 'pause' && message.isLetter && !letters()) return;
    if (message.type === 'whole') return void (letters() && whole());
    const now = Date.now();
    last = { ...last, seenMs: now };
    if (message.type === 'status') boards = addBoard(boards, message.status, now);
    const isCounted = message.type !== 'status' || (message.status.window ?? '') === boards.counted;
    const isMain = message.type === 'turn' && message.isMain === true;
    if (isMain && isRunning(store.state().phase) && !isWatching(store.state())) clicker();
    else if (isCounted) store.send({ type: 'board-message', message });
    countBoards(now);
  }

  // A status is not answered, or board and presenter would talk for ever.
  function listenTo(source: Link<ToBoard, FromBoard>): void {
    source.listen((message) => {
      const isElsewhere = source === channel && screensOf(store.state()) !== 'two';
      if (source !== link || isElsewhere) return;
      if (message.type === 'ink' || message.type === 'timer') {
        return listeners.forEach((listener) => listener(message));
      }
      onMessage(message);
      if (message.type === 'hello' && chosen !== null) {
        link.send({ type: 'film-file', file: chosen });
      }
      if (message.type !== 'status') sendState();
    });
  }

  listenTo(channel);
  store.subscribe((before) => {
    const was = JSON.stringify(boardStateOf(before));
    const is = JSON.stringify(boardStateOf(store.state()));
    if (screensOf(before) !== screensOf(store.state()) || was !== is) {
      sendState();
    }
  });
  setInterval(() => {
    sendState();
    const { board } = store.state();
    const now = Date.now();
    const { isLost, ...asked } = heartbeat(last, now);
    last = asked;
    countBoards(now);
    if (screensOf(store.state()) === 'two' && board.is !== 'lost' && isLost) {
      store.send({ type: 'board-lost' });
    }
  }, HEARTBEAT_MS);
  sendState();

  return {
    open(place = null) {
      link = channel;
      last = { ...last, seenMs: Date.now() };
      const opened = window.open(
        pageAddress(`${SITE}board/${slug}/`),
        `wholeclass-board-${slug}`,
        windowFeatures(place),
      );
      opened?.focus();
      return opened !== null;
    },
    give(file) {
      chosen = file;
      link.send({ type: 'film-file', file });
    },
    inPage() {
      const [ours, theirs] = pairOfLinks<ToBoard, FromBoard>();
      link = ours;
      listenTo(ours);
      return theirs;
    },
    tell: (message) => link.send(message),
    onOverSlide: (listener) => void listeners.add(listener),
    end: () => channel.send({ type: 'close' }),
  };
}
