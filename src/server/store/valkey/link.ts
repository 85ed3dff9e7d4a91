import { createClient } from '@redis/client';
import { StoreAway } from '../store-away.ts';
import type { Script } from './scripts.ts';

/** A connection to Valkey that comes back by itself. While there is none, every method throws `StoreAway` at once. */
export type Link = {
  /** Runs a script as one step on the keys of one room. */
  readonly run: (script: Script, keys: readonly string[], args: readonly string[]) => Promise<unknown>;
  /** Sends one command; its first word after the name is the key. */
  readonly send: (...command: readonly string[]) => Promise<unknown>;
  /** Hears a channel from now on; to hear it twice changes nothing. */
  readonly hear: (channel: string) => Promise<void>;
  readonly unhear: (channel: string) => Promise<void>;
  readonly end: () => void;
};

/** Who is told what: news of a channel, that the connection is there again after it was not, and sentences for whoever runs the program. */
export type LinkParts = {
  readonly url: URL;
  readonly heard: (channel: string, message: string) => void;
  readonly back: () => void;
  readonly said: (sentence: string) => void;
};

/** Ms between two tries to come back: short, for a class is waiting. */
const AGAIN_MS = 250;
/** A Valkey that says nothing for this long, in ms, though it is asked every second, is away. */
const [ASK_MS, SILENCE_MS] = [1_000, 3_000];

/** Connects to Valkey; rejects when it cannot be reached now. */
export async function openLink({ url, heard, back, said }: LinkParts): Promise<Link> {
  let isUp = false;
  let isAway = false;
  const client = createClient({
    url: url.href.replace(/^valkey/, 'redis'),
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    pingInterval: ASK_MS,
    socket: {
      connectTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (_, cause) => (isUp ? AGAIN_MS * (1 + Math.random()) : cause),
    },
  });
  client.on('error', () => {
    if (isUp && !isAway) said('Valkey does not answer. Trying again …');
    isAway = isUp;
  });
  client.on('ready', () => {
    if (!isAway) return;
    isAway = false;
    said('Valkey answers again.');
    back();
  });
  await client.connect();
  isUp = true;
  const listen = (message: string, channel: string) => heard(channel, message);
  const reach = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask();
    } catch (error) {
      throw new StoreAway('Valkey did not do what it was asked to', { cause: error });
    }
  };
  return {
    run: (script, keys, args) => reach(() => run(client, script, { keys: [...keys], arguments: [...args] })),
    send: (...command) => reach(() => client.sendCommand([...command])),
    hear: (channel) => reach(() => client.sSubscribe(channel, listen)),
    unhear: (channel) => reach(() => client.sUnsubscribe(channel)),
    end: () => client.destroy(),
  };
}

type Runs = Pick<ReturnType<typeof createClient>, 'eval' | 'evalSha'>;

/** A script is sent by its name alone, and whole only where Valkey does not know it yet. */
async function run(client: Runs, { text, sha }: Script, given: { keys: string[]; arguments: string[] }): Promise<unknown> {
  try {
    return await client.evalSha(sha, given);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('NOSCRIPT')) return client.eval(text, given);
    throw error;
  }
}
