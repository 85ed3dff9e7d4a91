import type { FastifyReply } from 'fastify';
import { carriedBy } from '../../site/carried.ts';
import { safePolicy } from '../../site/policy.ts';

/** Sends a page that has its style in it and loads nothing, under the reply's status; no browser saves it. */
export function sendPlainPage(reply: FastifyReply, page: string): FastifyReply {
  reply.header('content-security-policy', safePolicy({ carried: [carriedBy(page)] }));
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
