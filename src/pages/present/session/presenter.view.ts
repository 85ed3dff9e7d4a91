import type { Deck } from '../../../outputs/board/deck.ts';
import { versionsOf, type Version } from '../../../lesson/versions.ts';
import type { Step } from '../../../room/protocol.ts';
import type { Problem } from '../../../document/problem.ts';
import type { BoardWindow } from '../board/board-window.view.ts';
import type { DrawOver } from '../board/draw-over.view.ts';
import { deckInClass, mayShowJoining } from './deck-in-class.ts';
import type { PresenterStore } from './presenter-store.view.ts';
import { isOffered, type Action } from './keys.ts';
import {
  boardStatusOf,
  coverOf,
  isLive,
  isWatching,
  screensOf,
  viewOf,
  type PresenterState,
} from './presenter-state.ts';
import { isMainOff, isMeantForLast, mainStep, type MainStep } from './main-step.ts';
import { SETTLE_MS } from '../../../outputs/board/board-link.ts';
import type { Lease } from './lease.view.ts';
import { filmTurn, skipTo } from '../film/film-turn.ts';
import { isFilmAction, leadFilm, whyNot, type FilmAction } from '../film/lead-film.ts';
import type { PhonePart } from '../phone/phone-line.ts';
import { paceOffer, readPace } from './pace.ts';
import { pollCardOf, previewCard, rehearsalCard, type PollCard } from '../room/poll-card.ts';
import { NO_RUSH, type SeatRush } from '../room/seat-rush.ts';
import type { RoomClient } from '../room/room-client.view.ts';
import { own } from '../../../text/own.ts';

/** What is open on the presenter's own page; none of it outlives a reload. */
export type Ui = {
  readonly dialog:
    | 'hands'
    | 'cards'
    | 'source'
    | 'skip-film'
    | 'keys'
    | 'screens'
    | 'finish'
    | 'after'
    | 'box'
    | 'room'
    | 'rejoin'
    | 'slips'
    | 'stored'
    | 'discard'
    | 'leave'
    | 'find'
    | 'jump'
    | 'phone'
    | null;
  /** True while what to say if someone tells you is open; what was open before it waits behind it. */
  readonly isTelling: boolean;
  /** The slide that a jump was asked for to; null where none is asked about. */
  readonly jump: string | null;
  /** Where a link leads that was pressed while the lesson runs; null where no one leaves. */
  readonly leaving: string | null;
  /** The part of the film that was skipped and the slide it led to, until the lesson goes on; null where none was. */
  readonly skippedFilm: { readonly from: string; readonly to: string } | null;
  /** The camera that was chosen to read cards, for every question of this page; empty for any. */
  readonly camera: string;
  /** True while Close asks once more (R7). */
  readonly closing: boolean;
  /** What did not work, in a sentence; empty when all is well. */
  readonly problem: string;
  /** Seats that were taken in a moment; forgotten with the page (R23). */
  readonly rush: SeatRush;
  /** How often the lesson's notes were changed while it was presented. */
  readonly notes: number;
  /** Who of the safeguarding team is in the building today; forgotten with the page. */
  readonly lead: string;
  /** The mistake in the lesson's file that keeps its last change from the board; null when all of it is shown. */
  readonly held: Problem | null;
  /** True where the second screen has gone since, as far as the browser can tell: what is here may be seen by all. */
  readonly isScreenLost: boolean;
  /** True where single letters are keys (WCAG 2.1.4). */
  readonly letters: boolean;
};

/** The presenter: its state, its board, its room, and what every button and key does. */
export type Presenter = {
  /** The lesson as it is now: its file may be edited meanwhile. */
  readonly deck: Deck;
  /** Every version that the lesson can be taught in. */
  readonly versions: readonly Version[];
  readonly store: PresenterStore;
  readonly board: BoardWindow;
  readonly room: RoomClient;
  readonly lease: Lease;
  readonly hasDevices: boolean;
  readonly phone: PhonePart;
  ui(): Ui;
  change(ui: Partial<Ui>): void;
  act(action: Action): void;
  /** Closes the poll, where closing has just been asked. */
  closePoll(): void;
  /** Goes to a slide of the strip, and asks first where the question or the film here would be left. */
  jump(slide: string): void;
  /** Goes to another address, and asks no more. */
  leave(to: string): void;
  card(): PollCard | null;
};

/** A page with nothing open. */
export const QUIET: Ui = {
  dialog: null,
  isTelling: false,
  skippedFilm: null,
  camera: '',
  jump: null,
  leaving: null,
  closing: false,
  problem: '',
  rush: NO_RUSH,
  notes: 0,
  lead: '',
  held: null,
  isScreenLost: false,
  letters: true,
};

type Parts = Pick<
  Presenter,
  'store' | 'board' | 'room' | 'lease' | 'hasDevices' | 'leave' | 'phone'
> & {
  readonly drawOver: DrawOver;
  /** As it is taught, and all of it. */
  readonly lesson: { now: Deck; whole: Deck };
  readonly ui: { now: Ui };
  readonly draw: () => void;
};

// What does not move the lesson. The words for someone who tells open on the teacher's own screen alone.
const worksUnderPause: readonly Action[] = [
  'pause',
  'land',
  'finish',
  'board',
  'screens',
  'stored',
  'keys',
  'telling',
];

const cards: Readonly<Record<PresenterState['mode'], (card: PollCard) => PollCard>> = {
  lesson: (card) => card,
  rehearsal: rehearsalCard,
  preview: previewCard,
};

/** Puts the parts together; `draw` is called when the page has something new to show. */
export function makePresenter({
  lesson,
  store,
  board,
  room,
  lease,
  drawOver,
  hasDevices,
  phone,
  leave,
  ui,
  draw,
}: Parts): Presenter {
  let lastMain: { readonly step: MainStep; readonly at: number } | null = null;
  // When closing was asked, in ms since 1970: a key that is pressed twice closes nothing.
  let askedAt = 0;

  const deck = (): Deck => deckInClass(lesson.now, store.state());

  function change(part: Partial<Ui>): void {
    ui.now = { ...ui.now, ...part };
    draw();
  }

  function card(): PollCard | null {
    const state = store.state();
    // A pretend class answers as if by tablet, before there is a room, too.
    const found = pollCardOf(deck(), state.slide, {
      view: viewOf(state),
      devices: state.devices || state.mode === 'rehearsal',
      pupils: state.pupils,
    });
    return found === null ? null : cards[state.mode](found);
  }

  function act(action: Action): void {
    if (coverOf(store.state()) === 'pause' && !worksUnderPause.includes(action)) return;
    // While closing is asked its two buttons answer, and the main one is not there.
    if (ui.now.closing && action === 'main') return;
    const asksOn: readonly Action[] = ['close', 'clicker', 'pause'];
    if (ui.now.closing && !asksOn.includes(action)) change({ closing: false });
    if (!isOffered(deck(), action)) return;
    if (ui.now.problem !== '') change({ problem: '' });
    if (isFilmAction(action)) return film(action);
    switch (action) {
      case 'main':
        return main();
      case 'clicker':
        return clicker();
      case 'begin':
        return boardStatusOf(store.state()) === null ? act('board') : undefined;
      case 'next':
      case 'back':
        return turn(action);
      case 'skip-film':
        return skipTo(deck(), store.state()) === null ? undefined : change({ dialog: 'skip-film' });
      case 'pause':
        // No camera goes on behind a pause.
        if (ui.now.dialog === 'cards') change({ dialog: null });
        return store.send({ type: 'cover', cover: action });
      case 'help':
        return store.send({ type: 'cover', cover: action });
      case 'join':
        return mayShowJoining(store.state())
          ? store.send({ type: 'cover', cover: action })
          : undefined;
      case 'land':
        return store.send({ type: 'land' });
      case 'ask':
      case 'hands':
      case 'close':
      case 'show':
        return void poll(action);
      case 'devices':
        return void useDevices();
      case 'telling':
        return telling();
      case 'skip':
      case 'box':
      case 'board':
      case 'find':
        return screensOf(store.state()) === 'two' ? besideBoard(action) : undefined;
      case 'draw':
        return drawOver.toggle();
      case 'screens':
      case 'finish':
      case 'stored':
      case 'keys':
        return change({ dialog: action });
    }
  }

  function main(): void {
    const state = store.state();
    const step = mainStep(deck(), state, card());
    const now = Date.now();
    if (isMainOff(step, state)) return;
    if (isMeantForLast(step, lastMain, { now, within: SETTLE_MS })) return;
    lastMain = { step, at: now };
    switch (step) {
      case 'uncover':
      case 'play':
      case 'pause':
      case 'choose':
      case 'next':
        return turn('next');
      case 'ask':
      case 'hands':
      case 'close':
      case 'show':
        return void poll(step);
      case 'talk':
        return void poll('show');
      case 'finish':
        return change({ dialog: 'finish' });
      case 'closing':
        return;
    }
  }

  // A clicker is never stuck: pressed again, a second after closing was asked, it closes, and hands, which are typed at the laptop, it goes past.
  function clicker(): void {
    const hand = card();
    if (ui.now.closing && hand?.offers.includes('close') === true) {
      return Date.now() - askedAt >= SETTLE_MS ? closePoll() : undefined;
    }
    change({ closing: false });
    if (mainStep(deck(), store.state(), hand) !== 'hands') return main();
    // Left open it would keep the next question from being asked, and a clicker has no other way to close it.
    if (hand?.state === 'asking') closeOpen();
    turn('next');
  }

  // On the only screen the class may read what is on it: there it covers the board, and never uncovers it.
  function telling(): void {
    const state = store.state();
    if (screensOf(state) === 'two') return change({ isTelling: true });
    if (!isWatching(state) && coverOf(state) !== 'pause') {
      store.send({ type: 'cover', cover: 'pause' });
    }
  }

  function jump(slide: string): void {
    const state = store.state();
    if (slide === state.slide || coverOf(state) !== 'none' || isWatching(state)) return;
    const isLeft = card()?.state === 'asking' || filmTurn(deck(), state) === 'pause';
    if (isLeft) change({ dialog: 'jump', jump: slide });
    else store.send({ type: 'go', slide });
  }

  function turn(to: 'next' | 'back'): void {
    const isChosenFirst = to === 'next' && filmTurn(deck(), store.state()) === 'choose';
    if (isChosenFirst) change({ dialog: 'source' });
    else store.send({ type: 'turn', to });
  }

  function film(action: FilmAction): void {
    const why = whyNot(deck(), store.state(), action);
    if (why === '') leadFilm(deck(), store, action);
    else change({ problem: why });
  }

  function besideBoard(action: 'box' | 'board' | 'skip' | 'find'): void {
    switch (action) {
      case 'skip': {
        const offer = paceOffer(readPace(deck(), store.state(), Date.now()));
        return offer ? store.send(offer) : undefined;
      }
      case 'find':
        return change({ dialog: 'find' });
      case 'board':
        return change({
          problem: board.open()
            ? ''
            : 'The browser did not open the board’s window. Allow pop-ups for this address.',
        });
      case 'box': {
        const view = viewOf(store.state());
        const isPaused = coverOf(store.state()) === 'pause';
        if (!view?.devices || view.state === 'finished' || isPaused) return;
        if (view.box.isOpen || view.box.notes.length > 0) return change({ dialog: 'box' });
        return void room.step({ type: 'box', isOpen: true });
      }
    }
  }

  async function poll(action: 'ask' | 'hands' | 'close' | 'show'): Promise<void> {
    const now = card();
    if (!now) return;
    const question = now.question.id;
    const has = (offer: PollCard['offers'][number]) => now.offers.includes(offer);
    const ask: Step = { type: 'ask', question, ...(now.round !== null && { round: now.round }) };
    if (action === 'ask' && (has('ask') || has('ask-again'))) await room.step(ask);
    if (action === 'show' && (has('show') || has('talk'))) {
      await room.step({ type: 'show', question });
    }
    if (action === 'show' && has('hide')) await room.step({ type: 'hide' });
    if (action === 'hands' && has('hands')) {
      const isOpen = now.state === 'asking' || (await room.step(ask));
      if (isOpen) change({ dialog: 'hands' });
    }
    if (action === 'close' && has('close')) {
      const now = Date.now();
      if (!ui.now.closing) {
        askedAt = now;
        change({ closing: true });
      } else if (now - askedAt >= SETTLE_MS) {
        closePoll();
      }
    }
  }

  function closePoll(): void {
    if (!ui.now.closing || coverOf(store.state()) === 'pause') return;
    if (card()?.offers.includes('close') !== true) return;
    change({ closing: false });
    closeOpen();
  }

  // By its name: what arrives late closes nothing else.
  function closeOpen(): void {
    const view = viewOf(store.state());
    if (view?.poll?.state !== 'asking') return;
    const { question, round } = view.poll;
    // Discarded rounds used up ballots of their own (R21).
    const ballots = round + (own(view.discarded, question.id) ?? 0);
    void room.step({ type: 'close', question: question.id, round: ballots });
  }

  async function useDevices(): Promise<void> {
    const state = store.state();
    const view = viewOf(state);
    if (!hasDevices || state.mode === 'preview' || view?.devices) return;
    if (view && isLive(state)) return void room.step({ type: 'devices' });
    store.send({ type: 'devices' });
    await room.open();
  }

  return {
    get deck() {
      return deck();
    },
    get versions() {
      return versionsOf(lesson.whole);
    },
    store,
    board,
    room,
    lease,
    hasDevices,
    phone,
    leave,
    ui: () => ui.now,
    change,
    act,
    card,
    closePoll,
    jump,
  };
}
