import { connect, type Socket } from 'node:net';

/** A request as its bytes, written by hand. `ending` says what becomes of the connection: after `close` the server need not answer, a `cut` one is left in the middle. */
export type RawRequest = {
  readonly bytes: Buffer;
  readonly isHead: boolean;
  readonly ending: 'open' | 'close' | 'cut';
};

/** An answer as it came over the wire, its body put together. */
export type RawReply = { readonly status: number; readonly head: string; readonly body: Buffer };

/** One connection that is kept and opened again when the server has ended it; requests go out together, one behind the other. */
export type RawClient = {
  /** Null for requests behind which, or at which, the connection ended without an answer. */
  exchange(requests: readonly RawRequest[]): Promise<readonly (RawReply | null)[]>;
  end(): void;
};

/** Opens a client to a port of this machine. */
export function openRawClient(port: number): RawClient {
  let socket: Socket | null = null;

  function exchange(requests: readonly RawRequest[]): Promise<readonly (RawReply | null)[]> {
    const on = socket?.writable === true ? socket : connect(port, '127.0.0.1');
    socket = on;
    on.removeAllListeners().setNoDelay(true);
    let pending: Buffer = Buffer.alloc(0);
    const replies: RawReply[] = [];
    return new Promise((resolve) => {
      const done = () => {
        on.removeAllListeners().on('error', () => undefined);
        if (requests.at(-1)?.ending !== 'open' || replies.length < requests.length) on.destroy();
        resolve(requests.map((_, at) => replies[at] ?? null));
      };
      on.on('data', (some: Buffer) => {
        pending = pending.length === 0 ? some : Buffer.concat([pending, some]);
        for (;;) {
          const read = readReply(pending, requests[replies.length]?.isHead === true);
          if (read === null) break;
          pending = pending.subarray(read.length);
          if (read.reply.status >= 200) replies.push(read.reply);
        }
        if (replies.length >= requests.length) done();
      });
      on.on('error', done).on('close', done);
      on.write(
        Buffer.concat(requests.map(({ bytes }) => bytes)),
        () => requests.at(-1)?.ending === 'cut' && requests.length === 1 && done(),
      );
      if (requests.at(-1)?.ending === 'cut') on.end();
    });
  }

  return { exchange, end: () => socket?.destroy() };
}

/** The first whole answer in some bytes, and how many of them it takes; null while it is not all there. */
function readReply(
  bytes: Buffer,
  isHead: boolean,
): { readonly reply: RawReply; readonly length: number } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end).toLowerCase();
  const status = Number(/^http\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  const from = end + 4;
  if (isHead || status < 200 || status === 204 || status === 304) {
    return { reply: { status, head, body: Buffer.alloc(0) }, length: from };
  }
  if (/^transfer-encoding: chunked/m.test(head)) {
    const chunked = readChunks(bytes, from);
    return chunked && { reply: { status, head, body: chunked.body }, length: chunked.length };
  }
  const length = from + Number(/^content-length: (\d+)/m.exec(head)?.[1] ?? 0);
  return bytes.length < length
    ? null
    : { reply: { status, head, body: bytes.subarray(from, length) }, length };
}

function readChunks(
  bytes: Buffer,
  from: number,
): { readonly body: Buffer; readonly length: number } | null {
  const parts: Buffer[] = [];
  for (let at = from; ;) {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16);
    const next = end + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return { body: Buffer.concat(parts), length: next };
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = next;
  }
}
