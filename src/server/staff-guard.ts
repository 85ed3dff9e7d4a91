import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { staffCookie } from '../text/browser-keys.ts';
import { refuse, type Answer } from './answer.ts';
import { assetsOf, type Pages } from './pages.ts';
import { readKey } from './shapes.ts';
import type { StaffKey } from './staff-key.ts';

/** What guards the staff door where it is open to a network. */
export type StaffGuard = {
  readonly key: StaffKey;
  readonly pages: Pages;
  /** The address or name that the door is known by, besides this machine's own. */
  readonly host: string;
  /** A proxy of ours is in front: what it says of TLS is believed. */
  readonly behindProxy: boolean;
};

const SIGNED_OUT = refuse(401, 'signed-out', 'You are signed out. Load this page again and sign in.');
const NO_ORIGIN = refuse(403, 'no-origin', 'This request does not say which page it comes from.');
const WRONG = refuse(401, 'wrong-key', 'This is not the staff key. Look at it again, capital letters too.');
const SLOW = refuse(429, 'too-many', 'Too many keys were tried. Wait a minute, then try again.');

/** Lets nothing of the staff door be seen or done without a session: pages, files, requests. Only what the sign-in page itself needs is open. */
export function guardStaffDoor(app: FastifyInstance, guard: StaffGuard): void {
  app.addHook('onRequest', async (request, reply) => {
    const { method, headers } = request;
    const path = request.url.split('?', 1)[0] ?? '';
    // A browser always tells where a change comes from; SameSite alone would trust every page of our own site.
    if (method !== 'GET' && method !== 'HEAD' && headers.origin === undefined) return tell(reply, NO_ORIGIN);
    if (path === '/api/sign-in' || (await isOpen(path, guard.pages)) || (await guard.key.isSignedIn(tokenOf(request, guard)))) return;
    return isPage(method, path) ? signInPage(reply, path, guard.pages) : tell(reply, SIGNED_OUT);
  });
  app.post('/api/sign-in', async (request, reply) => {
    const given = readKey(request.body);
    if (given === null) return tell(reply, WRONG);
    const signed = await guard.key.signIn(given);
    if (signed.is === 'slow') return tell(reply, SLOW);
    if (signed.is === 'wrong') return tell(reply, WRONG);
    return reply
      .code(200)
      .headers({ 'set-cookie': cookie(request, guard, signed.token), 'cache-control': 'no-store' })
      .send({});
  });
  app.post('/api/sign-out', async (request, reply) => {
    await guard.key.signOut(tokenOf(request, guard));
    return reply
      .code(200)
      .headers({ 'set-cookie': `${cookie(request, guard, '')}; Max-Age=0`, 'cache-control': 'no-store' })
      .send({});
  });
}

function tell(reply: FastifyReply, answer: Answer): FastifyReply {
  return 'status' in answer ? reply.code(answer.status).header('cache-control', 'no-store').send(answer.body) : reply;
}

function isPage(method: string, path: string): boolean {
  return method === 'GET' && !path.startsWith('/api/') && !path.slice(path.lastIndexOf('/')).includes('.');
}

async function isOpen(path: string, pages: Pages): Promise<boolean> {
  if (!path.startsWith('/assets/')) return false;
  const shell = await pages.shell('sign-in');
  return shell !== null && (await assetsOf(shell, pages)).has(path.slice(1));
}

/** The sign-in page in place of the one that was asked for, which is there after a reload: no address to come back to travels anywhere. */
async function signInPage(reply: FastifyReply, path: string, pages: Pages): Promise<FastifyReply> {
  const root = '../'.repeat(path.split('/').length - 2) || './';
  const page = (await pages.shell('sign-in'))?.replaceAll(/\b(href|src|data-root)="\.\.\//g, `$1="${root}`) ?? '';
  return reply.code(401).headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).send(page);
}

/** True for a request to a guarded door that came by TLS, as a proxy of ours says. */
export function isSecure({ headers }: Pick<FastifyRequest, 'headers'>, { behindProxy }: Pick<StaffGuard, 'behindProxy'>): boolean {
  return behindProxy && String(headers['x-forwarded-proto']).split(',', 1)[0]?.trim() === 'https';
}

function nameOf(request: FastifyRequest, guard: StaffGuard): string {
  return staffCookie(isSecure(request, guard));
}

function tokenOf(request: FastifyRequest, guard: StaffGuard): string {
  const name = `${nameOf(request, guard)}=`;
  const all = (request.headers.cookie ?? '').split(/; */);
  return all.find((one) => one.startsWith(name))?.slice(name.length) ?? '';
}

function cookie(request: FastifyRequest, guard: StaffGuard, token: string): string {
  return `${nameOf(request, guard)}=${token}; Path=/; HttpOnly; SameSite=Strict${isSecure(request, guard) ? '; Secure' : ''}`;
}
