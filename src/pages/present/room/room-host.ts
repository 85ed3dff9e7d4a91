import type {
  NewRoom,
  OpenedRoom,
  RejoinedRoom,
  StaffView,
  Step,
  StoredRecord,
} from '../../../room/protocol.ts';

/** What asking the room came to: done, its program is away, the room is gone, or it was refused with a sentence. */
export type Outcome<Value> =
  | { readonly is: 'done'; readonly value: Value }
  | { readonly is: 'away' }
  | { readonly is: 'gone' }
  | { readonly is: 'refused'; readonly message: string };

/** What a subscriber of a room is sent. */
export type RoomEvent =
  | { readonly type: 'view'; readonly view: StaffView }
  | { readonly type: 'away' | 'signed-out' | 'gone' | 'old' };

/** Where the room runs: in the server or in this page. The key of a room is handed in each time, since the presenter's state has it. */
export type RoomHost = {
  /** True where pupils can answer on tablets. */
  readonly hasDevices: boolean;
  open(wanted: NewRoom): Promise<Outcome<OpenedRoom>>;
  /** A room that another browser opened, by its code and its phrase (R13). */
  rejoin(code: string, phrase: string): Promise<Outcome<RejoinedRoom>>;
  step(room: OpenedRoom, step: Step): Promise<Outcome<StaffView>>;
  /** What is stored of the room at this moment, by name, every value masked. */
  record(room: OpenedRoom): Promise<Outcome<StoredRecord>>;
  /** Sends the whole view now and after every change, until what it returns is called; it comes back by itself after an outage. */
  subscribe(room: OpenedRoom, onEvent: (event: RoomEvent) => void): () => void;
};

/** How long to wait before the next try, in ms: half a second, then longer, at most five seconds. */
export function waitBefore(tries: number): number {
  return Math.min(5000, 500 * 2 ** Math.min(tries, 10));
}

/** Takes whole events off a stream of server-sent events; `rest` is what has not ended yet. */
export function takeEvents(text: string): {
  readonly data: readonly string[];
  readonly rest: string;
} {
  const parts = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = parts.pop() ?? '';
  const data = parts.flatMap((part) => {
    const lines = part.split('\n').filter((line) => line.startsWith('data:'));
    return lines.length === 0 ? [] : [lines.map((line) => line.slice(5).trimStart()).join('\n')];
  });
  return { data, rest };
}
