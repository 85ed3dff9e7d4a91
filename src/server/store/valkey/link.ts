import { StartProblem } from '../../settings.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { mustKeepNothing } from './keeps-nothing.ts';
import type { Script } from './scripts.ts';
import { openWire, refusalIn } from './wire.ts';
import type { Given, Wire } from './wire.ts';

/** A connection to Valkey that comes back by itself. While there is none, every method throws `StoreUnavailable` at once. */
export type Link = {
  /** Runs a script as one step on the keys of one room. */
  readonly run: (
    script: Script,
    keys: readonly string[],
    args: readonly (string | Buffer)[],
  ) => Promise<unknown>;
  /** Sends one command about a key. */
  readonly send: (name: string, key: string, ...args: readonly string[]) => Promise<unknown>;
  /** Subscribes to a channel; subscribing twice changes nothing. */
  readonly subscribe: (channel: string) => Promise<void>;
  readonly unsubscribe: (channel: string) => Promise<void>;
  /** How often it has been away: what is missing after that may be lost. */
  readonly outages: () => number;
  readonly end: () => void;
};

/**
 * The callbacks: for news of a channel, for a connection that is back, and for sentences to the
 * operator.
 */
export type LinkParts = {
  readonly url: URL;
  readonly onMessage: (channel: string, message: string) => void;
  readonly back: () => void;
  readonly log: (sentence: string) => void;
};

/** Connects to Valkey; one that cannot be reached now, or would keep answers, is a `StartProblem`. */
export async function openLink({ url, onMessage, back, log }: LinkParts): Promise<Link> {
  let isDisconnected = false;
  let outages = 0;
  /** Set while what answers is a Valkey that would keep answers: it may have been started again, in another way. */
  let isBarred = false;
  const wire = await openWire(url, {
    failed() {
      if (!isDisconnected) log('Valkey does not answer. Trying again …');
      if (!isDisconnected) outages += 1;
      isDisconnected = true;
    },
    ready() {
      if (isDisconnected) log('Valkey answers again.');
      isDisconnected = false;
      void take();
    },
  }).catch(() => {
    throw new StartProblem(
      `Cannot reach Valkey at ${url.host} (VALKEY_URL): start it, or correct its address or password.`,
    );
  });
  await mustKeepNothing(wire.sendAll, log).catch((error: unknown) => {
    wire.end();
    throw error;
  });

  async function take(): Promise<void> {
    try {
      await mustKeepNothing(wire.sendAll, log);
      isBarred = false;
      back();
    } catch (error) {
      // Else it is away again, and will be asked when it is back.
      if (!(error instanceof StartProblem)) return;
      isBarred = true;
      log(error.message);
    }
  }

  const logged = new Set<string>();
  /**
   * A failure counts as unavailable for the caller; what Valkey refuses is reported to the
   * operator, too, once of each kind.
   */
  async function reach<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (isBarred) throw new StoreUnavailable('Valkey would keep answers.');
    try {
      return await ask();
    } catch (error) {
      // Of what Valkey says its first word alone: the rest may quote what it was asked.
      const kind = refusalIn(error)?.split(' ', 1)[0] ?? '';
      const sentence =
        kind === '' ? 'Valkey cannot be reached.' : `Valkey refuses what it is asked: ${kind}.`;
      if (kind !== '' && !logged.has(kind)) log(sentence);
      logged.add(kind);
      throw new StoreUnavailable(sentence);
    }
  }
  const listen = (message: string, channel: string) => onMessage(channel, message);
  return {
    run: (script, keys, args) =>
      reach(() => run(wire, script, { keys: [...keys], arguments: [...args] })),
    send: (name, key, ...args) => reach(() => wire.send(key, [name, key, ...args])),
    subscribe: (channel) => reach(() => wire.subscribe(channel, listen)),
    unsubscribe: (channel) => reach(() => wire.unsubscribe(channel)),
    outages: () => outages,
    end: wire.end,
  };
}

/** A script is sent by its name alone, and whole only where Valkey does not know it yet. */
async function run(wire: Wire, { text, sha }: Script, given: Given): Promise<unknown> {
  try {
    return await wire.evalSha(sha, given);
  } catch (error) {
    if (refusalIn(error)?.startsWith('NOSCRIPT') === true) return wire.eval(text, given);
    throw error;
  }
}
