import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { chosenOf, isThorough } from '../thorough.ts';
import { ask } from './ask.ts';
import {
  MEMORY_LESSON,
  memoryLesson,
  openMemoryClass,
  whatIsLeft,
  type Left,
  type MemoryClass,
} from './left-in-memory.ts';
import { whyNoMemory } from './process-memory.ts';
import { ballotOf, writeSchool } from './school.ts';
import { freePort, serveApart, type Apart } from './serve-apart.ts';
import { hasValkey, openValkeyServer } from './valkey-server.ts';

/** A class in a thorough run, else as few as may be disclosed. */
const PUPILS = isThorough ? 30 : 12;
/** As much as the program's read buffer has, several times over. */
const OTHERS = Buffer.alloc(192 * 1024);
const NOTHING = { beside: 0, answers: 0, keys: 0 };
const FIRST = { question: 'first' };

const home = mkdtempSync(join(tmpdir(), 'wholeclass-'));
writeSchool(home, { [`lessons/${MEMORY_LESSON}.md`]: memoryLesson });
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Program = { server(): Apart; restart(): Promise<void>; readonly dataDir: string };

async function openProgram(env: NodeJS.ProcessEnv = {}): Promise<Program> {
  const [dataDir, port] = [mkdtempSync(join(tmpdir(), 'wholeclass-')), await freePort()];
  let server = await serveApart(home, dataDir, { port, env });
  onTestFinished(async () => {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    dataDir,
    server: () => server,
    async restart() {
      await server.kill();
      server = await serveApart(home, dataDir, { port, env });
    },
  };
}

/** What is left once other requests have overwritten the last ones in the program's read buffer. */
async function leftBehindOthers(
  { pupils, pid }: Apart,
  group: MemoryClass,
  of: typeof FIRST & { readonly key?: string },
) {
  await fetch(`${pupils}api/nothing`, { method: 'POST', body: OTHERS }).catch(() => null);
  return whatIsLeft(pid, group.known, of);
}

/** The key of the receipts of the open question, as it lies on disk. */
function keyOnDisk(dataDir: string): string {
  const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'), { readOnly: true });
  const [row] = db.prepare('SELECT key FROM receipt_keys').all();
  db.close();
  return String(row?.['key']);
}

/** The same votes in requests that are refused: late, at a wrong address, from a stranger, torn, too long, as text, at the staff door. */
async function sendRefused(
  { staff, pupils }: Apart,
  { room, known }: MemoryClass,
): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const { seat, answers } of known) {
    const vote = { round: 1, ballot: ballotOf(seat, 'first'), n: 2, answer: answers['first'] };
    const path = `api/rooms/${room.code}/questions/first/ballot`;
    const text = JSON.stringify(vote);
    const send = async (url: string, body: unknown, headers = {}) =>
      statuses.push((await ask(url, { method: 'PUT', body, headers })).status);
    await send(pupils + path, vote);
    await send(`${pupils}api/nothing`, vote);
    await send(pupils + path, vote, { origin: 'http://elsewhere.example' });
    await send(pupils + path, text.replace('}', ',}'));
    await send(pupils + path, { ...vote, more: 'x'.repeat(20_000) });
    await send(pupils + path, text, { 'content-type': 'text/plain' });
    await send(staff + path, vote);
  }
  return [...new Set(statuses)].toSorted((one, other) => one - other);
}

async function leftOfRefused(): Promise<Left> {
  const program = await openProgram();
  const group = await openMemoryClass(program.server(), PUPILS);
  await group.take({ type: 'ask', question: 'second' });
  expect(await sendRefused(program.server(), group)).toEqual([400, 403, 404, 409, 413]);
  return leftBehindOthers(program.server(), group, FIRST);
}

async function leftAfterRestart(): Promise<Left> {
  const program = await openProgram();
  const group = await openMemoryClass(program.server(), PUPILS);
  await group.take({ type: 'ask', question: 'first' });
  const receipts = await group.vote('first');
  await program.restart();
  const again = group.at(program.server());
  await again.handIn(receipts);
  expect(whatIsLeft(program.server().pid, group.known, FIRST)).toMatchObject({
    answers: group.known.length,
  });
  await again.close();
  return leftBehindOthers(program.server(), group, FIRST);
}

describe.skipIf(whyNoMemory !== null)(
  `what is left in the program’s memory${whyNoMemory === null ? '' : ` (skipped: ${whyNoMemory})`}`,
  () => {
    test('[R18] once a question is closed no answer of it is left, beside a ballot or anywhere, nor a receipt’s key', async () => {
      const program = await openProgram();
      const { pid } = program.server();
      const group = await openMemoryClass(program.server(), PUPILS);
      await group.take({ type: 'ask', question: 'first' });
      await group.vote('first');
      const first = { question: 'first', key: keyOnDisk(program.dataDir) };
      const before = whatIsLeft(pid, group.known, first);
      expect(before).toMatchObject({ answers: group.known.length, ballots: group.known.length });
      expect(before.keys).toBeGreaterThan(0);
      await group.close();
      expect(await leftBehindOthers(program.server(), group, first)).toMatchObject(NOTHING);
      await group.take({ type: 'finish' });
      expect(whatIsLeft(pid, group.known, first)).toMatchObject(NOTHING);
    }, 240_000);

    for (const { what, look } of [
      { what: 'of votes that were refused nothing is left either', look: leftOfRefused },
      {
        what: 'nor of receipts that were handed in after a restart',
        look: leftAfterRestart,
      },
    ]) {
      test(`[R18] ${what}`, async () => {
        expect(await look()).toMatchObject(NOTHING);
      }, 240_000);
    }

    for (const where of chosenOf(['in Valkey'], () => false)) {
      test.skipIf(!hasValkey)(
        `[R18] nor in the program where rooms are ${where}`,
        async () => {
          const valkey = await openValkeyServer();
          onTestFinished(() => valkey.close());
          const program = await openProgram({ VALKEY_URL: valkey.url.href });
          const group = await openMemoryClass(program.server(), PUPILS);
          await group.take({ type: 'ask', question: 'first' });
          await group.vote('first');
          await group.close();
          expect(await leftBehindOthers(program.server(), group, FIRST)).toMatchObject(NOTHING);
        },
        240_000,
      );
    }
  },
);
