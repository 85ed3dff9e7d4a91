import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '../../../src/cli/bench/listen.ts';
import { send } from '../../../src/cli/bench/send.ts';

/** A server that resets as many connections before it answers one. */
async function openServer(resets: number) {
  let tries = 0;
  const server = createServer(({ method }, response) => {
    const answer = JSON.stringify({ tries });
    response.end(method === 'GET' ? `data: ${answer}\n\n` : answer);
  });
  server.on('connection', (socket) => {
    tries += 1;
    if (tries <= resets) socket.resetAndDestroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => server.close(),
    tries: () => tries,
  };
}

test('retries after ECONNRESET and returns the first answer', async () => {
  const server = await openServer(2);
  expect((await send({ method: 'PUT', url: server.url, body: {} })).answer).toEqual({ tries: 3 });
  server.stop();
});

test('retries a stream after ECONNRESET', async () => {
  const server = await openServer(2);
  (await listen(server.url)).stop();
  expect(server.tries()).toBe(3);
  server.stop();
});

test('a stream that ends before its first event is a failure, and is not opened again', async () => {
  const server = createServer((_, response) => response.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(listen(`http://127.0.0.1:${port}/`)).rejects.toThrow('ended');
  server.close();
});
