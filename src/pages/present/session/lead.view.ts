import type { PresenterStore } from './presenter-store.view.ts';
import { isWatching } from './presenter-state.ts';
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
  let told = '';

  function say(): void {
    const { room, line, me } = store.state();
    if (!room || line === 'gone' || line === 'old' || (isWatching(store.state()) && !isTaking)) {
      return;
    }
    told = room.code;
    void host
      .step(room, { type: 'lead', by: me, take: isTaking })
      .then(({ is }) => is === 'done' && (isTaking = false));
  }

  if (host.hasDevices) {
    setInterval(say, EVERY_MS);
    store.watch(() => store.state().room?.code !== told && say());
    say();
  }
  return {
    take() {
      isTaking = true;
      say();
    },
  };
}
