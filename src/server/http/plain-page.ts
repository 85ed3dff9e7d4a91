import type { FastifyReply } from 'fastify';
import { PLAIN_STYLE } from '../../site/not-here.ts';
import { safePolicy } from '../../site/policy.ts';

/** Sends a page that has its style in it and loads nothing, under the reply's status; no browser saves it. */
export function sendPlainPage(reply: FastifyReply, page: string): FastifyReply {
  reply.header('content-security-policy', safePolicy({ style: PLAIN_STYLE }));
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
