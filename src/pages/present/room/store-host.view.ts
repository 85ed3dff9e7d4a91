import { withNames } from '../../../lesson/names.ts';
import type { Question } from '../../../poll/question.ts';
import type { NewRoom, OpenedRoom, StaffView, Step, StoredRecord } from '../../../room/protocol.ts';
import { CLOSING_MS, isTooEarly } from '../../../room/room.ts';
import type { Refused } from '../../../room/room.ts';
import type { Snapshot, Store } from '../../../room/store.ts';
import { recordView, staffView } from '../../../room/views.ts';
import { pageNow } from './page-clock.view.ts';
import type { RoomEvent, Outcome, RoomHost } from './room-host.ts';

const LOOK_MS = 20_000;
/** How soon a question that was not to be closed yet is closed again, in ms. */
const RETRY_MS = 50;

/**
 * How rooms are opened in this page, and the callbacks for a room that has opened and for every
 * step in it.
 */
export type StoreHostOptions = {
  readonly readQuestions: () => Promise<readonly Question[]>;
  readonly devices: boolean;
  readonly begun?: (snapshot: Snapshot) => Promise<void>;
  readonly taken?: (snapshot: Snapshot) => void;
};

/** Rooms in this page's own memory, with nothing of them anywhere else. */
export function storeHost(
  store: Store,
  {
    readQuestions,
    devices,
    begun = () => Promise.resolve(),
    taken: onTaken = () => undefined,
  }: StoreHostOptions,
): RoomHost {
  setInterval(() => void store.expire(pageNow()), LOOK_MS);

  async function open({ lesson, pupils, names = {} }: NewRoom): Promise<Outcome<OpenedRoom>> {
    const questions = await readQuestions().catch(() => null);
    if (!questions) return { is: 'away' };
    const opened = await store.create(
      { lesson, questions: withNames(questions, names), pupils, devices, keyHash: '' },
      pageNow(),
    );
    if ('refused' in opened) return refusal(opened);
    await begun(opened);
    return { is: 'done', value: { code: opened.room.id, roomKey: 'page', address: '' } };
  }

  async function step({ code }: OpenedRoom, taken: Step): Promise<Outcome<StaffView>> {
    const stepped = await store.update(code, taken, pageNow());
    if ('refused' in stepped) return refusal(stepped);
    follow(store, stepped);
    onTaken(stepped);
    return { is: 'done', value: staffView(stepped) };
  }

  async function record({ code }: OpenedRoom): Promise<Outcome<StoredRecord>> {
    const snapshot = await store.read(code);
    return snapshot ? { is: 'done', value: recordView(snapshot.room) } : { is: 'gone' };
  }

  function subscribe({ code }: OpenedRoom, onEvent: (event: RoomEvent) => void): () => void {
    let stop: () => void = () => undefined;
    let isWatching = true;
    const pass = (snapshot: Snapshot) => onEvent({ type: 'view', view: staffView(snapshot) });

    async function begin(): Promise<void> {
      const snapshot = await store.read(code);
      if (!isWatching) return;
      if (!snapshot) return onEvent({ type: 'gone' });
      stop = store.watch(code, pass);
      follow(store, snapshot);
      pass(snapshot);
    }

    void begin();
    return () => {
      isWatching = false;
      stop();
    };
  }

  const rejoin: RoomHost['rejoin'] = () =>
    Promise.resolve({ is: 'refused', message: 'This room is in one browser only.' });
  return { hasDevices: false, open, rejoin, step, record, subscribe };
}

/** A question that is closing is closed when its time is over. */
function follow(store: Store, { room }: Snapshot): void {
  if (room.state !== 'closing') return;
  const { id, until } = room;
  const close = async () => {
    const closed = await store.close(id, pageNow());
    if ('refused' in closed && isTooEarly(closed)) setTimeout(() => void close(), RETRY_MS);
  };
  setTimeout(() => void close(), Math.min(Math.max(0, until - pageNow()), CLOSING_MS) + 20);
}

function refusal({ refused }: Refused): Outcome<never> {
  return refused.code === 'no-such-room'
    ? { is: 'gone' }
    : { is: 'refused', message: refused.message };
}
