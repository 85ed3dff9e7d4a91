import type { FastifyReply, FastifyRequest } from 'fastify';
import { staffCookie } from '../../text/browser-keys.ts';
import type { Answer } from '../http/answer.ts';
import type { Pages } from '../../site/pages.ts';
import type { SignInCounts } from './sign-in-counts.ts';
import type { StaffKey } from './staff-key.ts';
import type { Sessions } from './staff-sessions.ts';

/** What guards the staff door where it is open to a network. */
export type StaffGuard = {
  readonly key: StaffKey;
  readonly sessions: Sessions;
  readonly counts: SignInCounts;
  readonly pages: Pages;
  /** The address or name that the door is known by, besides this machine's own. */
  readonly host: string;
  /** Where a proxy of ours is in front, tells its connections by the address they come from: what it says of TLS is believed. */
  readonly proxy: { isIts(address: string | undefined): boolean; readonly staffUrl: string } | null;
  /** True for an address that has a lock of its own in place of a session. */
  isOpen?(path: string): Promise<boolean>;
};

/** Sends an answer in JSON that nothing may store. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  return 'status' in answer
    ? reply.code(answer.status).header('cache-control', 'no-store').send(answer.body)
    : reply;
}

/** True for a request to a guarded door that came by TLS, as a proxy of ours says. */
export function isSecure(
  { headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>,
  { proxy }: Pick<StaffGuard, 'proxy'>,
): boolean {
  // The last one is what the proxy itself has added.
  const scheme = String(headers['x-forwarded-proto']).split(',').at(-1)?.trim();
  return scheme === 'https' && proxy?.isIts(socket.remoteAddress) === true;
}

/** The name of the cookie that a session is in. */
export function cookieName(request: FastifyRequest, guard: StaffGuard): string {
  return staffCookie(isSecure(request, guard));
}

/** The cookie that holds a session's token. */
export function cookieFor(request: FastifyRequest, guard: StaffGuard, token: string): string {
  return `${cookieName(request, guard)}=${token}; Path=/; HttpOnly; SameSite=Strict${isSecure(request, guard) ? '; Secure' : ''}`;
}
