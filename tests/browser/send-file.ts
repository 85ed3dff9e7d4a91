import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { typeOf } from '../../src/site/media-types.ts';

/** Answers with a file, or the bytes of it that were asked for; 404 where there is none. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return void response.writeHead(404).end();
  const { size } = found;
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const start = Number(first ?? 0);
  const end = last ? Math.min(Number(last), size - 1) : size - 1;
  const part = first === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` };
  const headers = {
    'content-type': typeOf(file) ?? 'application/octet-stream',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...part,
  };
  response.writeHead(first === undefined ? 200 : 206, headers);
  const stream = createReadStream(file, { start, end });
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}
