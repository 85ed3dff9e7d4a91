import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPass } from '../../src/room/pass.ts';
import { CLOSING_MS } from '../../src/room/room.ts';
import { parseStoredRoom, ROOM_VERSION, serialiseRoom } from '../../src/room/stored-room.ts';
import { pupilView } from '../../src/room/views.ts';
import { openStore } from '../../src/server/store/store.ts';
import { granted, NINE, opening } from '../room/a-room.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-data-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('rooms of an older program', () => {
  it('[R32] go on, with all that was in them', async () => {
    const store = openStore({ dataDir, now: NINE });
    const codes = [
      granted(await store.create(opening, NINE)).room.code,
      granted(await store.create(opening, NINE)).room.code,
    ];
    granted(await store.update(codes[0] ?? '', { type: 'ask', question: 'pressure' }, NINE));
    granted(
      await store.update(
        codes[0] ?? '',
        { type: 'hands', question: 'pressure', counts: { a: 17 } },
        NINE,
      ),
    );
    granted(await store.update(codes[0] ?? '', { type: 'close' }, NINE));
    granted(await store.close(codes[0] ?? '', NINE + CLOSING_MS));
    granted(
      await store.update(codes[0] ?? '', { type: 'show', question: 'pressure' }, NINE + CLOSING_MS),
    );
    await store.end();
    const before = await Promise.all(codes.map((code) => readRoom(code)));
    // As it was before files and rooms had a version.
    const old = new DatabaseSync(join(dataDir, 'rooms.sqlite'));
    old.exec(
      "PRAGMA application_id = 0; PRAGMA user_version = 0; UPDATE rooms SET room = json_remove(json_extract(room, '$.room'), '$.pass', '$.formerEntries', '$.isJoiningClosed')",
    );
    old.close();
    expect(await Promise.all(codes.map((code) => readRoom(code)))).toEqual(before);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('rooms-'))).toEqual([]);
    const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'));
    expect([
      db.prepare('PRAGMA user_version').get(),
      db
        .prepare(
          `SELECT count(*) AS n FROM rooms WHERE json_extract(room, '$.version') = ${ROOM_VERSION}`,
        )
        .get(),
    ]).toEqual([{ user_version: 2 }, { n: 2 }]);
    db.close();
  });

  it.for([2, 3])('[R32] [R52] of version %i is read, and its joining is open', async (version) => {
    const store = openStore({ dataDir, now: NINE });
    const { room } = granted(await store.create(opening, NINE));
    await store.end();
    if (room.state === 'finished') throw new Error('finished');
    const { isJoiningClosed: _, ...old } = room;
    const read = parseStoredRoom(JSON.stringify({ version, room: old }), randomBytes);
    expect(read?.room).toEqual({ ...room, isJoiningClosed: false });
    const closed = { ...room, isJoiningClosed: true };
    expect(parseStoredRoom(serialiseRoom(closed), randomBytes)?.room).toEqual(closed);
  });

  async function readRoom(code: string): Promise<unknown> {
    const store = openStore({ dataDir, now: NINE });
    const found = await store.read(code);
    await store.end();
    if (!found || found.room.state === 'finished') return found;
    // It had none, and was given one of its own.
    const { pass, ...rest } = found.room;
    return { ...found, room: { ...rest, hasPass: isPass(pass) } };
  }
});

describe('a restart', () => {
  it('[R32] [R54] keeps in mind that the board has moved on from a question', async () => {
    const store = openStore({ dataDir, now: NINE });
    const { code } = granted(await store.create(opening, NINE)).room;
    granted(await store.update(code, { type: 'ask', question: 'law' }, NINE));
    granted(await store.update(code, { type: 'close' }, NINE));
    granted(await store.close(code, NINE + CLOSING_MS));
    granted(await store.update(code, { type: 'slide', slide: 'next' }, NINE + CLOSING_MS));
    await store.end();
    const again = openStore({ dataDir, now: NINE });
    const room = (await again.read(code))?.room;
    expect(room && pupilView(room)).toMatchObject({ state: 'waiting' });
    await again.end();
  });

  it('[R8] [R30] gives a room no more time than it had left, whatever the wall clock says', async () => {
    const clock = { now: NINE, wall: NINE };
    const openAt = () =>
      openStore({
        dataDir,
        now: clock.wall,
        clock: { now: () => clock.now, wall: () => clock.wall },
      });
    const store = openAt();
    const { code } = granted(await store.create(opening, NINE)).room;
    clock.now = NINE + 60 * 60_000;
    clock.wall = NINE;
    granted(await store.update(code, { type: 'slide', slide: 'one' }, clock.now));
    await store.end();
    // An hour was taught, and the wall clock was set back to where it began.
    clock.now = clock.wall;
    const again = openAt();
    expect((await again.read(code))?.room).toMatchObject({ deadline: NINE + 30 * 60_000 });
    await again.end();
    clock.wall = clock.now = NINE - 60 * 60_000;
    const back = openAt();
    expect((await back.read(code))?.room).toMatchObject({ deadline: clock.now + 30 * 60_000 });
    await back.end();
  });
});
