import { createClient, createCluster, ErrorReply } from '@redis/client';

/** One Valkey or a cluster of them, behind the same few calls; the client library is named here alone. */
export type Wire = {
  readonly evalSha: (sha: string, given: Given) => Promise<unknown>;
  readonly eval: (text: string, given: Given) => Promise<unknown>;
  /** Where in a cluster it goes is said by `key`. */
  readonly send: (key: string, command: readonly string[]) => Promise<unknown>;
  /** To every node that holds rooms; one reply of each. */
  readonly sendAll: (command: readonly string[]) => Promise<readonly unknown[]>;
  readonly subscribe: (channel: string, onMessage: OnMessage) => Promise<void>;
  readonly unsubscribe: (channel: string) => Promise<void>;
  readonly end: () => void;
};

/** What a script is given. */
export type Given = { keys: string[]; arguments: (string | Buffer)[] };

type OnMessage = (message: string, channel: string) => void;
/** The callbacks for a connection that has failed, and for one that is there. */
type ConnectionEvents = { readonly failed: () => void; readonly ready: () => void };

/** What Valkey itself answered instead of doing as it was asked; null for anything else. */
export function refusalIn(error: unknown): string | null {
  return error instanceof ErrorReply ? error.message : null;
}

/** Ms between two tries to come back: short, for a class is waiting. */
const RETRY_MS = 250;
/** A Valkey that says nothing for this long, in ms, though it is asked every second, is away. */
const [ASK_MS, SILENCE_MS] = [1_000, 3_000];

const common = {
  disableOfflineQueue: true,
  disableClientInfo: true,
  maintNotifications: 'disabled',
  pingInterval: ASK_MS,
} as const;
const socket = { connectTimeout: SILENCE_MS, socketTimeout: SILENCE_MS };

/** Connects to a Valkey, and to its whole cluster where it is part of one; rejects when it cannot be reached now. */
export async function openWire(url: URL, events: ConnectionEvents): Promise<Wire> {
  const address = url.href.replace(/^valkey/, 'redis');
  const one = await openOne(address, events);
  if (!String(await one.send('', ['INFO', 'cluster'])).includes('cluster_enabled:1')) return one;
  one.end();
  return openCluster(address, url, events);
}

async function openOne(address: string, { failed, ready }: ConnectionEvents): Promise<Wire> {
  let isUp = false;
  const client = createClient({
    ...common,
    url: address,
    socket: { ...socket, reconnectStrategy: (_, cause) => (isUp ? again() : cause) },
  });
  client.on('error', () => isUp && failed());
  client.on('ready', () => isUp && ready());
  await client.connect();
  isUp = true;
  return {
    evalSha: (sha, given) => client.evalSha(sha, given),
    eval: (text, given) => client.eval(text, given),
    send: (_, command) => client.sendCommand([...command]),
    sendAll: async (command) => [await client.sendCommand([...command])],
    subscribe: (channel, onMessage) => client.sSubscribe(channel, onMessage),
    unsubscribe: (channel) => client.sUnsubscribe(channel),
    end: () => client.destroy(),
  };
}

async function openCluster(
  address: string,
  { username, password }: URL,
  { failed, ready }: ConnectionEvents,
): Promise<Wire> {
  const who = {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
  };
  const cluster = createCluster({
    rootNodes: [{ url: address }],
    defaults: {
      ...common,
      ...who,
      socket: {
        ...socket,
        ...(address.startsWith('rediss:') && { tls: true }),
        reconnectStrategy: again,
      },
    },
  });
  let isUp = false;
  for (const event of ['error', 'node-error']) cluster.on(event, () => isUp && failed());
  cluster.on('node-ready', () => isUp && ready());
  await cluster.connect();
  isUp = true;
  return {
    evalSha: (sha, given) => cluster.evalSha(sha, given),
    eval: (text, given) => cluster.eval(text, given),
    send: (key, command) => cluster.sendCommand(key, false, [...command]),
    sendAll: (command) =>
      Promise.all(
        cluster.masters.map(async (node) =>
          (await cluster.nodeClient(node)).sendCommand([...command]),
        ),
      ),
    subscribe: (channel, onMessage) => cluster.sSubscribe(channel, onMessage),
    unsubscribe: (channel) => cluster.sUnsubscribe(channel),
    end: () => cluster.destroy(),
  };
}

// Not all processes at the same moment.
function again(): number {
  return RETRY_MS * (1 + Math.random());
}
