import type { PresenterStore } from './presenter-store.view.ts';
import { isWatching, openedRoomOf, roomOf } from './presenter-state.ts';
import type { RoomHost } from '../room/room-host.ts';

/** This window’s hold on the room, where another browser may have one too (R13). */
export type Lead = {
  /** Leads from now on; the other window watches. */
  take(): void;
};

// Twice within the five seconds of a lease, so that one answer may be lost.
const EVERY_MS = 2_000;

/** Says again and again that this window leads its room, unless another one does; `take` where the teacher has said so already. */
export function keepLead(host: RoomHost, store: PresenterStore, take: boolean): Lead {
  let isTaking = take;
  let sentTo = '';

  function say(): void {
    const state = store.state();
    const room = roomOf(state);
    if (room.is !== 'open' || state.isOutdated || (isWatching(state) && !isTaking)) return;
    sentTo = room.opened.code;
    void host
      .step(room.opened, { type: 'lead', by: state.me, take: isTaking })
      .then(({ is }) => is === 'done' && (isTaking = false));
  }

  if (host.hasDevices) {
    setInterval(say, EVERY_MS);
    store.subscribe(() => openedRoomOf(store.state())?.code !== sentTo && say());
    say();
  }
  return {
    take() {
      isTaking = true;
      say();
    },
  };
}
