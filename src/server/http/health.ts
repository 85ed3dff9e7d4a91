import type { FastifyInstance } from 'fastify';
import type { Store } from '../../room/store.ts';
import { answer } from './answer.ts';
import { sendAnswer } from '../staff/staff-cookie.ts';

/** Whether a room has it or not: to look for it is to reach the rooms. */
const ANY_CODE = 'BBB222';

/** `GET /health`: the program is alive. `GET /ready`: its rooms can be reached, else 503. Neither says anything else, so neither asks for a session. */
export function addHealthRoutes(app: FastifyInstance, store: Store): void {
  app.get('/health', async (_, reply) => sendAnswer(reply, answer(200, { alive: true })));
  app.get('/ready', async (_, reply) => {
    const isReady = await store.read(ANY_CODE).then(
      () => true,
      () => false,
    );
    return sendAnswer(reply, answer(isReady ? 200 : 503, { ready: isReady }));
  });
}
