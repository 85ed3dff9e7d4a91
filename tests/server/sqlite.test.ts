import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSING_MS, ROOM_MS } from '../../src/room/room.ts';
import type { Store } from '../../src/room/store.ts';
import { openStore } from '../../src/server/store/store.ts';
import { granted, NINE, opening } from '../room/a-room.ts';
import { ballotFor } from './ballot-for.ts';

let dataDir: string;
let store: Store;
let code: string;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-data-'));
  store = openStore({ dataDir, now: NINE });
  ({ code } = granted(await store.create(opening, NINE)).room);
});
afterEach(async () => {
  await store.end();
  rmSync(dataDir, { recursive: true });
});

async function vote(
  answer: string,
): Promise<{ readonly ballot: string; readonly receipt: string }> {
  const ballot = ballotFor(granted(await store.seat(code, NINE)).ballots, 'pressure');
  return {
    ballot,
    ...granted(
      await store.cast({ code, question: 'pressure', round: 1, ballot, n: 1, answer }, NINE),
    ),
  };
}

/** All bytes of all files, the log among them. */
function bytes(): Buffer {
  return Buffer.concat(
    readdirSync(dataDir)
      .toSorted()
      .map((file) => readFileSync(join(dataDir, file))),
  );
}

/** Opens the files a second time, as after a crash: the first store is left as it is. */
function reopen(now = NINE): void {
  store = openStore({ dataDir, now });
}

describe('the SQLite store', () => {
  it('[R6] writes nothing when an answer comes in', async () => {
    granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
    const seat = granted(await store.seat(code, NINE)).ballots;
    const before = bytes();
    for (const [at, answer] of ['a', 'pass', 'b'].entries()) {
      granted(
        await store.cast(
          {
            code,
            question: 'pressure',
            round: 1,
            ballot: ballotFor(seat, 'pressure'),
            n: at + 1,
            answer,
          },
          NINE,
        ),
      );
    }
    expect(bytes().equals(before)).toBe(true);
  });

  it('[R2] [R6] writes the same for every seat: only the number of seats', async () => {
    const rows = (): string => {
      const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'), { readOnly: true });
      const all = ['ballots', 'receipt_keys'].map((table) =>
        JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all()),
      );
      db.close();
      return all.join('\n');
    };
    const before = rows();
    expect(before).toContain('pressure');
    for (let at = 0; at < 5; at += 1) granted(await store.seat(code, NINE));
    expect(rows()).toBe(before);
  });

  it('[R6] [R7] keeps no ballot and no key of a closed question in any file', async () => {
    granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
    const { ballot, receipt } = await vote('a');
    expect(bytes().includes(ballot)).toBe(true);
    granted(await store.update(code, { type: 'close' }, NINE));
    granted(await store.close(code, NINE + CLOSING_MS));
    expect([bytes().includes(ballot), bytes().includes(receipt)]).toEqual([false, false]);
    const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'), { readOnly: true });
    expect(
      db
        .prepare("SELECT count(*) AS left FROM ballots WHERE question = 'pressure' AND round = 1")
        .get(),
    ).toEqual({ left: 0 });
    expect(db.prepare('SELECT count(*) AS left FROM receipt_keys').get()).toEqual({ left: 0 });
    db.close();
  });

  it('[R6] [R8] leaves nothing of a finished room in any file', async () => {
    granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
    const { ballot } = await vote('a');
    granted(
      await store.update(code, { type: 'hands', question: 'pressure', counts: { a: 17 } }, NINE),
    );
    granted(await store.update(code, { type: 'finish' }, NINE));
    for (const trace of [ballot, code, 'hash-of-the-key', 'a-lesson', 'pressure']) {
      expect(bytes().includes(trace)).toBe(false);
    }
  });

  it('[R11] has a note on disk before it is acknowledged, and no trace of its ballot or of the order', async () => {
    granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
    const sent = ['heron', 'otter', 'kestrel', 'plover', 'dunlin', 'siskin', 'whimbrel', 'avocet'];
    for (const text of sent) {
      const [ballot = ''] = granted(await store.seat(code, NINE)).box;
      expect(bytes().includes(ballot)).toBe(true);
      granted(await store.post(code, { ballot, text }, NINE));
      expect([bytes().includes(text), bytes().includes(ballot)]).toEqual([true, false]);
    }
    // The log would tell them one after the other.
    const found = sent.flatMap((text) =>
      [...bytes().toString('latin1').matchAll(new RegExp(text, 'g'))].map(({ index }) => ({
        text,
        index,
      })),
    );
    expect(found).toHaveLength(sent.length);
    reopen();
    const room = (await store.read(code))?.room;
    const notes = room && room.state !== 'finished' ? room.box.notes.map(({ text }) => text) : [];
    expect(notes.toSorted()).toEqual(sent.toSorted());
    expect(found.toSorted((one, other) => one.index - other.index).map(({ text }) => text)).toEqual(
      notes,
    );
    expect(granted(await store.seat(code, NINE)).box).toHaveLength(2);
  });

  it('[R8] [R11] leaves nothing of a note in any file once it is handed over, through a crash and past the deadline', async () => {
    granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
    granted(
      await store.post(
        code,
        { ballot: granted(await store.seat(code, NINE)).box[0] ?? '', text: 'heron-lantern' },
        NINE,
      ),
    );
    reopen(NINE + ROOM_MS);
    expect([await store.all(), bytes().includes(code), bytes().includes('heron-lantern')]).toEqual([
      [],
      false,
      true,
    ]);
    const [left] = await store.left(NINE + ROOM_MS);
    expect(left).toEqual({ id: expect.any(String), text: 'heron-lantern', triage: null });
    if (left) await store.changeLeft(left, null);
    expect([bytes().includes('heron-lantern'), bytes().includes(left?.id ?? '')]).toEqual([
      false,
      false,
    ]);
    reopen(NINE + ROOM_MS);
    expect(await store.left(NINE + ROOM_MS)).toEqual([]);
  });

  it('[R8] deletes rooms past their deadline before it is open', async () => {
    reopen(NINE + ROOM_MS);
    expect([await store.all(), bytes().includes(code)]).toEqual([[], false]);
  });

  it('[R2] [R5] comes back after a crash: seats go on, free seats get fresh ballots, receipts count again', async () => {
    granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
    const votes = [await vote('a'), await vote('b'), await vote('pass')];
    granted(
      await store.update(code, { type: 'hands', question: 'pressure', counts: { c: 12 } }, NINE),
    );
    granted(await store.update(code, { type: 'close' }, NINE));
    reopen();
    expect(await store.read(code)).toMatchObject({
      answersIn: 0,
      room: {
        state: 'asking',
        seats: { taken: 3, cap: 33 },
        open: { hands: { answering: 12, chose: { c: 12 } } },
      },
    });
    expect(
      granted(
        await store.merge(
          code,
          votes.map(({ receipt }) => receipt),
          NINE,
        ),
      ),
    ).toEqual({ merged: 3 });
    const fresh = [];
    for (let at = 0; at < 30; at += 1) fresh.push((await vote('d')).ballot);
    expect(new Set([...fresh, ...votes.map(({ ballot }) => ballot)]).size).toBe(33);
    granted(await store.update(code, { type: 'close' }, NINE));
    expect(granted(await store.close(code, NINE + CLOSING_MS)).room).toMatchObject({
      closed: [
        {
          tally: {
            tablets: { chose: { a: 1, b: 1, c: 0, d: 30 } },
            hands: { chose: { a: 0, b: 0, c: 12, d: 0 } },
          },
        },
      ],
    });
  });

  it('[R5] keeps every acknowledged vote through kill -9, once its page hands in the receipt', async () => {
    await store.end();
    rmSync(join(dataDir, 'rooms.sqlite'));
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('./vote-until-killed.ts', import.meta.url)), dataDir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.split('\n').length > 40) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const [first, ...acknowledged] = printed
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<'code' | 'answer' | 'receipt', string>);
    code = first?.code ?? '';
    reopen();
    const receipts = acknowledged.map(({ receipt }) => receipt);
    expect(granted(await store.merge(code, receipts.toReversed(), NINE))).toEqual({
      merged: receipts.length,
    });
    granted(await store.update(code, { type: 'close' }, NINE));
    const expected = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((id) => [
        id,
        acknowledged.filter(({ answer }) => answer === id).length,
      ]),
    );
    expect(granted(await store.close(code, NINE + CLOSING_MS)).room).toMatchObject({
      closed: [{ tally: { tablets: { chose: expected } } }],
    });
    expect(receipts.length).toBeGreaterThan(30);
  });
});
