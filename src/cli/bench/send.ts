import { request, type Agent } from 'node:http';

/** What is sent: JSON, with the room's key where a route needs it. */
export type Sending = {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly body: unknown;
  readonly key?: string;
  readonly agent?: Agent;
};

/** An answer with the milliseconds from the call to its last byte. */
export type Sent = { readonly ms: number; readonly answer: unknown };

/** How often someone is left standing before they give up, and how long they wait in between, in ms. */
const [TRIES, WAIT_MS] = [20, 100];

/** True for a connection that was reset before a word was said: no one had taken it, or the server had just closed it as idle. Browsers knock again, too. */
function isConnectionReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

/** Knocks until someone opens; the time that this takes is the caller's. */
export async function retryOnReset<Opened>(
  once: () => Promise<Opened>,
  tries = TRIES,
): Promise<Opened> {
  try {
    return await once();
  } catch (error) {
    if (!isConnectionReset(error) || tries <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    return retryOnReset(once, tries - 1);
  }
}

/** Sends JSON with the least that a browser would need, so that the sender's own time stays small; rejects where it is refused. */
export function send(sending: Sending): Promise<Sent> {
  const began = performance.now();
  return retryOnReset(async () => ({
    answer: await sendOnce(sending),
    ms: performance.now() - began,
  }));
}

function sendOnce({ method, url, body, key, agent }: Sending): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers, ...(agent === undefined ? {} : { agent }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (more: string) => (text += more));
        response.on('end', () => {
          if (response.statusCode !== undefined && response.statusCode < 300) {
            resolve(JSON.parse(text));
          } else {
            reject(new Error(`${method} ${url} was answered with ${response.statusCode}: ${text}`));
          }
        });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
