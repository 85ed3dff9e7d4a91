import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Duplex } from 'node:stream';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What answers it is a stream, after which nothing more is asked on its connection. */
    readonly streams?: boolean;
  }
}

/**
 * Gives back the parser of a connection once a stream is asked for on it, and closes the connection behind the stream. Node
 * holds 10 kB for each parser, and a class listens on as many streams as it has pupils: 10 MB for 1,000 of them.
 *
 * Node lets a parser go when a connection goes on in another protocol, by the `upgrade` of a request that has come in whole.
 * That is set here, while the request is being taken in; where Node should no longer look at it, its parser stays as before.
 * So does that of a request behind another which waits for its answer: Node would not close such a one with its connection.
 */
export function freeParsers(app: FastifyInstance): void {
  const streaming = new Set<Duplex>();
  app.addHook('onRequest', (request, reply, goOn) => {
    const isAlone = reply.raw.socket !== null;
    if (request.routeOptions.config.streams === true && isAlone && hasNoBody(request)) {
      reply.raw.setHeader('connection', 'close');
      Object.assign(request.raw, { upgrade: true });
    }
    goOn();
  });
  app.server.on('upgrade', ({ socket }) => {
    streaming.add(socket);
    socket.once('close', () => streaming.delete(socket));
    // Node no longer looks after what it let go: an end of the other side ends this one, and a break is no mistake of ours.
    socket.once('end', () => socket.end());
    socket.on('error', () => socket.destroy());
    socket.resume();
  });
  // Node forgets them as it lets them go, so that it could not close them with the others.
  app.addHook('preClose', (done) => {
    for (const socket of streaming) socket.destroy();
    done();
  });
}

/** What a client asks to go on in stays HTTP, as it would be without the above. */
export const STAY_HTTP = { shouldUpgradeCallback: () => false } as const;

function hasNoBody({ headers }: FastifyRequest): boolean {
  return headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
}
