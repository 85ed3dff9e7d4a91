import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { filesIn } from '../../files-in.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LeftNotes, WaitingNotes } from '../../../src/room/protocol.ts';
import type { Serving } from '../../../src/server/main.ts';
import { SETUP_FILE } from '../../../src/server/schools/setup-code.ts';
import { ask, json, type Reply } from '../ask.ts';
import { LEAD, STRANGER } from '../safeguarding-key.ts';
import { freePort } from '../serve-apart.ts';
import { settingsOf, startSchool, writeSchool } from '../school.ts';

const KEY = 'kestrel granite osprey';
const TEXT = 'heron-lantern';

let top: string;
let dataDir: string;
let serving: Serving;
let code = '';
const log: string[] = [];

/** A school's own server, hosted with one key for all staff. */
async function start(): Promise<void> {
  log.length = 0;
  const settings = {
    ...settingsOf(join(top, 'home'), dataDir),
    staffKey: KEY,
    staffPort: await freePort(),
  };
  serving = await startSchool(settings, (sentence) => log.push(sentence));
  const setup = join(dataDir, SETUP_FILE);
  code = existsSync(setup) ? (readFileSync(setup, 'utf8').split('\n', 1)[0] ?? '') : '';
}

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  dataDir = join(top, 'data');
  writeSchool(join(top, 'home'));
  await start();
});
afterAll(async () => {
  await serving.close();
  rmSync(top, { recursive: true, force: true });
});

/** A member of staff who is signed in: a client of its own, with nothing of any page. */
async function signIn() {
  const { origin } = new URL(serving.staffUrl);
  const reply = await ask(`${origin}/api/sign-in`, {
    method: 'POST',
    body: { key: KEY },
    headers: { origin },
  });
  const cookie = reply.headers['set-cookie']?.split(';', 1)[0] ?? '';
  return (
    method: string,
    path: string,
    { body, words }: { readonly body?: unknown; readonly words?: string } = {},
  ): Promise<Reply> =>
    ask(`${origin}/${path}`, {
      method,
      headers: {
        origin,
        cookie,
        ...(words !== undefined && { authorization: `Bearer ${words.replaceAll(' ', '-')}` }),
      },
      ...(body !== undefined && { body }),
    });
}

type Staff = Awaited<ReturnType<typeof signIn>>;

/** A lesson of one teacher that ends at its deadline, with a note in its box; the server is started again after it. */
async function leaveNote(teacher: Staff): Promise<void> {
  const pupils = `http://127.0.0.1:${/:(\d+)$/.exec(log.find((one) => one.startsWith('Pupils join')) ?? '')?.[1]}/`;
  const opened = json<{ readonly code: string; readonly roomKey: string }>(
    await teacher('POST', 'api/rooms', { body: { lesson: 'messages', pupils: 30, devices: true } }),
  );
  const step = { type: 'box', isOpen: true };
  await teacher('POST', `api/rooms/${opened.code}/steps`, { body: step, words: opened.roomKey });
  const seat = json<{ readonly box: readonly string[] }>(
    await ask(`${pupils}api/rooms/${opened.code}/seats`, { method: 'POST' }),
  );
  const note = { ballot: seat.box[0], text: TEXT };
  expect(
    (await ask(`${pupils}api/rooms/${opened.code}/box`, { method: 'POST', body: note })).status,
  ).toBe(202);
  await serving.close();
  const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'));
  db.exec('PRAGMA secure_delete = ON; UPDATE rooms SET deadline = 1');
  db.close();
  await start();
}

const inFiles = () =>
  filesIn(dataDir).filter((name) => readFileSync(join(dataDir, name), 'latin1').includes(TEXT));
const errorOf = (reply: Reply) =>
  `${reply.status} ${json<{ readonly error: { readonly code: string } }>(reply).error.code}`;

test('[R25] a second member of staff with the staff key alone reads no left note, deletes none, and makes no key to read it with', async () => {
  await leaveNote(await signIn());
  expect(log).toContainEqual(
    expect.stringMatching(/^1 note is waiting for your safeguarding lead/),
  );
  const other = await signIn();
  const waiting = await other('GET', 'api/box/waiting');
  expect(json<WaitingNotes>(waiting)).toEqual({ waiting: 1, keys: 0, needsCode: true });
  const replies = [
    await other('GET', 'api/box'),
    await other('GET', 'api/box', { words: KEY }),
    await other('GET', 'api/box', { words: STRANGER }),
    await other('POST', 'api/box', { body: { note: 'x' } }),
    await other('POST', 'api/box', { body: { note: 'x' }, words: STRANGER }),
    await other('POST', 'api/box/keys', { body: { words: STRANGER, reason: 'first' } }),
    await other('POST', 'api/box/keys', {
      body: { words: STRANGER, reason: 'lost', code: 'BCDF-2345-GHJK' },
    }),
    await other('POST', 'api/box/keys', {
      body: { words: STRANGER, reason: 'also' },
      words: STRANGER,
    }),
  ];
  const expected = [
    '401 no-key',
    '403 wrong-words',
    '403 wrong-words',
    '401 no-key',
    '403 wrong-words',
    '403 wrong-code',
    '403 wrong-code',
    '403 wrong-code',
  ];
  expect(replies.map(errorOf)).toEqual(expected);
  for (const { text } of [waiting, ...replies]) expect(text).not.toContain(TEXT);
  expect(json<WaitingNotes>(await other('GET', 'api/box/waiting')).waiting).toBe(1);
});

test('[R25] [R26] the lead makes a key with the setup code, opens the note, deals with it, and has it back', async () => {
  const lead = await signIn();
  expect(
    (await lead('POST', 'api/box/keys', { body: { words: LEAD, reason: 'first', code } })).status,
  ).toBe(201);
  expect(inFiles()).toEqual([]);
  const left = json<LeftNotes>(await lead('GET', 'api/box', { words: LEAD }));
  expect(left).toEqual({
    notes: [{ id: expect.any(String), text: TEXT, triage: null, first: false }],
    dealtWith: [],
    sealedToOthers: 0,
  });
  const [note] = left.notes;
  const post = async (body: object) =>
    json<LeftNotes>(await lead('POST', 'api/box', { body, words: LEAD }));
  expect(await post({ note: note?.id })).toEqual({
    notes: [],
    dealtWith: [note],
    sealedToOthers: 0,
  });
  expect(json<WaitingNotes>(await lead('GET', 'api/box/waiting')).waiting).toBe(0);
  expect(await post({ note: note?.id, undo: true })).toEqual(left);
  expect(errorOf(await lead('POST', 'api/box', { body: { note: 'unknown' }, words: LEAD }))).toBe(
    '404 no-such-note',
  );
  expect(errorOf(await lead('POST', 'api/box', { body: { note: 7 }, words: LEAD }))).toBe(
    '400 bad-shape',
  );
});

test('[R25] with a key in place another member of staff still reads and deletes nothing, and cannot put a key of their own in its place', async () => {
  const other = await signIn();
  const replies = [
    await other('GET', 'api/box'),
    await other('GET', 'api/box', { words: STRANGER }),
    await other('POST', 'api/box', { body: { note: 'x' }, words: STRANGER }),
    await other('POST', 'api/box/keys', { body: { words: STRANGER, reason: 'first', code } }),
    await other('POST', 'api/box/keys', {
      body: { words: STRANGER, reason: 'instead' },
      words: STRANGER,
    }),
    // The code has been used.
    await other('POST', 'api/box/keys', { body: { words: STRANGER, reason: 'lost', code } }),
  ];
  expect(replies.map(errorOf)).toEqual([
    '401 no-key',
    '403 wrong-words',
    '403 wrong-words',
    '409 has-key',
    '403 wrong-words',
    '403 wrong-code',
  ]);
  for (const { text } of replies) expect(text).not.toContain(TEXT);
  expect(json<LeftNotes>(await other('GET', 'api/box', { words: LEAD })).notes).toHaveLength(1);
});

test('[R26] the right words open notes while a hundred wrong ones are on their way', async () => {
  const other = await signIn();
  const words = LEAD.split(' ');
  const wrong = Array.from({ length: 100 }, (_, at) => {
    const [one = 'acorn', ...rest] = [...words.slice(at % 8), ...words.slice(0, at % 8)];
    return [
      ...rest.slice(Math.floor(at / 8) % 7),
      ...rest.slice(0, Math.floor(at / 8) % 7),
      one,
    ].join(' ');
  }).filter((one) => one !== LEAD);
  const tries = wrong.map((one) => other('GET', 'api/box', { words: one }));
  expect((await other('GET', 'api/box', { words: LEAD })).status).toBe(200);
  for (const reply of await Promise.all(tries)) expect([403, 429]).toContain(reply.status);
});

test('[R8] [R25] at the pupils’ door there is nothing of left notes, whatever words come with the request', async () => {
  const pupils = /Pupils join at (\S+)/.exec(log.join('\n'))?.[1] ?? '';
  const door = `http://127.0.0.1:${/:(\d+)$/.exec(pupils)?.[1]}/`;
  const headers = { authorization: `Bearer ${LEAD.replaceAll(' ', '-')}` };
  for (const path of ['api/box', 'api/box/waiting', 'safeguarding/']) {
    expect((await ask(door + path, { headers })).status).toBe(404);
  }
  expect(
    (
      await ask(`${door}api/box/keys`, {
        method: 'POST',
        headers,
        body: { words: LEAD, reason: 'first' },
      })
    ).status,
  ).toBe(404);
});
