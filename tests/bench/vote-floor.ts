import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

// The least a server can do with a vote: read it, and answer with something of a receipt's size. It keeps nothing.
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (data: Buffer) => (body += data.toString()));
  request.on('end', () => {
    JSON.parse(body);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ receipt: randomBytes(90).toString('base64url') }));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
});
process.once('SIGTERM', () => process.exit(0));
