import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body is handed on in bytes, which the handler wipes: no string is made of it (R18). */
    readonly bytes?: boolean;
    /** Half a character in its body is replaced, and does not refuse it. */
    readonly mends?: boolean;
  }
}

const HALF_A_CHARACTER = Object.assign(new Error('This request has half a character in it.'), {
  statusCode: 400,
});
const TOO_LARGE = Object.assign(new Error('This request is too large.'), { statusCode: 413 });

type Done = (error: Error | null, body?: unknown) => void;

/** Reads JSON from the bytes of a body, and leaves none of them behind: they are wiped once they are read, or handed on as they are where a route asks for that. */
export function readBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', (request, payload, done: Done) => {
    const { bodyLimit, config } = request.routeOptions;
    collect(payload, bodyLimit, (error, body) => {
      if (error !== null || config.bytes === true) return done(error, body);
      // Where there is nothing at the address, nothing is read.
      if (request.is404) return done(null, body?.fill(0) && undefined);
      const text = body?.toString('utf8') ?? '';
      body?.fill(0);
      const whole = withoutHalves(text);
      if (whole !== text && config.mends !== true) return done(HALF_A_CHARACTER);
      void parseJson(request, whole, done);
    });
  });
}

/** What JSON writes with a backslash: a character that takes two halves, one half alone, or anything else. */
const WRITTEN =
  /\\(?:u(?:d[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|(d[89a-f][\da-f]{2})|[\da-f]{4})|[^u])/gi;

// No file, database or page holds half a character: it would come out as another text than went in.
function withoutHalves(json: string): string {
  return json.replaceAll(WRITTEN, (written, half: string | undefined) =>
    half === undefined ? written : String.raw`\ufffd`,
  );
}

/** Wipes what comes of a body that no one reads. */
export function wipeUnread({ raw, method }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  raw.on('data', wipe);
}

function wipe(chunk: Buffer): void {
  chunk.fill(0);
}

function collect(
  payload: IncomingMessage,
  limit: number,
  done: (error: Error | null, body?: Buffer) => void,
): void {
  let [chunks, length]: [Buffer[], number] = [[], 0];
  const end = (error: Error | null) => {
    payload.off('data', take).off('end', finish).off('error', cut);
    const isWhole = error === null;
    // Mostly it is one: it is read where it lies.
    const body = isWhole ? (chunks.length === 1 ? chunks[0] : joined(chunks, length)) : undefined;
    for (const chunk of chunks) if (chunk !== body) wipe(chunk);
    chunks = [];
    if (!isWhole) payload.on('data', wipe);
    done(error, body);
  };
  const take = (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) end(TOO_LARGE);
  };
  const finish = () => end(null);
  // Someone who leaves in the middle is no mistake of ours, to be written down.
  const cut = (error: Error) => end(Object.assign(error, { statusCode: 400 }));
  payload.on('data', take).on('end', finish).on('error', cut);
  // Someone who leaves in the middle leaves what was sent.
  payload.once('close', () => chunks.forEach(wipe));
}

function joined(chunks: readonly Buffer[], length: number): Buffer {
  // Outside the heap, as a small `Buffer.alloc` is not.
  const body = Buffer.from(new ArrayBuffer(length));
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
