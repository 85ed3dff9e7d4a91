import type { Server } from 'node:net';

/** The port that a server listens on; throws where it listens on none. */
export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) {
    throw new Error(`Cannot tell the port: the server listens on ${address ?? 'nothing'}`);
  }
  return address.port;
}
