import { request, type Agent, type ClientRequest } from 'node:http';
import * as v from 'valibot';
import { retryOnReset } from './send.ts';

/** A stream of server-sent events that is open. */
export type Listening = {
  /** Resolves with the first event from now on that is as wanted, and when it came (`performance.now()`); rejects once the stream has ended. */
  next(
    wanted: (event: Readonly<Record<string, unknown>>) => boolean,
  ): Promise<{ readonly at: number }>;
  stop(): void;
};

type Waiting = {
  readonly wanted: (event: Readonly<Record<string, unknown>>) => boolean;
  readonly resolve: (at: number) => void;
  readonly failed: (error: Error) => void;
};

type How = { readonly headers?: Readonly<Record<string, string>>; readonly agent?: Agent | false };

/** Opens a stream; resolves once its first event is here. */
export function listen(url: string, how: How = {}): Promise<Listening> {
  return retryOnReset(() => listenOnce(url, how));
}

async function listenOnce(url: string, { headers = {}, agent = false }: How): Promise<Listening> {
  let waiting: readonly Waiting[] = [];
  const receive = (json: string): void => {
    const event = v.parse(v.looseObject({}), JSON.parse(json));
    const matching = waiting.filter(({ wanted }) => wanted(event));
    waiting = waiting.filter((one) => !matching.includes(one));
    for (const one of matching) one.resolve(performance.now());
  };
  const end = (error = new Error(`${url} ended`)): void => {
    for (const one of waiting) one.failed(error);
    waiting = [];
  };
  const next: Listening['next'] = (wanted) =>
    new Promise((resolve, reject) => {
      waiting = [...waiting, { wanted, resolve: (at) => resolve({ at }), failed: reject }];
    });
  const first = next(() => true);
  const asked = open(url, { headers, agent, onMessage: receive, end });
  await first;
  return { next, stop: () => asked.destroy() };
}

type Opening = {
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent | false;
  readonly onMessage: (json: string) => void;
  readonly end: (error?: Error) => void;
};

function open(url: string, { headers, agent, onMessage, end }: Opening): ClientRequest {
  const asked = request(
    url,
    { agent, headers: { accept: 'text/event-stream', ...headers } },
    (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (more: string) => {
        const events = (text + more).split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) if (event.startsWith('data: ')) onMessage(event.slice(6));
      });
      response.on('close', () => end());
    },
  );
  asked.on('error', end);
  asked.end();
  return asked;
}
