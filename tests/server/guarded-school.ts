import type { ScryptOptions } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../src/server/settings.ts';
import { ask, type Reply } from './ask.ts';
import { freePort } from './serve-apart.ts';
import { settingsOf, startSchool, writeSchool } from './school.ts';

/** The key of every guarded school. */
export const KEY = 'kestrel granite osprey';

/** A server whose staff door has a key, and a client of our own that knows nothing of its pages. */
export type GuardedSchool = {
  readonly staff: string;
  readonly dataDir: string;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  get(path: string, cookie?: string): Promise<Reply>;
  /** Signs in; the cookie as a browser sends it back. */
  signIn(): Promise<string>;
  /** Stops and starts again on the same folders. */
  restart(more?: Partial<Settings>): Promise<void>;
  close(): Promise<void>;
};

/** Opens one on this machine alone, without TLS; a guess at a key costs next to nothing unless `guessCost` says more. */
export async function openGuardedSchool(
  more: Partial<Settings> = {},
  guessCost?: ScryptOptions,
): Promise<GuardedSchool> {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-guarded-'));
  const [home, dataDir] = [join(top, 'home'), join(top, 'data')];
  writeSchool(home);
  const staffPort = await freePort();
  const staff = `http://127.0.0.1:${staffPort}/`;
  const start = (other: Partial<Settings> = {}) =>
    startSchool(
      { ...settingsOf(home, dataDir), staffPort, staffKey: KEY, ...more, ...other },
      undefined,
      guessCost && { guessCost },
    );
  let serving = await start();
  const post: GuardedSchool['post'] = (path, body, headers = {}) => {
    return ask(staff + path, {
      method: 'POST',
      body,
      headers: { origin: new URL(staff).origin, ...headers },
    });
  };
  return {
    staff,
    dataDir,
    post,
    get: (path, cookie = '') => ask(staff + path, { headers: { cookie } }),
    async signIn() {
      const { headers } = await post('api/sign-in', { key: KEY });
      return headers['set-cookie']?.split(';', 1)[0] ?? '';
    },
    async restart(other) {
      await serving.close();
      serving = await start(other);
    },
    async close() {
      await serving.close();
      rmSync(top, { recursive: true, force: true });
    },
  };
}

/** What came over a connection until it ended, and whether the server has ended it. */
export type Open = { readonly status: number; received(): string; readonly ended: Promise<void> };

/** Opens an answer that goes on, a stream or a poll; resolves once its head is there, or, for a poll, once it is on its way. */
export function openAnswer(url: string, headers: Readonly<Record<string, string>>): Promise<Open> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      const ended = new Promise<void>((end) => response.once('close', end));
      response.on('error', () => undefined);
      resolve({ status: response.statusCode ?? 0, received: () => text, ended });
    });
    sent.on('error', reject);
    sent.end();
  });
}
