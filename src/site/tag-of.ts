import { createHash } from 'node:crypto';
import { onceEach } from '../text/once-each.ts';

/** The mark of a body, by which a page knows that it has got it already. */
export const tagOf = onceEach((body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22),
);
