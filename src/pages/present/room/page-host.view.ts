import type { Random } from '../../../poll/ballot.ts';
import type { Question } from '../../../poll/question.ts';
import { openMemoryStore } from '../../../room/memory-store.ts';
import type { Live } from '../../../room/room.ts';
import { ROOM_MS } from '../../../room/room.ts';
import { parseStoredRoom, serialiseRoom } from '../../../room/stored-room.ts';
import type { Keeper, Saved } from '../../../room/store.ts';
import { pageNow } from './page-clock.view.ts';
import type { RoomHost } from './room-host.ts';
import { pageRoomKey } from '../../../text/browser-keys.ts';
import { storeHost } from './store-host.view.ts';

const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

/** The room in this page, for a site with no program behind it: hands only. It is kept in the tab's storage, so that a reload keeps it. */
export function pageHost(
  storage: Storage,
  readQuestions: () => Promise<readonly Question[]>,
): RoomHost {
  const store = openMemoryStore(
    { random, sealer: null, keeper: keeperIn(storage) },
    savedIn(storage),
  );
  return storeHost(store, { readQuestions, devices: false });
}

function keeperIn(storage: Storage): Keeper {
  return {
    save: (room: Live) =>
      storage.setItem(pageRoomKey(room.id), serialiseRoom(room, room.deadline - pageNow())),
    forget: (id) => storage.removeItem(pageRoomKey(id)),
    writeLeft: () => undefined,
    end: () => undefined,
  };
}

function savedIn(storage: Storage): readonly Saved[] {
  const keys = Object.keys(storage).filter((key) => key.startsWith(pageRoomKey()));
  return keys.flatMap((key) => {
    const read = parseStoredRoom(storage.getItem(key) ?? '', random);
    // By the wall clock, and never longer than it had left (R30).
    const deadline =
      read && Math.min(read.room.deadline, pageNow() + Math.min(read.left ?? ROOM_MS, ROOM_MS));
    if (read && deadline !== null && deadline > pageNow()) {
      return [{ room: { ...read.room, deadline }, ballots: [], keys: [] }];
    }
    storage.removeItem(key);
    return [];
  });
}
