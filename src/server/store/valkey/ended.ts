import { SESSION_MS, type EndedSessions } from '../../ended-sessions.ts';
import { StoreAway } from '../store-away.ts';
import { openLink } from './link.ts';

/** A string that says by being there that a session is over. */
function endedKey(session: string): string {
  return `wholeclass:{${session}}:ended`;
}

/** Sessions that staff have signed out of at any process of one site, in Valkey. While it is away each process goes by what it was told itself. */
export async function openSharedEnded(url: URL, here: EndedSessions): Promise<EndedSessions> {
  const nothing = () => {};
  const link = await openLink({ url, heard: nothing, back: nothing, said: nothing });
  const unlessAway = (error: unknown) => {
    if (!(error instanceof StoreAway)) throw error;
    return null;
  };
  return {
    async add(session) {
      await here.add(session);
      await link.send('SET', endedKey(session), '1', 'PX', String(SESSION_MS)).catch(unlessAway);
    },
    has: async (session) => (await here.has(session)) || (await link.send('GET', endedKey(session)).catch(unlessAway)) === '1',
    end() {
      link.end();
      here.end();
    },
  };
}
