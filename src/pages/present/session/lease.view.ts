import type { PresenterStore } from './presenter-store.view.ts';
import { isWatching, openedRoomOf, roomOf } from './presenter-state.ts';
import type { RoomHost } from '../room/room-host.ts';

/** This window’s hold on the room, where another browser may have one too (R13). */
export type Lease = {
  /** Leads from now on; the other window watches. */
  take(): void;
};

// Twice within the five seconds of a lease, so that one answer may be lost.
const RENEW_MS = 2_000;

/** Renews this window’s lease of its room every two seconds, unless another one does; `take` where the teacher has said so already. */
export function renewLease(host: RoomHost, store: PresenterStore, take: boolean): Lease {
  let isTaking = take;
  let sentTo = '';

  function renew(): void {
    const state = store.state();
    const room = roomOf(state);
    if (room.is !== 'open' || state.isOutdated || (isWatching(state) && !isTaking)) return;
    sentTo = room.opened.code;
    void host
      .step(room.opened, { type: 'lead', by: state.me, take: isTaking })
      .then(({ is }) => is === 'done' && (isTaking = false));
  }

  if (host.hasDevices) {
    setInterval(renew, RENEW_MS);
    store.subscribe(() => openedRoomOf(store.state())?.code !== sentTo && renew());
    renew();
  }
  return {
    take() {
      isTaking = true;
      renew();
    },
  };
}
