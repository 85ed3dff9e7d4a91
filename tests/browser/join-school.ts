import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPages } from '../../src/cli/build-pages.ts';
import type { OpenedRoom, StaffView, Step } from '../../src/room/protocol.ts';
import { serve, type Serving } from '../../src/server/main.ts';
import { freePort } from '../server/serve-apart.ts';
import { ownFolder } from './own-folder.ts';

/** A school with the pupils' page alone, a room opened in it, and its teacher's steps. */
export type JoinSchool = {
  /** The pupils' door; the same after a restart. */
  readonly pupils: string;
  open(pupils: number): Promise<OpenedRoom>;
  take(room: OpenedRoom, step: Step): Promise<StaffView>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A folder with one lesson: a program that starts reads each that it has. */
function writeHome(name: string): string {
  const home = ownFolder(`${name}-home`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(`${home}/lessons`, { recursive: true });
  cpSync(at(`../../lessons/${LESSON}.md`), `${home}/lessons/${LESSON}.md`);
  cpSync(at('../../handouts'), `${home}/handouts`, { recursive: true });
  return home;
}

/** Serves the pupils' page, as it was built for all tests, from a server of its own, with data under /.cache. */
export async function openJoinSchool(name: string): Promise<JoinSchool> {
  const [pages, home] = [await buildPages(), writeHome(name)];
  const dataDir = ownFolder(`${name}-data`);
  rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort();
  let serving: Serving;
  const settings = () => ({
    home,
    dataDir,
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [port],
    publicUrl: null,
  });
  async function start(): Promise<void> {
    serving = await serve({ settings: settings(), pages, log: () => undefined });
  }
  async function post<T>(path: string, body: unknown, key = ''): Promise<T> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const reply = await fetch(`${serving.staffUrl}api/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  }
  await start();
  return {
    get pupils() {
      return `http://127.0.0.1:${port}/`;
    },
    open: (pupils) => post('rooms', { lesson: LESSON, pupils, devices: true }),
    take: ({ code, roomKey }, step) => post(`rooms/${code}/steps`, step, roomKey),
    start,
    stop: () => serving.close(),
    close: () => serving.close(),
  };
}

/** The lesson whose questions are asked. */
const LESSON = 'for-the-whole-world-to-see';
