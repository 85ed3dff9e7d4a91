import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../http/answer.ts';
import { sendPlainPage } from '../http/plain-page.ts';
import { overTlsPage } from '../../site/not-here.ts';
import { assetsOf, type Pages } from '../../site/pages.ts';
import { isLoopback } from '../../text/loopback.ts';
import { cookieName, isSecure, sendAnswer, type StaffGuard } from './staff-cookie.ts';
import { addSignInRoutes } from './sign-in-routes.ts';

const SIGNED_OUT = refuse(
  401,
  'signed-out',
  'You are signed out. Load this page again and sign in.',
);
const NO_ORIGIN = refuse(403, 'no-origin', 'This request does not say which page it comes from.');

const OVER_TLS = 'Staff sign in over https alone.';

/** For a monitor that asks whether the program is there. */
const MONITORED: readonly string[] = ['/health', '/ready'];
/** Answered without a session. */
const OPEN_PATHS: readonly string[] = ['/api/sign-in', ...MONITORED];
/** They end sessions themselves, and are answered after it. */
const ENDING_PATHS: readonly string[] = ['/api/sign-out', '/api/sign-out/everyone'];

const sessions = new WeakMap<FastifyRequest, string>();

/** The hash that names the session of a request; empty where it came without one. */
export function sessionOf(request: FastifyRequest): string {
  return sessions.get(request) ?? '';
}

/** Lets nothing of the staff door be seen or done without a session: pages, files, requests. Only what the sign-in page itself needs is open. */
export function guardStaffDoor(app: FastifyInstance, guard: StaffGuard): void {
  app.addHook('onRequest', async (request, reply) => {
    const { method, headers } = request;
    const path = request.url.split('?', 1)[0] ?? '';
    // A browser always tells where a change comes from; SameSite alone would trust every page of our own site.
    if (method !== 'GET' && method !== 'HEAD' && headers.origin === undefined) {
      return sendAnswer(reply, NO_ORIGIN);
    }
    if (guard.proxy && !MONITORED.includes(path) && !isSecure(request, guard)) {
      const { staffUrl } = guard.proxy;
      return isPage(method, path)
        ? sendPlainPage(reply.code(403), overTlsPage(staffUrl))
        : sendAnswer(reply, refuse(403, 'no-tls', `${OVER_TLS} Open ${staffUrl}`));
    }
    if (OPEN_PATHS.includes(path) || (await isOpen(path, guard.pages))) return;
    if ((await guard.isOpen?.(path)) === true) return;
    const found = await guard.key.sessionOf(tokenOf(request, guard));
    if (found === null) {
      return isPage(method, path)
        ? signInPage(reply, path, guard.pages)
        : sendAnswer(reply, SIGNED_OUT);
    }
    sessions.set(request, found.session);
    if (ENDING_PATHS.includes(path)) return;
    // Whatever is still on its way when the session ends, is cut: a stream, a poll that waits, a film.
    const stop = guard.sessions.follow({
      ...found,
      isUse: path.startsWith('/api/rooms/'),
      ended: () => reply.raw.destroy(),
    });
    reply.raw.once('close', stop);
  });
  addSignInRoutes(app, guard, tokenOf);
}

/** True for a request by a name of this computer, from this computer, and through no other program: what it brings does not leave it. */
export function isFromThisComputer({ socket, headers }: FastifyRequest): boolean {
  const host = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return isLoopback(host) && isLoopback(from) && !isForwarded;
}

function isPage(method: string, path: string): boolean {
  return (
    method === 'GET' &&
    !path.startsWith('/api/') &&
    !path.slice(path.lastIndexOf('/')).includes('.')
  );
}

async function isOpen(path: string, pages: Pages): Promise<boolean> {
  if (!path.startsWith('/assets/')) return false;
  const shell = await pages.shell('sign-in');
  return shell !== null && (await assetsOf(shell, pages)).has(path.slice(1));
}

/** The sign-in page in place of the one that was asked for, which is there after a reload: no address to come back to travels anywhere. */
async function signInPage(reply: FastifyReply, path: string, pages: Pages): Promise<FastifyReply> {
  const root = '../'.repeat(path.split('/').length - 2) || './';
  const page =
    (await pages.shell('sign-in'))?.replaceAll(/\b(href|src|data-root)="\.\.\//g, `$1="${root}`) ??
    '';
  return reply
    .code(401)
    .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .send(page);
}

/** The token of the session that a request comes with; empty without one. */
function tokenOf(request: FastifyRequest, guard: StaffGuard): string {
  const name = `${cookieName(request, guard)}=`;
  const all = (request.headers.cookie ?? '').split(/; */);
  return all.find((one) => one.startsWith(name))?.slice(name.length) ?? '';
}
