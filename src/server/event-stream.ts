import type { ServerResponse } from 'node:http';

/** One reader of server-sent events. */
export type EventStream = {
  send(json: string): void;
  end(): void;
};

/** A reader that lags this far behind, in bytes, is dropped: it comes back and gets the whole view. */
const SLOW_BYTES = 64 * 1024;
const HEARTBEAT_MS = 15_000;

/** Starts a stream on a raw response; `gone` is called once, when the reader has left or was dropped. */
export function startEventStream(response: ServerResponse, headers: Readonly<Record<string, string>>, gone: () => void): EventStream {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  response.socket?.setNoDelay(true);
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.once('close', () => {
    clearInterval(heartbeat);
    gone();
  });
  write('retry: 2000\n\n');

  function write(text: string): void {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > SLOW_BYTES) response.destroy();
  }

  return {
    send: (json) => write(`data: ${json}\n\n`),
    end: () => response.end(),
  };
}
