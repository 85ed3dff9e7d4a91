import type { Question } from '../../poll/question.ts';
import { openMemoryStore } from '../../room/memory-store.ts';
import type { Live } from '../../room/room.ts';
import type { Keeper, Saved } from '../../room/store.ts';
import type { RoomHost } from './room-host.ts';
import { pageRoomKey } from '../../text/browser-keys.ts';
import { storeHost } from './store-host.view.ts';

/** The room in this page, for a site with no program behind it: hands only. It is kept in the tab's storage, so that a reload keeps it. */
export function pageHost(storage: Storage, readQuestions: () => Promise<readonly Question[]>): RoomHost {
  const store = openMemoryStore(
    { random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)), sealer: null, keeper: keeperIn(storage) },
    savedIn(storage),
  );
  return storeHost(store, { readQuestions, devices: false });
}

function keeperIn(storage: Storage): Keeper {
  return {
    save: (room: Live) => storage.setItem(pageRoomKey(room.id), JSON.stringify(room)),
    forget: (id) => storage.removeItem(pageRoomKey(id)),
    writeLeft: () => undefined,
    end: () => undefined,
  };
}

function savedIn(storage: Storage): readonly Saved[] {
  const keys = Object.keys(storage).filter((key) => key.startsWith(pageRoomKey()));
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
