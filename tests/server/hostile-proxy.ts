import {
  createServer,
  request as requestOf,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a school's proxy may do to what passes through it; every one of ours refuses to upgrade a connection. */
export type Hostility = {
  /** Passes a body on when it is whole: a stream never is. */
  readonly buffers?: boolean;
  /** Cuts a connection after so many ms, whatever is under way. */
  readonly cutsAfter?: number;
  /** Passes on no header but those without which there is no request and no answer. */
  readonly strips?: boolean;
  /** Holds every request, and every part of an answer, for so many ms. */
  readonly delays?: number;
  /** Passes on what a body begins with, and nothing that comes later than so many ms. */
  readonly stallsAfter?: number;
};

/** A proxy in front of one door. */
export type HostileProxy = {
  /** Ends with a slash. */
  readonly url: string;
  /** How often a page wanted to upgrade its connection. */
  upgrades(): number;
  close(): void;
};

/** Opens a proxy in front of a door. */
export async function openHostileProxy(door: string, how: Hostility): Promise<HostileProxy> {
  let upgrades = 0;
  const server = createServer((asked, reply) =>
    setTimeout(() => pass(asked, reply, { door, how }), how.delays ?? 0),
  );
  server.on('upgrade', (_, socket) => {
    upgrades += 1;
    socket.destroy();
  });
  const { cutsAfter } = how;
  if (cutsAfter !== undefined) {
    server.on('connection', (socket) => setTimeout(() => socket.destroy(), cutsAfter));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    upgrades: () => upgrades,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(
  asked: IncomingMessage,
  reply: ServerResponse,
  { door, how }: { readonly door: string; readonly how: Hostility },
): void {
  const { method = 'GET', url = '/' } = asked;
  const headers = how.strips ? bare(asked.headers) : asked.headers;
  const sent = requestOf(
    new URL(url, door),
    { method, headers, agent: false },
    (answered) => void answer(answered, reply, how).catch(() => reply.destroy()),
  );
  sent.on('error', () => reply.destroy());
  reply.once('close', () => sent.destroy());
  asked.pipe(sent);
}

async function answer(
  answered: IncomingMessage,
  reply: ServerResponse,
  { buffers, strips, delays = 0, stallsAfter = Number.POSITIVE_INFINITY }: Hostility,
): Promise<void> {
  const chunks: Buffer[] = [];
  const began = performance.now();
  const head = () =>
    reply.writeHead(answered.statusCode ?? 502, strips ? bare(answered.headers) : answered.headers);
  if (!buffers) {
    await wait(delays);
    head();
  }
  for await (const chunk of answered) {
    if (buffers) chunks.push(chunk);
    else if (performance.now() - began < stallsAfter) {
      await wait(delays).then(() => reply.write(chunk));
    }
  }
  if (buffers) head().write(Buffer.concat(chunks));
  reply.end();
}

function bare(all: IncomingHttpHeaders): IncomingHttpHeaders {
  const needed = ['host', 'content-type', 'content-length', 'transfer-encoding'];
  return Object.fromEntries(Object.entries(all).filter(([name]) => needed.includes(name)));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
