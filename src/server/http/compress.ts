import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A body as it goes over the wire. */
export type Encoded = { readonly encoding: 'br' | 'gzip' | null; readonly bytes: Buffer };

const cache = new WeakMap<Buffer, Map<string, Promise<Buffer>>>();

/** The body in the best encoding the reader takes; each body is compressed once, for as long as it is in use. `isQuick` gives up some bytes for one that is made again while someone waits for it. */
export async function compress(body: Buffer, accepted: string, isQuick = false): Promise<Encoded> {
  const encoding = choose(accepted);
  if (encoding === null || body.length < 400) return { encoding: null, bytes: body };
  const made = cache.get(body) ?? new Map<string, Promise<Buffer>>();
  cache.set(body, made);
  const bytes =
    made.get(encoding) ??
    (encoding === 'br' ? squeeze(body, isQuick) : zip(body, { level: isQuick ? 4 : 9 }));
  made.set(encoding, bytes);
  return { encoding, bytes: await bytes };
}

function choose(accepted: string): 'br' | 'gzip' | null {
  const offered = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';', 1)[0]?.trim()),
  );
  if (offered.has('br')) return 'br';
  return offered.has('gzip') ? 'gzip' : null;
}

function squeeze(body: Buffer, isQuick: boolean): Promise<Buffer> {
  // The best quality is slow for large bodies and gains little there.
  const quality = isQuick ? 4 : body.length < 150_000 ? 11 : 9;
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
