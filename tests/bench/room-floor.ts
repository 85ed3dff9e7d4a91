import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';

// The least that a room can be: seats, votes and one stream for everyone who is in it, in a bare `node:http` server. It keeps one number.
const listeners = new Set<ServerResponse>();
let votes = 0;

const server = createServer((request, response) => {
  const [, , what = ''] = (request.url ?? '').split('/');
  if (what === 'events') return listen(response);
  let body = '';
  request.on('data', (data: Buffer) => (body += data.toString()));
  request.on('end', () => answer(response, { what, body: JSON.parse(body || '{}') }));
});

function listen(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`data: {"state":"waiting"}\n\n`);
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
}

function answer(response: ServerResponse, { what, body }: { what: string; body: unknown }): void {
  if (what === 'ballot') votes += 1;
  if (what === 'step') {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(body)}\n\n`);
  }
  const answered = {
    ballot: { receipt: randomBytes(90).toString('base64url') },
    seats: { ballot: randomBytes(32).toString('base64url') },
  }[what];
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answered ?? { votes }));
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
});
process.once('SIGTERM', () => process.exit(0));
