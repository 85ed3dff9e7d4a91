import { createServer } from 'node:http';

// The least that a page to join with can be: one field, one button, and a script that sends what was typed.
const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Join</title><link rel="icon" href="data:,"></head>
<body><form><label for="code">Code</label> <input id="code"> <button>Join</button></form>
<script>document.forms[0].onsubmit=(event)=>{event.preventDefault();fetch('/seats',{method:'POST',body:document.forms[0].elements[0].value})}</script></body></html>`;

// A page that is left for it, as ours has a page for addresses where nothing is.
const BEFORE =
  '<!doctype html><html lang="en-GB"><title>Nothing here</title><link rel="icon" href="data:,"></html>';

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, {
    'content-type': request.method === 'GET' ? 'text/html' : 'application/json',
  });
  const page = request.url === '/' ? PAGE : BEFORE;
  response.end(request.method === 'GET' ? page : '{}');
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
});
process.once('SIGTERM', () => process.exit(0));
