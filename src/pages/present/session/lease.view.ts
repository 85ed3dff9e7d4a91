import type { PresenterStore } from './presenter-store.view.ts';
import type { StaffView } from '../../../room/protocol.ts';
import { isLive, isWatching, openedRoomOf, roomOf } from './presenter-state.ts';
import type { RoomHost } from '../room/room-host.ts';

/** This window’s hold on the room, where another browser may have one too (R13). */
export type Lease = {
  /** Leads from now on; the other window watches. */
  take(): void;
  /** Takes a step once every renewal has its answer, and renews no more until the step has its own. */
  pausedFor<Value>(step: () => Promise<Value>): Promise<Value>;
};

// Twice within the five seconds of a lease, so that one answer may be lost.
const RENEW_MS = 2_000;

/** Renews this window’s lease of its room every two seconds, unless another one does; `take` where the teacher has said so already. */
export function renewLease(host: RoomHost, store: PresenterStore, take: boolean): Lease {
  let isTaking = take;
  let sentTo = '';
  // Of all that were sent: the next one does not wait for a late answer.
  let renewals = Promise.resolve();
  let isPaused = false;

  function renew(): void {
    const state = store.state();
    const room = roomOf(state);
    if (isPaused || room.is !== 'open' || state.isOutdated) return;
    if (isWatching(state) && !isTaking) return;
    sentTo = room.opened.code;
    const renewal = host
      .step(room.opened, { type: 'lead', by: state.me, take: isTaking })
      .then((outcome) => {
        if (outcome.is !== 'done') return;
        isTaking = false;
        learn(room.opened.code, outcome.value);
      });
    renewals = renewals.then(() => renewal);
  }

  // A network may hold back the end of a step until the next one: each renewal is answered with where the room is.
  function learn(code: string, view: StaffView): void {
    const state = store.state();
    const room = roomOf(state);
    if (room.is !== 'open' || room.opened.code !== code || !isLive(state)) return;
    if (room.view !== null && view.n > room.view.n) store.send({ type: 'view', room: code, view });
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
    async pausedFor(step) {
      isPaused = true;
      await renewals;
      return step().finally(() => (isPaused = false));
    },
  };
}
