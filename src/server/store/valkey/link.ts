import { StoreAway } from '../store-away.ts';
import type { Script } from './scripts.ts';
import { openWire } from './wire.ts';
import type { Given, Wire } from './wire.ts';

/** A connection to Valkey that comes back by itself. While there is none, every method throws `StoreAway` at once. */
export type Link = {
  /** Runs a script as one step on the keys of one room. */
  readonly run: (script: Script, keys: readonly string[], args: readonly string[]) => Promise<unknown>;
  /** Sends one command about a key. */
  readonly send: (name: string, key: string, ...args: readonly string[]) => Promise<unknown>;
  /** Sends one command to every node; one reply of each. */
  readonly sendAll: (...command: readonly string[]) => Promise<readonly unknown[]>;
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

/** Connects to Valkey; rejects when it cannot be reached now. */
export async function openLink({ url, heard, back, said }: LinkParts): Promise<Link> {
  let isAway = false;
  const wire = await openWire(url, {
    failed() {
      if (!isAway) said('Valkey does not answer. Trying again …');
      isAway = true;
    },
    ready() {
      if (isAway) said('Valkey answers again.');
      isAway = false;
      back();
    },
  });
  const listen = (message: string, channel: string) => heard(channel, message);
  return {
    run: (script, keys, args) => reach(() => run(wire, script, { keys: [...keys], arguments: [...args] })),
    send: (name, key, ...args) => reach(() => wire.send(key, [name, key, ...args])),
    sendAll: (...command) => reach(() => wire.sendAll(command)),
    hear: (channel) => reach(() => wire.hear(channel, listen)),
    unhear: (channel) => reach(() => wire.unhear(channel)),
    end: wire.end,
  };
}

async function reach<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw new StoreAway('Valkey did not do what it was asked to', { cause: error });
  }
}

/** A script is sent by its name alone, and whole only where Valkey does not know it yet. */
async function run(wire: Wire, { text, sha }: Script, given: Given): Promise<unknown> {
  try {
    return await wire.evalSha(sha, given);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('NOSCRIPT')) return wire.eval(text, given);
    throw error;
  }
}
