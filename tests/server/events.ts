import { request } from 'node:http';

/** A stream of views as a page reads it. */
export type Events = {
  /** The next view not read yet. */
  next<T>(): Promise<T>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Settles when the server ends the stream. */
  readonly ended: Promise<void>;
  stop(): void;
};

/** Opens a stream of server-sent events. */
export function openEvents(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Events> {
  const views: unknown[] = [];
  const waiting: ((view: unknown) => void)[] = [];
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events.filter((one) => one.startsWith('data: '))) {
          const view: unknown = JSON.parse(event.slice('data: '.length));
          const first = waiting.shift();
          if (first === undefined) views.push(view);
          else first(view);
        }
      });
      resolve({
        next: <T>() =>
          views.length > 0
            ? Promise.resolve(views.shift() as T)
            : new Promise<T>((resolve) => waiting.push(resolve as (view: unknown) => void)),
        headers: response.headers,
        ended: new Promise((end) => response.once('close', () => end())),
        stop: () => sent.destroy(),
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
