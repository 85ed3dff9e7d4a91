import type { PupilView, StaffView } from '../../room/protocol.ts';
import type { Snapshot, Store } from '../../room/store.ts';
import { pupilView, staffView, type DoorAddress } from '../../room/views.ts';
import { wireEvent, type WireEvent } from '../http/event-stream.ts';

/** Who listens: each audience gets its own whole view. */
export type Audience = 'pupils' | 'staff';

/** A view, and the same as JSON and as it goes over the wire. */
type Written = {
  readonly view: PupilView | StaffView;
  readonly json: string;
  readonly event: WireEvent;
};

/** Receives a view, which is written once for all who listen. */
type Listener = (written: Written) => void;

/** Tells everyone who listens to a room its view: at once, and after every change. */
export type Hub = {
  /** Starts with the view as it is now. Returns how to stop. */
  listen(snapshot: Snapshot, audience: Audience, listener: Listener): () => void;
  /** True when a room has as many listeners as one classroom could need. */
  isFull(snapshot: Snapshot, audience: Audience): boolean;
};

type Channel = {
  snapshot: Snapshot;
  readonly listeners: Readonly<Record<Audience, Set<Listener>>>;
  readonly sent: Record<Audience, string>;
  waiting: NodeJS.Timeout | null;
  stop: () => void;
};

/** Counts move on screens at most this often, in ms; a step is sent at once. */
const COALESCE_MS = 100;
/** Listeners a room may have beyond two for each seat. */
const SPARE_LISTENERS = 40;

/**
 * What a hub works with: `address` is where the class comes in at the moment, `onSnapshot` is called
 * with all that the hub receives of a room.
 */
type HubParts = {
  readonly store: Store;
  readonly address: () => DoorAddress;
  readonly onSnapshot: (snapshot: Snapshot) => void;
};

/** Opens the hub over a store. */
export function openHub({ store, address, onSnapshot }: HubParts): Hub {
  const channels = new Map<string, Channel>();

  function write(channel: Channel, audience: Audience): Written {
    const view =
      audience === 'pupils'
        ? pupilView(channel.snapshot.room)
        : staffView(channel.snapshot, address());
    const json = JSON.stringify(view);
    return { view, json, event: wireEvent(json) };
  }

  function publish(channel: Channel): void {
    channel.waiting = null;
    for (const audience of ['pupils', 'staff'] as const) {
      const written = write(channel, audience);
      if (written.json === channel.sent[audience]) continue;
      channel.sent[audience] = written.json;
      for (const listener of channel.listeners[audience]) listener(written);
    }
  }

  // Who listened from seats that were reset hears so, and nothing more of the room (R20).
  function dismiss({ listeners, snapshot: { room } }: Channel): void {
    const view: PupilView = { state: 'reset', n: room.n };
    const json = JSON.stringify(view);
    for (const listener of listeners.pupils) listener({ view, json, event: wireEvent(json) });
    listeners.pupils.clear();
  }

  function receive(channel: Channel, snapshot: Snapshot): void {
    const isReset = passOf(snapshot) !== passOf(channel.snapshot);
    const isStep =
      snapshot.room.n !== channel.snapshot.room.n || snapshot.room.state === 'finished';
    channel.snapshot = snapshot;
    if (isReset && snapshot.room.state !== 'finished') dismiss(channel);
    onSnapshot(snapshot);
    if (isStep) {
      if (channel.waiting !== null) clearTimeout(channel.waiting);
      publish(channel);
    } else {
      channel.waiting ??= setTimeout(() => publish(channel), COALESCE_MS);
    }
    if (snapshot.room.state === 'finished') drop(channel);
  }

  function drop(channel: Channel): void {
    if (channel.waiting !== null) clearTimeout(channel.waiting);
    channel.stop();
    if (channels.get(channel.snapshot.room.id) === channel) {
      channels.delete(channel.snapshot.room.id);
    }
  }

  function open(snapshot: Snapshot): Channel {
    const channel: Channel = {
      snapshot,
      listeners: { pupils: new Set(), staff: new Set() },
      sent: { pupils: '', staff: '' },
      waiting: null,
      stop: () => {},
    };
    channel.stop = store.watch(snapshot.room.id, (next) => receive(channel, next));
    channels.set(snapshot.room.id, channel);
    onSnapshot(snapshot);
    return channel;
  }

  return {
    listen(snapshot, audience, listener) {
      const channel = channels.get(snapshot.room.id) ?? open(snapshot);
      const set = channel.listeners[audience];
      set.add(listener);
      const written = write(channel, audience);
      channel.sent[audience] ||= written.json;
      listener(written);
      return () => {
        set.delete(listener);
        if (channel.listeners.pupils.size + channel.listeners.staff.size === 0) drop(channel);
      };
    },
    isFull: (snapshot, audience) =>
      (channels.get(snapshot.room.id)?.listeners[audience].size ?? 0) >= maxListeners(snapshot),
  };
}

function passOf({ room }: Snapshot): string | null {
  return room.state === 'finished' ? null : room.pass;
}

function maxListeners({ room }: Snapshot): number {
  return SPARE_LISTENERS + (room.state === 'finished' ? 0 : room.seats.cap * 2);
}
