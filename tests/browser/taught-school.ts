import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OpenedRoom, Receipt, Seat, Step } from '../../src/room/protocol.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { firstWords, freePort } from '../server/serve-apart.ts';
import { writeReadySchool } from './ready-school.ts';
import { ownFolder } from './own-folder.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The lesson that ships. */
export const LESSON = 'for-the-whole-world-to-see';

/** A school's program in a process of its own, which can be killed and started again on the same ports and folders. */
export type TaughtSchool = {
  readonly staff: string;
  readonly pupils: string;
  readonly dataDir: string;
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
};

/** Lays out a folder with the shipped lesson, its film replaced by the test clip, whose frames carry their numbers. */
export function writeTaughtHome(name: string): string {
  const home = ownFolder(`${name}-home`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(`${home}/lessons`, { recursive: true });
  cpSync(at('../../handouts'), `${home}/handouts`, { recursive: true });
  const text = readFileSync(at(`../../lessons/${LESSON}.md`), 'utf8');
  writeFileSync(`${home}/lessons/${LESSON}.md`, text.replace(/^films: .*$/m, 'films: [clip]'));
  cpSync(at('../media/clip'), `${home}/media/clip`, { recursive: true });
  cpSync(at('../../media/pictures'), `${home}/media/pictures`, { recursive: true });
  const yaml = readFileSync(at('../media/clip/film.yaml'), 'utf8');
  const stops = `  before-the-ask: "0:04.0"\n${yaml.slice(yaml.indexOf('  first-stop'))}`
    .replace('first-stop', 'the-pressure')
    .replace('second-stop', 'it-spreads');
  writeFileSync(
    `${home}/media/clip/film.yaml`,
    yaml.slice(0, yaml.indexOf('  first-stop')) + stops,
  );
  return home;
}

/** Lays out a folder with one lesson of our own, `tests/browser/<slug>.md`. */
export function writeHomeWith(slug: string): string {
  const home = ownFolder(`${slug}-home`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(`${home}/lessons`, { recursive: true });
  mkdirSync(`${home}/media`, { recursive: true });
  cpSync(at(`${slug}.md`), `${home}/lessons/${slug}.md`);
  cpSync(at('../../handouts'), `${home}/handouts`, { recursive: true });
  return home;
}

/** Lays out a folder with these of the shipped lessons, and all that they show. */
export function writeShippedHome(name: string, slugs: readonly string[]): string {
  const home = ownFolder(`${name}-home`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(`${home}/lessons`, { recursive: true });
  for (const slug of slugs) cpSync(at(`../../lessons/${slug}.md`), `${home}/lessons/${slug}.md`);
  for (const folder of ['handouts', 'media']) {
    cpSync(at(`../../${folder}`), `${home}/${folder}`, { recursive: true });
  }
  return home;
}

/** Starts the school, with the lesson that ships unless another folder is given. */
export async function openTaughtSchool(
  name: string,
  home = writeTaughtHome(name),
): Promise<TaughtSchool> {
  const [pages, dataDir] = [await buildPages(), ownFolder(`${name}-data`)];
  rmSync(dataDir, { recursive: true, force: true });
  const [staffPort, pupilPort] = [await freePort(), await freePort()];
  let child: ChildProcess | null = null;
  mkdirSync(dataDir, { recursive: true });
  writeReadySchool(dataDir);
  const school: TaughtSchool = {
    staff: `http://127.0.0.1:${staffPort}/`,
    pupils: `http://127.0.0.1:${pupilPort}/`,
    dataDir,
    async start() {
      child = spawn(
        process.execPath,
        [at('serve-school.ts'), home, pages, dataDir, String(staffPort), String(pupilPort)],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      await firstWords(child);
    },
    async kill() {
      if (child === null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      child = null;
    },
  };
  await school.start();
  return school;
}

/** A pupil without a page: a seat, a vote, and the receipt it would keep. */
export type DistantPupil = {
  vote(question: string, answer: string, round?: number): Promise<void>;
  handIn(): Promise<void>;
};

/** Takes a seat over the pupils' door. */
export async function sitDown({ pupils }: TaughtSchool, code: string): Promise<DistantPupil> {
  const room = `${pupils}api/rooms/${code}`;
  const seat = (await send(`${room}/seats`, 'POST', {})) as Seat;
  const receipts: string[] = [];
  return {
    async vote(question, answer, round = 1) {
      const ballot = seat.ballots.find(
        (one) => one.question === question && one.round === round,
      )?.ballot;
      const { receipt } = (await send(`${room}/questions/${question}/ballot`, 'PUT', {
        round,
        ballot,
        n: 1,
        answer,
      })) as Receipt;
      receipts.push(receipt);
    },
    async handIn() {
      await send(`${room}/receipts`, 'POST', { receipts });
    },
  };
}

/** A room opened over the staff door, with its teacher's steps. */
export type TaughtRoom = { readonly code: string; take(step: Step): Promise<void> };

/** Opens a room with tablets, without a presenter's page. */
export async function openRoom(
  { staff }: Pick<TaughtSchool, 'staff'>,
  pupils: number,
  lesson = LESSON,
): Promise<TaughtRoom> {
  const { code, roomKey } = (await send(`${staff}api/rooms`, 'POST', {
    lesson,
    pupils,
    devices: true,
  })) as OpenedRoom;
  return {
    code,
    async take(step) {
      await send(`${staff}api/rooms/${code}/steps`, 'POST', step, roomKey);
    },
  };
}

async function send(url: string, method: string, body: unknown, key?: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  };
  const reply = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}
