import type { ServerResponse } from 'node:http';

/** One event as it goes over the wire: its bytes are made once, for all who hear it. */
export type WireEvent = {
  readonly text: Buffer;
  /** The same as one chunk of HTTP/1.1. */
  readonly chunk: Buffer;
};

/** One reader of server-sent events. */
export type EventStream = {
  send(event: WireEvent): void;
  end(): void;
};

/** A reader that lags this far behind, in bytes, is dropped: it comes back and gets the whole view. */
const SLOW_BYTES = 64 * 1024;
const HEARTBEAT_MS = 15_000;
const HEARTBEAT = onWire(':\n\n');
const START = onWire('retry: 2000\n\n');

/** Makes an event of JSON. */
export function wireEvent(json: string): WireEvent {
  return onWire(`data: ${json}\n\n`);
}

function onWire(json: string): WireEvent {
  const head = `${Buffer.byteLength(json).toString(16)}\r\n`;
  const chunk = Buffer.from(`${head}${json}\r\n`);
  return { chunk, text: chunk.subarray(head.length, -2) };
}

/** Starts a stream on a raw response; `gone` is called once, when the reader has left or was dropped. */
export function startEventStream(
  response: ServerResponse,
  headers: Readonly<Record<string, string | number | string[] | undefined>>,
  gone: () => void,
): EventStream {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const { socket } = response;
  socket?.setNoDelay(true);
  // The head goes out together with what is said in the same turn.
  socket?.cork();
  process.nextTick(() => socket?.uncork());
  response.flushHeaders();
  // Node would frame the same event again for each of a thousand readers, in four pieces.
  const isFramed = socket !== null && response.chunkedEncoding;
  const heartbeat = setInterval(() => write(HEARTBEAT), HEARTBEAT_MS);
  heartbeat.unref();
  response.once('close', () => {
    clearInterval(heartbeat);
    gone();
  });
  write(START);

  function write({ text, chunk }: WireEvent): void {
    if (response.writableEnded || response.destroyed) return;
    if (isFramed) socket.write(chunk);
    else response.write(text);
    if (response.writableLength > SLOW_BYTES) response.destroy();
    // Who has just heard something need not be told that someone is there.
    heartbeat.refresh();
  }

  return { send: write, end: () => response.end() };
}
