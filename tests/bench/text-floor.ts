import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'vite';

// The least that takes the same letters: CodeMirror alone, wrapping its lines and with an undo, without a reader, checks or a board.
const ENTRY = '\0text-alone';
const SCRIPT = `
import { history, historyKeymap, defaultKeymap } from '@codemirror/commands';
import { EditorView, keymap } from '@codemirror/view';
new EditorView({
  parent: document.querySelector('main'),
  extensions: [history(), keymap.of([...historyKeymap, ...defaultKeymap]), EditorView.lineWrapping],
});`;

const made = await build({
  configFile: false,
  logLevel: 'error',
  plugins: [
    {
      name: 'text-alone',
      resolveId: (source, importer) =>
        source === ENTRY
          ? ENTRY
          : importer === ENTRY
            ? new URL(import.meta.resolve(source)).pathname
            : null,
      load: (id) => (id === ENTRY ? SCRIPT : null),
    },
  ],
  build: { write: false, rolldownOptions: { input: ENTRY } },
});
const [first] = [made].flat();
const script = first !== undefined && 'output' in first ? first.output[0].code : '';

const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Floor</title><link rel="icon" href="data:,"></head>
<body><main></main><script type="module" src="text.js"></script></body></html>`;
const server = createServer((request, response) => {
  const isScript = request.url === '/text.js';
  response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
  response.end(isScript ? script : PAGE);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
process.once('SIGTERM', () => process.exit(0));
