import type { FastifyReply, FastifyRequest } from 'fastify';
import { compress } from './compress.ts';
import { folderWith, type Media } from '../../site/media-folders.ts';
import { compresses, typeOf } from '../../site/media-types.ts';
import { DRAWING_POLICY } from '../../site/policy.ts';
import { tagOf } from '../../site/tag-of.ts';

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
  // A copy that no one has needs no mark.
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

/** Sends a film or picture as it lies there, whole or in byte ranges; false when it may not or cannot be served. */
export async function sendMedia(reply: FastifyReply, media: Media, path: string): Promise<boolean> {
  const type = typeOf(path);
  const folder = type !== null && isMedia(type) ? await folderWith(media, path) : null;
  if (type === null || folder === null) return false;
  reply.type(type).sendFile(path, folder, { cacheControl: false, dotfiles: 'deny', index: false });
  reply.header('cache-control', 'no-cache');
  if (type === 'image/svg+xml') reply.header('content-security-policy', DRAWING_POLICY);
  return true;
}

// A page or a script in a film's folder, which may come from anywhere, would act as one of ours.
function isMedia(type: string): boolean {
  return /^(image|video)\/|^text\/vtt\b/.test(type);
}
