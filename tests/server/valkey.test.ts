import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLOSING_MS, ROOM_MS, seatsFor } from '../../src/room/room.ts';
import type { NoteSealer } from '../../src/room/left-note.ts';
import type { Store } from '../../src/room/store.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { openValkeyStore } from '../../src/server/store/valkey/valkey.ts';
import { granted, NINE, opening, refusal } from '../room/a-room.ts';
import { ballotFor } from './ballot-for.ts';
import { leftContract } from './left.contract.ts';
import { storeContract } from './store.contract.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

describe.skipIf(!hasValkey)('with a Valkey', () => {
  let valkey: ValkeyServer;
  const stores: Store[] = [];
  beforeAll(async () => {
    valkey = await openValkeyServer();
  });
  beforeEach(() => valkey.send('FLUSHALL'));
  afterAll(async () => {
    for (const store of stores) await store.end();
    await valkey.close();
  });

  /** A process of its own. */
  async function open(noteSealer?: NoteSealer): Promise<Store> {
    const parts = { url: valkey.url, random: randomBytes, sealer: receiptSealer, log: () => {} };
    const store = await openValkeyStore({ ...parts, ...(noteSealer && { noteSealer }) });
    stores.push(store);
    return store;
  }

  async function openRoom(pupils = 30): Promise<{ readonly store: Store; readonly code: string }> {
    const store = await open();
    return { store, code: granted(await store.create({ ...opening, pupils }, NINE)).room.code };
  }

  const keys = async () => (await valkey.send('KEYS', '*')) as readonly string[];

  storeContract('Valkey', open);
  leftContract('Valkey', open);

  describe('the Valkey store', () => {
    it('[R6] [R7] holds no ballot, answer or key of a question that is closed', async () => {
      const { store, code } = await openRoom();
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const seats = [];
      for (let at = 0; at < 12; at += 1) seats.push(granted(await store.seat(code, NINE)).ballots);
      const ballots = seats.map((seat) => ballotFor(seat, 'pressure'));
      for (const ballot of ballots) {
        granted(
          await store.cast(
            { code, question: 'pressure', round: 1, ballot, n: 1, answer: 'b' },
            NINE,
          ),
        );
      }
      const before = await valkey.image();
      expect(ballots.filter((ballot) => before.includes(ballot))).toHaveLength(12);
      const key = /"key":"([^"]+)"/.exec(before.toString('latin1'))?.[1] ?? '';
      expect(key).toHaveLength(43);
      granted(await store.update(code, { type: 'close' }, NINE));
      granted(await store.close(code, NINE + CLOSING_MS));
      const after = await valkey.image();
      expect([...ballots, key].filter((trace) => after.includes(trace))).toEqual([]);
      expect((await keys()).filter((name) => name.includes('1:pressure'))).toEqual([]);
      expect(after.includes('"answering":12')).toBe(true);
      // The rest of each seat is still there to be used.
      expect(after.includes(ballotFor(seats[0] ?? [], 'law'))).toBe(true);
    });

    it('[R6] [R8] holds nothing of a finished room', async () => {
      const { store, code } = await openRoom();
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      granted(await store.seat(code, NINE));
      granted(await store.update(code, { type: 'new-code' }, NINE));
      granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
      granted(await store.update(code, { type: 'finish' }, NINE));
      expect(await keys()).toEqual([]);
      expect((await valkey.image()).includes(code)).toBe(false);
    });

    it('[R8] [R12] lets everything expire with the room by itself, but notes that wait', async () => {
      const { store, code } = await openRoom();
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE + 60_000));
      granted(await store.update(code, { type: 'new-code' }, NINE + 60_000));
      granted(await store.update(code, { type: 'pupils', pupils: 40 }, NINE + 60_000));
      granted(await store.update(code, { type: 'box', isOpen: true }, NINE + 60_000));
      const { room } = granted(
        await store.update(code, { type: 'slide', slide: 'x' }, NINE + 60_000),
      );
      const { box } = granted(await store.seat(room.code, NINE + 60_000));
      granted(await store.post(code, { ballot: box[0] ?? '', text: 'heron' }, NINE + 60_000));
      const lives = await Promise.all(
        (await keys()).map(async (key) => ({ key, live: Number(await valkey.send('PTTL', key)) })),
      );
      expect(lives).toHaveLength(29);
      expect(
        lives.filter(({ live }) => live <= 0).map(({ key }) => key.replace(code, 'CODE')),
      ).toEqual(expect.arrayContaining(['wholeclass:{CODE}:notes', 'wholeclass:noted']));
      expect(lives.filter(({ live }) => live <= 0)).toHaveLength(2);
      // What was kept when the room opened has its whole time, what was written a minute later a minute less.
      const first = /^wholeclass:(rooms|\{.*\}:alias)$/;
      expect(
        lives.filter(({ key, live }) => live > (first.test(key) ? ROOM_MS : ROOM_MS - 60_000)),
      ).toEqual([]);
      for (const { key, live } of lives) if (live > 0) await valkey.send('DEL', key);
      const other = await open();
      const left = await other.left(NINE + ROOM_MS);
      expect([await other.read(code), left]).toEqual([
        null,
        [{ id: expect.any(String), text: 'heron', triage: null }],
      ]);
      for (const note of left) expect(await other.changeLeft(note, null)).toBe(true);
      await other.expire(NINE + ROOM_MS);
      expect(await keys()).toEqual([]);
    });

    it.each([30, 180])(
      '[R4] [R12] leaves each ballot in its place whatever is answered, and in whatever order, with %i pupils',
      async (pupils) => {
        const { store, code } = await openRoom(pupils);
        granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
        const stored = async () =>
          (await valkey.send(
            'HKEYS',
            `wholeclass:{${code}}:ballots:1:pressure`,
          )) as readonly string[];
        const before = await stored();
        expect(before).toHaveLength(pupils + 3);
        for (let at = 0; at < pupils; at += 1) {
          const ballot = ballotFor(granted(await store.seat(code, NINE)).ballots, 'pressure');
          granted(
            await store.cast(
              { code, question: 'pressure', round: 1, ballot, n: 1, answer: 'a' },
              NINE,
            ),
          );
        }
        expect(await stored()).toEqual(before);
        expect(before).toEqual(before.toSorted());
      },
    );
  });

  describe('several processes', () => {
    it('[R12] hear of each other’s steps, seats and answers, and of the end', async () => {
      const { store: one, code } = await openRoom();
      const other = await open();
      const received: string[] = [];
      const hears = (news: string) =>
        new Promise<void>((resolve) => void waiting.push({ news, resolve }));
      const waiting: { readonly news: string; readonly resolve: () => void }[] = [];
      expect((await other.read(code))?.room.state).toBe('waiting');
      other.watch(code, ({ room, answersIn }) => {
        const news = `${room.state} ${room.state === 'finished' ? '' : room.seats.taken} ${answersIn}`;
        received.push(news);
        waiting.filter((each) => each.news === news).forEach(({ resolve }) => resolve());
      });
      const asking = hears('asking 0 0');
      granted(await one.update(code, { type: 'ask', question: 'pressure' }, NINE));
      await asking;
      const answered = hears('asking 5 5');
      for (let at = 0; at < 5; at += 1) {
        const ballot = ballotFor(
          granted(await (at % 2 === 0 ? one : other).seat(code, NINE)).ballots,
          'pressure',
        );
        granted(
          await one.cast({ code, question: 'pressure', round: 1, ballot, n: 1, answer: 'a' }, NINE),
        );
      }
      await answered;
      const finished = hears('finished  0');
      granted(await one.update(code, { type: 'finish' }, NINE));
      await finished;
      expect(new Set(received).size).toBe(received.length);
      expect(refusal(await other.update(code, { type: 'hide' }, NINE))).toBe('404 no-such-room');
    });

    it('[R2] [R12] deal all seats at once, each ballot to one of them, and no seat more than there are', async () => {
      const { store: one, code } = await openRoom();
      const other = await open();
      const taken = await Promise.all(
        Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? one : other).seat(code, NINE)),
      );
      const seats = taken.filter((seat) => !('refused' in seat)).map(granted);
      expect(seats).toHaveLength(33);
      expect(
        new Set(
          seats.flatMap(({ ballots, box }) => [...ballots.map(({ ballot }) => ballot), ...box]),
        ).size,
      ).toBe(33 * 11);
      expect(taken.filter((seat) => 'refused' in seat).map(refusal)).toEqual(
        Array.from({ length: 7 }, () => '409 no-seats'),
      );
    });

    it('[R3] give a question on shared tablets all its seats, though seats are being taken as it is asked', async () => {
      const { store: one, code } = await openRoom();
      const other = await open();
      granted(await one.update(code, { type: 'shared' }, NINE));
      await other.read(code);
      const seats = Array.from({ length: 20 }, (_, at) =>
        (at % 2 === 0 ? one : other).seat(code, NINE),
      );
      const asked = one.update(code, { type: 'ask', question: 'pressure' }, NINE);
      const later = Array.from({ length: 10 }, () => one.seat(code, NINE));
      (await Promise.all([...seats, ...later])).map(granted);
      const { room } = granted(await asked);
      if (room.state === 'finished') throw new Error('finished');
      expect(room.seats.before).toBeGreaterThanOrEqual(10);
      expect(room.seats.cap).toBe(room.seats.before + seatsFor(room));
      for (let taken = 30; taken < room.seats.cap; taken += 1) {
        granted(await other.seat(code, NINE));
      }
      expect(refusal(await one.seat(code, NINE))).toBe('409 no-seats');
    });

    it('[R7] [R11] [R12] lose neither a step nor a note nor an answer that come at once', async () => {
      const { store: one, code } = await openRoom();
      const other = await open();
      const each = <Answer>(act: (store: Store, at: number) => Promise<Answer>, count = 30) =>
        Promise.all(Array.from({ length: count }, (_, at) => act(at % 2 === 0 ? one : other, at)));
      granted(await one.update(code, { type: 'box', isOpen: true }, NINE));
      granted(await one.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const seats = (await each((store) => store.seat(code, NINE))).map(granted);
      const ballot = (at: number) => ballotFor(seats[at]?.ballots ?? [], 'pressure');
      const vote = (at: number) => ({
        code,
        question: 'pressure',
        round: 1,
        ballot: ballot(at),
        n: 1,
        answer: 'abc'.charAt(at % 3),
      });
      await Promise.all([
        each(async (store, at) =>
          granted(
            await store.post(code, { ballot: seats[at]?.box[0] ?? '', text: `note ${at}` }, NINE),
          ),
        ),
        each(
          async (store, at) =>
            granted(await store.update(code, { type: 'slide', slide: `${at}` }, NINE)),
          10,
        ),
        each(async (store, at) => granted(await store.cast(vote(at), NINE))),
      ]);
      granted(await other.update(code, { type: 'close' }, NINE));
      const closed = await Promise.all([
        one.close(code, NINE + CLOSING_MS),
        other.close(code, NINE + CLOSING_MS),
      ]);
      expect(closed.filter((answer) => 'refused' in answer).map(refusal)).toEqual(['409 not-open']);
      const room = (await one.read(code))?.room;
      expect(room).toMatchObject({
        n: 15,
        closed: [{ tally: { tablets: { answering: 30, chose: { a: 10, b: 10, c: 10, d: 0 } } } }],
      });
      expect(room && room.state !== 'finished' ? room.box.notes : []).toHaveLength(30);
    });

    it('[R7] [R12] close a question that another stopped counting half-way', async () => {
      const { store: one, code } = await openRoom();
      granted(await one.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const ballot = ballotFor(granted(await one.seat(code, NINE)).ballots, 'pressure');
      const vote = { code, question: 'pressure', round: 1, ballot, n: 1, answer: 'a' };
      granted(await one.cast(vote, NINE));
      granted(await one.update(code, { type: 'close' }, NINE));
      await valkey.send('HSET', `wholeclass:{${code}}:room`, 'counted', '1');
      const other = await open();
      expect(refusal(await other.cast({ ...vote, n: 2, answer: 'b' }, NINE))).toBe('409 not-open');
      expect(granted(await other.close(code, NINE + CLOSING_MS)).room).toMatchObject({
        closed: [{ tally: { tablets: { chose: { a: 1, b: 0 } } } }],
      });
      granted(await other.update(code, { type: 'ask', question: 'pressure' }, NINE));
      expect(refusal(await one.cast({ ...vote, n: 2 }, NINE))).toBe('409 not-open');
    });

    it('[R12] go on by any code of a room', async () => {
      const { store: one, code } = await openRoom();
      const { room } = granted(await one.update(code, { type: 'new-code' }, NINE));
      const other = await open();
      expect((await other.read(room.code))?.room.id).toBe(code);
      granted(await other.seat(room.code, NINE));
      expect(refusal(await other.seat(code, NINE))).toBe('404 old-code');
      expect((await one.read(code))?.room).toMatchObject({ seats: { taken: 1 } });
    });
  });
});
