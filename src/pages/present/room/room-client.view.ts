import type { Deck } from '../../../outputs/board/deck.ts';
import type { Step, StoredRecord } from '../../../room/protocol.ts';
import type { PresenterStore } from '../session/presenter-store.view.ts';
import {
  coverOf,
  isLive,
  isWatching,
  openedRoomOf,
  roomOf,
  type PresenterState,
} from '../session/presenter-state.ts';
import type { Outcome, RoomHost } from './room-host.ts';

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

const AWAY = 'The program on this laptop did not answer. Press again in a moment.';

/** Opens the client of a lesson’s room; `report` is called with a sentence about what did not work. */
export function openRoomClient(
  lesson: { readonly now: Pick<Deck, 'slug' | 'names' | 'slides'> },
  host: RoomHost,
  { store, report }: { readonly store: PresenterStore; readonly report: (words: string) => void },
): RoomClient {
  let watching = '';
  let stop: () => void = () => undefined;
  let opening: Promise<boolean> | null = null;
  let isSending = false;
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
      if (openedRoomOf(store.state())?.code !== opened.code) return;
      if (event.type === 'view') store.send({ type: 'view', view: event.view });
      else store.send({ type: 'line', line: event.type });
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
    void sendPlace();
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
    if (outcome.is !== 'done') return fail(outcome);
    store.send({ type: 'view', view: outcome.value });
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

  function fail(outcome: Exclude<Outcome<unknown>, { readonly is: 'done' }>): false {
    if (outcome.is === 'gone') store.send({ type: 'line', line: 'gone' });
    else report(outcome.is === 'away' ? AWAY : outcome.message);
    return false;
  }

  // One after the other and the newest last: a pause that arrived after its end would leave every pupil's page covered.
  async function sendPlace(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let sent = ''; ;) {
      const state = store.state();
      const place = here(state);
      const room = openedRoomOf(state);
      if (room === null || !maySend(state) || JSON.stringify(place) === sent) break;
      sent = JSON.stringify(place);
      await host.step(room, { ...place, by: state.me });
    }
    isSending = false;
  }

  // The room is sent a new place, and one that changed while it was away; it is never opened or waited for because of it.
  store.subscribe((before) => {
    follow();
    const isNew = JSON.stringify(here(store.state())) !== JSON.stringify(here(before));
    const wasAway = openedRoomOf(before) !== null && !isLive(before);
    if (isNew || wasAway) void sendPlace();
  });
  follow();
  return { step, open, rejoin, record };
}

// Only the window that leads says where the class is, and not to a room that it may misunderstand.
function maySend(state: PresenterState): boolean {
  return isLive(state) && !state.isOutdated && !isWatching(state);
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
