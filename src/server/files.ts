import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { compress } from './compress.ts';
import { compresses, typeOf } from './headers.ts';

const tags = new WeakMap<Buffer, string>();

/** Sends a body held in memory: compressed where that helps, and only if the reader has not got it already. */
export async function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  file: { readonly path: string; readonly body: Buffer; readonly isPrivate?: boolean },
): Promise<FastifyReply> {
  const type = typeOf(file.path) ?? 'application/octet-stream';
  const { encoding, bytes } = compresses(type)
    ? await compress(
        file.body,
        String(request.headers['accept-encoding'] ?? ''),
        type.startsWith('application/json'),
      )
    : { encoding: null, bytes: file.body };
  const tag = `"${tagOf(file.body)}${encoding === null ? '' : `-${encoding}`}"`;
  reply
    .header('content-type', type)
    .header('vary', 'accept-encoding')
    .header('cache-control', storage(file));
  // A copy that nobody has needs no mark.
  if (file.isPrivate !== true) reply.header('etag', tag);
  if (file.isPrivate !== true && request.headers['if-none-match']?.includes(tag)) {
    return reply.code(304).send();
  }
  if (encoding !== null) reply.header('content-encoding', encoding);
  return reply.send(bytes);
}

function storage({
  path,
  isPrivate = false,
}: {
  readonly path: string;
  readonly isPrivate?: boolean;
}): string {
  if (isPrivate) return 'no-store';
  return path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Sends a file of a folder as it lies there, whole or in byte ranges; false when it may not or cannot be served. */
export async function sendMedia(
  reply: FastifyReply,
  folder: string,
  path: string,
): Promise<boolean> {
  const type = typeOf(path);
  if (type === null || !isMedia(type) || !(await isInside(folder, path))) return false;
  reply.type(type).sendFile(path, folder, { cacheControl: false, dotfiles: 'deny', index: false });
  reply.header('cache-control', 'no-cache');
  return true;
}

// A page or a script in a film's folder, which may come from anywhere, would act as one of ours.
function isMedia(type: string): boolean {
  return /^(image|video)\/|^text\/vtt\b/.test(type);
}

/** True for an existing file whose true place is inside the folder, wherever links may lead. */
export async function isInside(folder: string, path: string): Promise<boolean> {
  if (path.includes('\0') || path.split(/[/\\]/).some((part) => part.startsWith('.'))) return false;
  const [home, place] = await Promise.all([
    realpath(folder).catch(() => null),
    realpath(join(folder, path)).catch(() => null),
  ]);
  return home !== null && place !== null && place.startsWith(home + sep);
}

/** The mark of a body, by which a page knows that it has got it already. */
export function tagOf(body: Buffer): string {
  const known =
    tags.get(body) ?? createHash('sha256').update(body).digest('base64url').slice(0, 22);
  tags.set(body, known);
  return known;
}
