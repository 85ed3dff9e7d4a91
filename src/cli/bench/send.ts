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

/** Sends JSON with the least that a browser would need, so that the sender's own time stays small; rejects where it is refused. */
export function send({ method, url, body, key, agent }: Sending): Promise<Sent> {
  const began = performance.now();
  const headers = { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ...(agent === undefined ? {} : { agent }) }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (more: string) => (text += more));
      response.on('end', () => {
        if (response.statusCode !== undefined && response.statusCode < 300) resolve({ ms: performance.now() - began, answer: JSON.parse(text) });
        else reject(new Error(`${method} ${url} was answered with ${response.statusCode}: ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
