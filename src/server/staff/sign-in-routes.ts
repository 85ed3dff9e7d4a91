import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer, refuse, type Answer } from '../http/answer.ts';
import { parseTypedKey } from '../http/shapes.ts';
import type { SignIns } from './sign-in-counts.ts';
import { signInsPage } from './sign-ins-page.ts';
import { cookieFor, sendAnswer, type StaffGuard } from './staff-cookie.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';

/** `GET /api/sign-ins`: counts of sign-ins, and how many sessions are open. */
export type SignInsReply = SignIns & { readonly open: number };

const WRONG = refuse(
  401,
  'wrong-key',
  'That key isn’t right. Check capital letters and spaces, then try again.',
);
const MANY = 'Many wrong keys are being tried. Yours is checked in about 3 seconds.';
const NOT_SAVED = refuse(
  503,
  'not-saved',
  'Signed out, but this couldn’t be saved: the data folder can’t be written to. If Wholeclass starts again, these sessions may be open again. Tell your IT.',
);

/** Reads the token of the session that a request comes with. */
type TokenOf = (request: FastifyRequest, guard: StaffGuard) => string;

/** The requests of a staff door that has a key: sign in, sign out, sign everyone out, and what IT may count. */
export function addSignInRoutes(app: FastifyInstance, guard: StaffGuard, tokenOf: TokenOf): void {
  app.post('/api/sign-in', async (request, reply) => {
    const refused = await refuseKey(guard, request.body);
    if (refused !== null) return sendAnswer(reply, refused);
    return sendAnswer(
      reply.header('set-cookie', cookieFor(request, guard, await guard.key.begin())),
      answer(200, {}),
    );
  });
  app.post('/api/sign-out', async (request, reply) => {
    return endSessions({ request, reply, guard }, () => guard.key.signOut(tokenOf(request, guard)));
  });
  app.post('/api/sign-out/everyone', async (request, reply) => {
    const refused = await refuseKey(guard, request.body);
    if (refused !== null) return sendAnswer(reply, refused);
    return endSessions({ request, reply, guard }, guard.sessions.closeAll);
  });
  app.get('/api/sign-ins', async (_, reply) =>
    sendAnswer(reply, answer(200, await readSignIns(guard))),
  );
  app.get('/sign-ins', async (_, reply) => reply.redirect('sign-ins/', 302));
  app.get('/sign-ins/', async (_, reply) => {
    const shell = (await guard.pages.shell('sign-ins')) ?? '';
    const page = signInsPage(shell, await readSignIns(guard));
    return reply
      .code(200)
      .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .send(page);
  });
}

/** Why a key is not taken; null for the right one. Every try is counted, and nothing of it but what became of it. */
async function refuseKey({ key, counts }: StaffGuard, body: unknown): Promise<Answer | null> {
  const typed = parseTypedKey(body);
  if (typed === null) return WRONG;
  const tried = await key.tryKey(typed);
  await counts.add(tried.is);
  switch (tried.is) {
    case 'right':
      return null;
    case 'wrong':
      return WRONG;
    case 'unproven':
      return answer(428, { error: { code: 'proof-needed', message: MANY }, proof: tried.asked });
  }
}

async function readSignIns({ counts, sessions }: StaffGuard): Promise<SignInsReply> {
  return { ...(await counts.read()), open: await sessions.count() };
}

type Ending = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly guard: StaffGuard;
};

/** Ends sessions and takes the cookie away, even where the end could not be written down. */
async function endSessions(
  { request, reply, guard }: Ending,
  end: () => Promise<void>,
): Promise<FastifyReply> {
  const isSaved = await end().then(
    () => true,
    (error: unknown) => {
      if (error instanceof StoreUnavailable) throw error;
      return false;
    },
  );
  reply.header('set-cookie', `${cookieFor(request, guard, '')}; Max-Age=0`);
  return sendAnswer(reply, isSaved ? answer(200, {}) : NOT_SAVED);
}
