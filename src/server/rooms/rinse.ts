import { createServer } from '../../site/create-server.ts';
import { portOf } from '../../site/port-of.ts';
import { once } from 'node:events';
import { connect } from 'node:net';

/** Overwrites what requests leave in the buffer that Node reads all of them into. */
export type Rinse = {
  /** Soon after this, nothing of a request that came before is in that buffer; many calls are one. */
  soon(): void;
  end(): void;
};

/** How long requests are let come in before they are overwritten together, in ms: a class that answers at once is not held up, and it is well within the two seconds of closing (R7). */
const WAIT_MS = 500;
/** The buffer has 64 kB; what is sent fills it several times over, however it is cut into pieces on the way. */
const ZEROS = Buffer.alloc(64 * 1024);
const BYTES = 3 * ZEROS.length;

/** Opens the means; `overwrite` resolves when it is done, and may fail. */
export function openRinse(overwrite: () => Promise<void> = overwriteReadBuffer): Rinse {
  let waiting: NodeJS.Timeout | null = null;
  return {
    soon() {
      waiting ??= setTimeout(() => {
        waiting = null;
        // What could not be overwritten now is with the next request.
        void overwrite().catch(() => {});
      }, WAIT_MS).unref();
    },
    end() {
      if (waiting !== null) clearTimeout(waiting);
    },
  };
}

/**
 * Node's HTTP parser reads the requests of all servers of a process into one buffer, and nothing in Node wipes it: the last one
 * stays there, and what is longer of one before it. So a request of zeros is sent through a server of our own, which no one else
 * hears of and which is shut again at once (R18).
 */
async function overwriteReadBuffer(): Promise<void> {
  const server = createServer((request, reply) => {
    request.resume().on('end', () => reply.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const socket = connect(portOf(server), '127.0.0.1');
    socket.write(
      `POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${BYTES}\r\n\r\n`,
    );
    for (let sent = 0; sent < BYTES; sent += ZEROS.length) socket.write(ZEROS);
    await once(socket.resume(), 'close');
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
