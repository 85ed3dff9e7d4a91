import { withNames } from '../../lesson/names.ts';
import type { Question } from '../../poll/question.ts';
import { openMemoryStore } from '../../room/memory-store.ts';
import type { NewRoom, OpenedRoom, StaffView, Step, StoredRecord } from '../../room/protocol.ts';
import type { Live, Refused } from '../../room/room.ts';
import type { Keeper, Saved, Snapshot, Store } from '../../room/store.ts';
import { recordView, staffView } from '../../room/views.ts';
import type { Heard, Outcome, RoomHost } from './room-host.ts';

const PREFIX = 'wholeclass.room.';
const LOOK_MS = 20_000;

/** The room in this page, for a site with no program behind it: hands only. It is kept in the tab's storage, so that a reload keeps it. */
export function pageHost(storage: Storage, readQuestions: () => Promise<readonly Question[]>): RoomHost {
  const store = openMemoryStore(
    { random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)), sealer: null, keeper: keeperIn(storage) },
    savedIn(storage),
  );
  setInterval(() => void store.expire(Date.now()), LOOK_MS);

  async function open({ lesson, pupils, names = {} }: NewRoom): Promise<Outcome<OpenedRoom>> {
    const questions = await readQuestions().catch(() => null);
    if (!questions) return { is: 'away' };
    const opened = await store.create({ lesson, questions: withNames(questions, names), pupils, devices: false, keyHash: '' }, Date.now());
    return 'refused' in opened ? refusal(opened) : { is: 'done', value: { code: opened.room.id, roomKey: 'page', address: '' } };
  }

  async function step({ code }: OpenedRoom, taken: Step): Promise<Outcome<StaffView>> {
    const stepped = await store.update(code, taken, Date.now());
    if ('refused' in stepped) return refusal(stepped);
    follow(store, stepped);
    return { is: 'done', value: staffView(stepped, '') };
  }

  async function record({ code }: OpenedRoom): Promise<Outcome<StoredRecord>> {
    const snapshot = await store.read(code);
    return snapshot ? { is: 'done', value: recordView(snapshot.room) } : { is: 'gone' };
  }

  function watch({ code }: OpenedRoom, hear: (heard: Heard) => void): () => void {
    let stop: () => void = () => undefined;
    let isWatching = true;
    const tell = (snapshot: Snapshot) => hear({ type: 'view', view: staffView(snapshot, '') });

    async function begin(): Promise<void> {
      const snapshot = await store.read(code);
      if (!isWatching) return;
      if (!snapshot) return hear({ type: 'gone' });
      stop = store.watch(code, tell);
      follow(store, snapshot);
      tell(snapshot);
    }

    void begin();
    return () => {
      isWatching = false;
      stop();
    };
  }

  const rejoin: RoomHost['rejoin'] = () => Promise.resolve({ is: 'refused', message: 'This room lives in one browser alone.' });
  return { hasDevices: false, open, rejoin, step, record, watch };
}

/** A question that is closing is closed when its time is over. */
function follow(store: Store, { room }: Snapshot): void {
  if (room.state !== 'closing') return;
  setTimeout(() => void store.close(room.id, Date.now()), Math.max(0, room.until - Date.now()) + 20);
}

function refusal({ refused }: Refused): Outcome<never> {
  return refused.code === 'no-such-room' ? { is: 'gone' } : { is: 'refused', message: refused.message };
}

function keeperIn(storage: Storage): Keeper {
  return {
    save: (room: Live) => storage.setItem(PREFIX + room.id, JSON.stringify(room)),
    forget: (id) => storage.removeItem(PREFIX + id),
    handOver: () => undefined,
    end: () => undefined,
  };
}

function savedIn(storage: Storage): readonly Saved[] {
  const keys = Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  return keys.flatMap((key) => {
    try {
      const room = JSON.parse(storage.getItem(key) ?? '') as Live;
      return [{ room, ballots: [], keys: [] }];
    } catch {
      storage.removeItem(key);
      return [];
    }
  });
}
