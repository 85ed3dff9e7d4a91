import { createHash } from 'node:crypto';

const tags = new WeakMap<Buffer, string>();

/** The mark of a body, by which a page knows that it has got it already. */
export function tagOf(body: Buffer): string {
  const known =
    tags.get(body) ?? createHash('sha256').update(body).digest('base64url').slice(0, 22);
  tags.set(body, known);
  return known;
}
