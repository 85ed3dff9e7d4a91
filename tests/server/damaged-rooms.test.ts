import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Note } from '../../src/room/protocol.ts';
import { ROOM_MS } from '../../src/room/room.ts';
import { openStore } from '../../src/server/store/store.ts';
import { granted, NINE, opening } from '../room/a-room.ts';

let dataDir: string;
let lines: string[];
const path = (name = 'rooms.sqlite') => join(dataDir, name);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-data-'));
  lines = [];
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (now = NINE) => openStore({ dataDir, now, log: (sentence) => lines.push(sentence) });
const asides = () =>
  readdirSync(dataDir).filter((name) => /^rooms-.*\d{4}-\d{2}-\d{2}T\d{4}.*\.sqlite$/.test(name));

/** Three rooms with a note each, as a lesson leaves them when the power goes; returns their codes. */
async function threeRooms(): Promise<readonly string[]> {
  const store = open();
  const codes = [];
  for (const text of ['heron', 'otter', 'plover']) {
    const { code } = granted(await store.create(opening, NINE)).room;
    granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
    granted(
      await store.post(
        code,
        {
          ballot: granted(await store.seat(code, NINE)).box[0] ?? '',
          text: `I saw a ${text} at the school gate`,
        },
        NINE,
      ),
    );
    codes.push(code);
  }
  await store.end();
  return codes;
}

/** Every note there is now: in rooms, and left behind. */
async function notes(now = NINE): Promise<readonly string[]> {
  const store = open(now);
  const rooms = await store.all();
  const left = (await store.left(now)).filter((note) => 'text' in note);
  const all: readonly Note[] = [
    ...left,
    ...rooms.flatMap(({ room }) => (room.state === 'finished' ? [] : room.box.notes)),
  ];
  await store.end();
  return all.map(({ text }) => text.replace(/^I saw a (\w+).*$/, '$1')).toSorted();
}

/** A room can be opened, and is there after a restart. */
async function works(): Promise<void> {
  const store = open();
  const { code } = granted(await store.create(opening, NINE)).room;
  await store.end();
  const again = open();
  expect((await again.read(code))?.room).toMatchObject({ code, state: 'waiting' });
  await again.end();
}

function sql(statements: string, file = path()): void {
  const db = new DatabaseSync(file);
  db.exec(statements);
  db.close();
}

describe('a strange file in the place of the rooms', () => {
  it.each<readonly [string, () => void]>([
    ['garbage', () => writeFileSync(path(), 'not a database at all '.repeat(500))],
    ['a header and garbage', () => writeFileSync(path(), `SQLite format 3\0${'x'.repeat(8000)}`)],
    ['a log without its file', () => writeFileSync(path('rooms.sqlite-wal'), 'x'.repeat(5000))],
    ['a directory', () => mkdirSync(path())],
    [
      'the file of another program',
      () => sql('CREATE TABLE songs (name TEXT); INSERT INTO songs VALUES (1)'),
    ],
    [
      'a marked file of another program',
      () => sql('CREATE TABLE rooms (name TEXT); PRAGMA application_id = 77'),
    ],
    [
      'another schema',
      () =>
        sql(
          'CREATE TABLE rooms (x); CREATE TABLE ballots (x); CREATE TABLE receipt_keys (x); CREATE TABLE left_notes (x)',
        ),
    ],
  ])(
    '[R31] is set aside under a name with the date when it is %s, and one sentence says so',
    async (_, put) => {
      put();
      await open().end();
      const aside =
        /rooms-(?:damaged|not-ours)-2023-11-1\dT\d{4}\.sqlite/.exec(lines.join(' '))?.[0] ?? 'none';
      expect(lines).toHaveLength(1);
      expect(readdirSync(dataDir).filter((name) => name.startsWith(aside))).not.toEqual([]);
      await works();
    },
  );

  it('[R31] is no matter when it is empty', async () => {
    writeFileSync(path(), '');
    await works();
    expect([lines, asides()]).toEqual([[], []]);
  });

  it('[R31] of another program is never changed and never deleted', async () => {
    sql("CREATE TABLE songs (name TEXT); INSERT INTO songs VALUES ('heron')");
    const before = readFileSync(path());
    await open().end();
    await open(NINE + 10 * ROOM_MS).end();
    expect(readFileSync(path(asides()[0]))).toEqual(before);
    expect(lines).toHaveLength(1);
  });

  it('[R31] of a newer program gives its notes, and its rooms end', async () => {
    const [code = ''] = await threeRooms();
    sql("PRAGMA user_version = 99; UPDATE rooms SET room = json_set(room, '$.version', 99)");
    expect(await notes()).toEqual(['heron', 'otter', 'plover']);
    expect(lines[0]).toMatch(/newer Wholeclass.*rooms-newer-.*Saved from it: 3 notes\./);
    expect(await open().read(code)).toBeNull();
  });
});

describe('a damaged file of rooms', () => {
  it('[R31] gives back whole rooms where one page of it is torn', async () => {
    await threeRooms();
    const bytes = readFileSync(path());
    const torn = Buffer.from(bytes);
    const at = bytes.indexOf('"lesson":"a-lesson"');
    torn.fill(0xee, at - 40, at + 40);
    writeFileSync(path(), torn);
    expect(await notes()).toEqual(['heron', 'otter', 'plover']);
  });

  it.each([0.25, 0.5, 0.75])(
    '[R31] gives back what can be read of the first %d of it, and opens',
    async (part) => {
      await threeRooms();
      const whole = readFileSync(path());
      const words = ['heron', 'otter', 'plover'];
      truncateSync(path(), Math.floor(whole.length * part));
      const there = words.filter((word) => readFileSync(path()).includes(`I saw a ${word} at`));
      expect(await notes()).toEqual(there);
      await works();
    },
  );

  it('[R31] gives back every note whose bytes are whole, wherever pages are torn', async () => {
    await threeRooms();
    const whole = readFileSync(path());
    for (let page = 0; page < whole.length / 4096; page += 1) {
      const torn = Buffer.from(whole).fill(0, page * 4096, (page + 1) * 4096);
      const there = ['heron', 'otter', 'plover'].filter((word) =>
        torn.includes(`I saw a ${word} at the school gate","triage":null}`),
      );
      writeFileSync(path(), torn);
      for (const end of ['-wal', '-shm']) rmSync(path(`rooms.sqlite${end}`), { force: true });
      const found = await notes();
      for (const word of there) expect(found).toContain(word);
    }
    await works();
  });

  it('[R31] is found at the start, before anything of the torn page is asked for', async () => {
    await threeRooms();
    const whole = readFileSync(path());
    for (let page = 1; page < whole.length / 4096; page += 1) {
      lines = [];
      for (const end of ['', '-wal', '-shm']) rmSync(path(`rooms.sqlite${end}`), { force: true });
      writeFileSync(path(), Buffer.from(whole).fill(0xee, page * 4096, (page + 1) * 4096));
      const store = open();
      expect(lines, `page ${page}`).toEqual([expect.stringContaining('was damaged')]);
      await store.end();
    }
  });

  it('[R31] reads a log whose file is gone', async () => {
    const store = open();
    const { code } = granted(await store.create(opening, NINE)).room;
    granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
    granted(
      await store.post(
        code,
        { ballot: granted(await store.seat(code, NINE)).box[0] ?? '', text: 'I saw a heron here' },
        NINE,
      ),
    );
    const { room } = (await store.read(code)) ?? {};
    const id = room && room.state !== 'finished' ? (room.box.notes[0]?.id ?? '') : '';
    granted(await store.update(code, { type: 'triage', note: id, as: 'dsl' }, NINE));
    const log = readFileSync(path('rooms.sqlite-wal'));
    expect(log.includes('heron')).toBe(true);
    await store.end();
    rmSync(path());
    writeFileSync(path('rooms.sqlite-wal'), log);
    expect(await notes()).toEqual(['heron']);
  });

  it('[R8] [R31] is deleted 90 minutes after it was set aside, and by the next start after that', async () => {
    await threeRooms();
    truncateSync(path(), 9000);
    const clock = { wall: NINE };
    const store = openStore({
      dataDir,
      now: NINE,
      clock: { now: () => clock.wall, wall: () => clock.wall },
    });
    expect(asides()).toHaveLength(1);
    clock.wall = NINE + ROOM_MS - 1000;
    await store.expire(clock.wall);
    expect(asides()).toHaveLength(1);
    clock.wall = NINE + ROOM_MS;
    await store.expire(clock.wall);
    expect(asides()).toEqual([]);
    await store.end();
    writeFileSync(path('rooms-damaged-2023-11-14T2200.sqlite'), 'x');
    utimesSync(path('rooms-damaged-2023-11-14T2200.sqlite'), NINE / 1000, NINE / 1000);
    await open(NINE + ROOM_MS).end();
    expect(asides()).toEqual([]);
  });

  it('[R31] comes to the same when the program is killed while it is set aside', async () => {
    await threeRooms();
    truncateSync(path(), 30_000);
    const damaged = readFileSync(path());
    const found = await notes();
    const fresh = readFileSync(path());
    // Killed before the damaged file had another name: half a fresh one is there.
    rmSync(path(asides()[0]));
    writeFileSync(path(), damaged);
    writeFileSync(path('rooms-fresh.sqlite'), fresh.subarray(0, 5000));
    expect(await notes()).toEqual(found);
    // Killed after it: the fresh one is whole, and not yet in its place.
    rmSync(path());
    for (const end of ['-wal', '-shm']) rmSync(path(`rooms.sqlite${end}`), { force: true });
    writeFileSync(path('rooms-fresh.sqlite'), fresh);
    expect(await notes()).toEqual(found);
  });
});

describe('one row that cannot be read', () => {
  it.each([
    ['torn', 'substr(room, 1, length(room) - 2)'],
    ['of another shape', "json_set(room, '$.room.seats', 'many')"],
    ['of a newer version', "json_set(room, '$.version', 99)"],
    ['a word', "'heron'"],
  ])(
    '[R31] [R32] takes no other room with it when it is %s, and its note stays',
    async (_, change) => {
      const codes = await threeRooms();
      sql(`UPDATE rooms SET room = ${change} WHERE id = '${codes[1]}'`);
      const store = open();
      const found = await Promise.all(codes.map((code) => store.read(code)));
      expect(found.map((one) => one !== null)).toEqual([true, false, true]);
      expect([lines.length, asides(), lines[0]]).toEqual([
        1,
        [],
        '1 room could not be read and had to end. Notes in it are saved.',
      ]);
      await store.end();
      expect(await notes()).toEqual(
        change === "'heron'" ? ['heron', 'plover'] : ['heron', 'otter', 'plover'],
      );
    },
  );

  it('[R31] of a note that was left is read as far as it goes', async () => {
    await open().end();
    sql(
      `INSERT INTO left_notes VALUES ('a', '{"id":"${'a'.repeat(43)}","text":"I do not feel sa'), ('b', 'heron')`,
    );
    const store = open();
    expect(
      (await store.left(NINE)).map((note) => [note.id, 'text' in note ? note.text : 'sealed']),
    ).toEqual([
      ['a', 'I do not feel sa …'],
      ['b', 'heron'],
    ]);
    await store.end();
  });
});
