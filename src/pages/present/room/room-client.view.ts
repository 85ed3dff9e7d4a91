import type { Deck } from '../../../outputs/board/deck.ts';
import { isSamePlace } from '../../../room/place.ts';
import type { OpenedRoom, StaffView, Step, StoredRecord } from '../../../room/protocol.ts';
import type { PresenterStore } from '../session/presenter-store.view.ts';
import {
  coverOf,
  isLive,
  isWatching,
  openedRoomOf,
  isRunning,
  roomOf,
  viewOf,
  type Unsent,
  type PresenterState,
} from '../session/presenter-state.ts';
import { waitBefore, type Outcome, type RoomHost } from './room-host.ts';

/** The room as the presenter uses it: opened at the first need, watched while it lives. */
export type RoomClient = {
  /** Takes a step, in a new room if there is none yet; true when it was taken. */
  step(step: Step): Promise<boolean>;
  /** Opens a room if there is none; a room that is gone is replaced. */
  open(): Promise<boolean>;
  /** Goes on with a room of another browser; in a sentence what did not work, or nothing. */
  rejoin(wanted: {
    readonly lesson: string;
    readonly code: string;
    readonly phrase: string;
  }): Promise<string>;
  /** What is stored of the room, nothing where there is none; null where that could not be learned. */
  record(): Promise<StoredRecord | null>;
};

/** Acts in so many ms, unless what it returns is called before. */
export type After = (ms: number, act: () => void) => () => void;

// True where only its answer was lost, too: then what was pressed is there to be seen.
const AWAY = 'The program didn’t answer. If nothing has changed here, press again in a moment.';

/** How long the latest place may be on its way before the teacher learns of it, in ms. */
export const UNSENT_MS = 3_000;

/** Opens the client of a lesson’s room; `report` is called with a sentence about what did not work. */
export function openRoomClient(
  lesson: { readonly now: Pick<Deck, 'slug' | 'names' | 'slides'> },
  host: RoomHost,
  {
    store,
    report,
    after,
  }: {
    readonly store: Pick<PresenterStore, 'state' | 'send' | 'subscribe'>;
    readonly report: (words: string) => void;
    readonly after: After;
  },
): RoomClient {
  let watching = '';
  let stop: () => void = () => undefined;
  let opening: Promise<boolean> | null = null;
  let isSending = false;
  // Ends the wait before the next try.
  let tryNow: () => void = () => undefined;
  let why = '';
  let stopWatch: (() => void) | null = null;
  const here = (state: PresenterState) => placeIn(lesson.now, state);

  function follow(): void {
    const room = roomOf(store.state());
    const opened = room.is === 'open' ? room.opened : null;
    const code = opened?.code ?? '';
    if (code === watching) return;
    stop();
    watching = code;
    stop = () => undefined;
    if (opened === null) return;
    stop = host.subscribe(opened, (event) => {
      const room = opened.code;
      if (event.type === 'view') store.send({ type: 'view', room, view: event.view });
      else if (event.type === 'old') store.send({ type: 'old' });
      else store.send({ type: 'line', room, line: event.type });
    });
  }

  async function openNow(): Promise<boolean> {
    const { pupils, devices } = store.state();
    const { slug, names } = lesson.now;
    const opened = await host.open({
      lesson: slug,
      pupils,
      devices: devices && host.hasDevices,
      names,
    });
    if (opened.is !== 'done') return fail(opened);
    store.send({ type: 'room', room: opened.value });
    return true;
  }

  function open(): Promise<boolean> {
    if (store.state().mode === 'preview') return Promise.resolve(false);
    if (roomOf(store.state()).is === 'open') return Promise.resolve(true);
    opening ??= openNow().finally(() => (opening = null));
    return opening;
  }

  async function step(taken: Step): Promise<boolean> {
    if (!(await open())) return false;
    const room = openedRoomOf(store.state());
    if (!room) return false;
    const outcome = await host.step(room, { ...taken, by: store.state().me });
    if (outcome.is !== 'done') return fail(outcome, room);
    store.send({ type: 'view', room: room.code, view: outcome.value });
    return true;
  }

  async function record(): Promise<StoredRecord | null> {
    const room = openedRoomOf(store.state());
    const outcome = room && (await host.record(room));
    if (!outcome || outcome.is === 'gone') return { stored: [] };
    return outcome.is === 'done' ? outcome.value : null;
  }

  async function rejoin({
    lesson: slug,
    code,
    phrase,
  }: {
    readonly lesson: string;
    readonly code: string;
    readonly phrase: string;
  }): Promise<string> {
    const found = await host.rejoin(code, phrase);
    if (found.is === 'refused') return found.message;
    if (found.is !== 'done') return AWAY;
    if (found.value.lesson !== slug) {
      return 'This code belongs to another lesson. Open that lesson, and go on with it there.';
    }
    store.send({ type: 'room', room: found.value });
    return '';
  }

  // Of a room that another one has taken the place of, nothing is said any more.
  function fail(outcome: Failure, room?: OpenedRoom): false {
    if (room && openedRoomOf(store.state())?.code !== room.code) return false;
    if (outcome.is !== 'gone') report(outcome.is === 'away' ? AWAY : outcome.message);
    else if (room) store.send({ type: 'line', room: room.code, line: 'gone' });
    return false;
  }

  // The room's own view says what it has: until that is the latest place, it is sent again. One
  // after the other and the newest last: a pause that arrived after its end would leave every
  // pupil's page covered.
  async function sendPlace(): Promise<void> {
    isSending = true;
    for (let tries = 0; isUnsent(store.state(), lesson.now) && isLive(store.state());) {
      const state = store.state();
      const place = here(state);
      const room = openedRoomOf(state);
      if (room === null) break;
      const outcome = await host.step(room, { ...place, by: state.me });
      learn(room.code, outcome);
      const isLatest = isSamePlace(place, here(store.state()));
      tries = isLatest ? tries + 1 : 0;
      if (isLatest && isUnsent(store.state(), lesson.now)) await wait(waitBefore(tries - 1));
    }
    isSending = false;
  }

  function learn(room: string, outcome: Outcome<StaffView>): void {
    why = outcome.is === 'refused' ? outcome.message : '';
    if (outcome.is === 'done') store.send({ type: 'view', room, view: outcome.value });
    else if (outcome.is === 'gone') store.send({ type: 'line', room, line: 'gone' });
    else if (unsentOf(store.state()) !== null) say({ why });
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const stopWaiting = after(ms, resolve);
      tryNow = () => {
        stopWaiting();
        resolve();
      };
    });
  }

  function say(unsent: Unsent | null): void {
    const room = openedRoomOf(store.state())?.code ?? '';
    if (unsentOf(store.state())?.why !== unsent?.why) store.send({ type: 'unsent', room, unsent });
  }

  // Not of each place on its way: most are there within some milliseconds.
  function watchPlace(): void {
    if (isUnsent(store.state(), lesson.now)) {
      stopWatch ??= after(UNSENT_MS, () => say({ why }));
    } else {
      stopWatch?.();
      stopWatch = null;
      say(null);
    }
  }

  // The room is sent a new place, and one that changed while it was away; it is never opened or waited for because of it.
  store.subscribe((before) => {
    follow();
    watchPlace();
    const state = store.state();
    const isNew = !isSamePlace(here(state), here(before)) || isLive(state) !== isLive(before);
    if (isNew || !isUnsent(state, lesson.now)) tryNow();
    if (!isSending) void sendPlace();
  });
  follow();
  return { step, open, rejoin, record };
}

type Failure = Exclude<Outcome<unknown>, { readonly is: 'done' }>;

function unsentOf(state: PresenterState): Unsent | null {
  const room = roomOf(state);
  return (room.is === 'open' && room.unsent) || null;
}

// Only the window that leads says where the class is, to a room that it has seen and understands:
// one that another browser opened is first gone on with where it is.
function isUnsent(state: PresenterState, deck: Pick<Deck, 'slides'>): boolean {
  const view = roomOf(state).is === 'open' ? viewOf(state) : null;
  const isLeading = isRunning(state.phase) && !state.isOutdated && !isWatching(state);
  return isLeading && view !== null && !isSamePlace(placeIn(deck, state), view);
}

function placeIn(
  deck: Pick<Deck, 'slides'>,
  state: PresenterState,
): Extract<Step, { readonly type: 'slide' }> {
  const { slide, step, film } = state;
  const cover = coverOf(state);
  const isHelp = deck.slides.find(({ id }) => id === slide)?.kind === 'help';
  return {
    type: 'slide',
    slide,
    // Pupils' pages go on as they are while the board shows how to join.
    stage: {
      step,
      cover: cover === 'join' ? 'none' : cover,
      film,
      ...(isHelp && { isHelp }),
      ...(cover === 'join' && { isJoin: true }),
    },
  };
}
