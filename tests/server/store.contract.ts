import { beforeEach, describe, expect, it } from 'vitest';
import { CLOSING_MS, ROOM_MS } from '../../src/room/room.ts';
import type { Ballot, Note } from '../../src/room/protocol.ts';
import type { Room } from '../../src/room/room.ts';
import type { Snapshot, Store } from '../../src/room/store.ts';
import { granted, NINE, opening, refusal } from '../room/a-room.ts';
import { ballotFor } from './ballot-for.ts';
import { classContract } from './class.contract.ts';

/** What every store of rooms must do, whatever it keeps them in; `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store> | Store): void {
  classContract(name, open);
  describe(`${name}, as a store of rooms`, () => {
    let store: Store;
    let code: string;
    let room: Snapshot['room'];

    beforeEach(async () => {
      store = await open();
      ({ room } = granted(await store.create(opening, NINE)));
      ({ code } = room);
    });

    async function seats(count: number): Promise<readonly (readonly Ballot[])[]> {
      const taken = [];
      for (let at = 0; at < count; at += 1) {
        taken.push(granted(await store.seat(code, NINE)).ballots);
      }
      return taken;
    }

    /** One seat for each answer, each having given it. */
    async function answered(answers: readonly string[]): Promise<readonly string[]> {
      const ballots = (await seats(answers.length)).map((seat) => ballotFor(seat, 'pressure'));
      const receipts = [];
      for (const [at, ballot] of ballots.entries()) {
        receipts.push((await cast(ballot, answers[at] ?? '')).receipt);
      }
      return receipts;
    }

    async function cast(ballot: string, answer: string, n = 1) {
      return granted(
        await store.cast({ code, question: 'pressure', round: 1, ballot, n, answer }, NINE),
      );
    }

    async function closeNow(): Promise<Snapshot> {
      granted(await store.update(code, { type: 'close' }, NINE));
      return granted(await store.close(code, NINE + CLOSING_MS));
    }

    it('reads a room by its code, in any case and with spaces', async () => {
      expect(await store.read(`${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`)).toEqual({
        room,
        answersIn: 0,
      });
      expect([
        await store.read('BBB222'),
        await store.read(''),
        await store.read('nonsense'),
      ]).toEqual([null, null, null]);
      expect(await store.all()).toEqual([{ room, answersIn: 0 }]);
    });

    it('refuses everything for a room that is not there', async () => {
      expect(refusal(await store.update('BBB222', { type: 'close' }, NINE))).toBe(
        '404 no-such-room',
      );
      expect(refusal(await store.seat('BBB222', NINE))).toBe('404 no-such-room');
      expect(refusal(await store.close('BBB222', NINE))).toBe('404 no-such-room');
      expect(refusal(await store.merge('BBB222', [], NINE))).toBe('404 no-such-room');
    });

    it('[R2] gives each seat one ballot for each question and round, all different', async () => {
      const taken = await seats(33);
      for (const seat of taken) {
        expect(seat.map(({ question, round }) => `${question} ${round}`)).toEqual(ALL_ROUNDS);
      }
      expect(new Set(taken.flat().map(({ ballot }) => ballot)).size).toBe(33 * 9);
      expect(refusal(await store.seat(code, NINE))).toBe('409 no-seats');
    });

    it('[R2] gives a seat taken later only what can still be answered', async () => {
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      await closeNow();
      const [seat] = await seats(1);
      expect(seat?.map(({ question, round }) => `${question} ${round}`)).toEqual(
        ALL_ROUNDS.slice(1),
      );
    });

    it('[R3] has ballots for more seats when there are more pupils, in the open question too', async () => {
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      await answered(['a', 'b', 'c', 'd', 'a']);
      granted(await store.update(code, { type: 'pupils', pupils: 32 }, NINE));
      const more = await seats(30);
      await cast(ballotFor(more.at(-1) ?? [], 'pressure'), 'b');
      expect((await closeNow()).room).toMatchObject({
        closed: [{ tally: { tablets: { chose: { a: 2, b: 2, c: 1, d: 1 } } } }],
      });
    });

    it('[R3] lets those seated go on after a new code, and newcomers join by the new one alone', async () => {
      const [seat] = await seats(1);
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const renewed = granted(await store.update(code, { type: 'new-code' }, NINE)).room;
      expect(refusal(await store.seat(code, NINE))).toBe('404 old-code');
      expect(granted(await store.seat(renewed.code, NINE)).ballots).toHaveLength(9);
      expect(await cast(ballotFor(seat ?? [], 'pressure'), 'a')).toHaveProperty('receipt');
    });

    it('[R4] keeps the greatest change of a ballot, whatever order they arrive in', async () => {
      const [one, two] = (await seats(2)).map((seat) => ballotFor(seat, 'pressure'));
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const changes = { [one ?? '']: ['a1', 'c3', 'b2'], [two ?? '']: ['b2', 'd2', 'a1'] };
      for (const [ballot, marks] of Object.entries(changes)) {
        for (const mark of marks) await cast(ballot, mark.charAt(0), Number(mark.charAt(1)));
      }
      expect((await closeNow()).room).toMatchObject({
        closed: [{ tally: { tablets: { chose: { a: 0, b: 0, c: 1, d: 1 } } } }],
      });
    });

    it('[R4] refuses what is no vote', async () => {
      const [seat] = await seats(1);
      const vote = {
        code,
        question: 'pressure',
        round: 1,
        ballot: ballotFor(seat ?? [], 'pressure'),
        n: 1,
        answer: 'a',
      };
      expect(refusal(await store.cast(vote, NINE))).toBe('409 not-open');
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const refused = async (change: object) =>
        refusal(await store.cast({ ...vote, ...change }, NINE));
      expect(await refused({ answer: 'e' })).toBe('400 bad-vote');
      expect(await refused({ n: 0 })).toBe('400 bad-vote');
      expect(await refused({ n: 21 })).toBe('400 bad-vote');
      expect(await refused({ ballot: 'short' })).toBe('400 bad-vote');
      expect(await refused({ ballot: ballotFor(seat ?? [], 'law') })).toBe('404 no-such-ballot');
      expect(await refused({ round: 2 })).toBe('409 not-open');
      expect(await refused({ question: 'law' })).toBe('409 not-open');
      expect(await refused({ question: 'nothing' })).toBe('404 no-such-question');
    });

    it('[R5] seals receipts of one length that tell nothing, and counts them once', async () => {
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const receipts = await answered(['a', 'pass', 'c']);
      expect(new Set(receipts.map((receipt) => receipt.length)).size).toBe(1);
      expect(granted(await store.merge(code, [...receipts, 'forged', ''], NINE))).toEqual({
        merged: 3,
      });
      expect((await closeNow()).room).toMatchObject({
        closed: [{ tally: { tablets: { chose: { a: 1, b: 0, c: 1, d: 0 } } } }],
      });
      expect(granted(await store.merge(code, receipts, NINE))).toEqual({ merged: 0 });
    });

    it('[R5] takes no receipt of another round', async () => {
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const receipts = await answered(['a', 'b']);
      await closeNow();
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      expect(granted(await store.merge(code, receipts, NINE))).toEqual({ merged: 0 });
    });

    it('[R11] takes one note for each right of a seat while the box is open, and lets only the teacher know', async () => {
      const seat = granted(await store.seat(code, NINE));
      const other = granted(await store.seat(code, NINE));
      expect(
        new Set([...seat.box, ...other.box, ...seat.ballots.map(({ ballot }) => ballot)]).size,
      ).toBe(2 + 2 + 9);
      const post = async (ballot = '', text = 'What is consent?') =>
        store.post(code, { ballot, text }, NINE);
      expect(refusal(await post(seat.box[0]))).toBe('409 box-shut');
      const { n } = granted(await store.update(code, { type: 'box', isOpen: true }, NINE)).room;
      expect(refusal(await post(seat.box[0], ' \u200B '))).toBe('400 bad-note');
      expect(refusal(await post(seat.box[0], 'x'.repeat(281)))).toBe('400 bad-note');
      granted(await post(seat.box[0]));
      expect(refusal(await post(seat.box[0]))).toBe('404 no-such-ballot');
      expect(refusal(await post(seat.ballots[0]?.ballot))).toBe('404 no-such-ballot');
      granted(await post(seat.box[1], '  no question\u0007 '));
      const room = (await store.read(code))?.room;
      expect(room?.n).toBe(n);
      expect(room).toMatchObject({ box: { isOpen: true } });
      expect(
        notesOf(room)
          .map(({ text }) => text)
          .toSorted(),
      ).toEqual(['What is consent?', 'no question']);
      expect(JSON.stringify(room)).not.toMatch(new RegExp([...seat.box, ...other.box].join('|')));
    });

    it('[R11] keeps notes in one order, whatever order they came in', async () => {
      granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
      for (let at = 0; at < 20; at += 1) {
        const { box } = granted(await store.seat(code, NINE));
        granted(await store.post(code, { ballot: box[at % 2] ?? '', text: `note ${at}` }, NINE));
      }
      const notes = notesOf((await store.read(code))?.room);
      expect(notes.map(({ id }) => id)).toEqual(notes.map(({ id }) => id).toSorted());
      expect(notes.map(({ text }) => text)).not.toEqual(
        Array.from({ length: 20 }, (_, at) => `note ${at}`),
      );
    });

    it('[R8] [R11] leaves notes that wait at the deadline, and nothing else, until they are handed over', async () => {
      granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
      for (const text of ['one', 'two', 'three', 'four']) {
        granted(
          await store.post(
            code,
            { ballot: granted(await store.seat(code, NINE)).box[0] ?? '', text },
            NINE,
          ),
        );
      }
      const ids = Object.fromEntries(
        notesOf((await store.read(code))?.room).map(({ id, text }) => [text, id]),
      );
      for (const [text, as] of [
        ['one', 'all'],
        ['two', 'dsl'],
        ['three', 'handed'],
      ] as const) {
        granted(await store.update(code, { type: 'triage', note: ids[text] ?? '', as }, NINE));
      }
      expect(refusal(await store.update(code, { type: 'finish' }, NINE))).toBe('409 box-waits');
      await store.expire(NINE + ROOM_MS);
      const left = await store.left(NINE + ROOM_MS);
      expect([await store.read(code), left.map(({ id }) => id)]).toEqual([
        null,
        [ids['two'] ?? '', ids['four'] ?? ''].toSorted(),
      ]);
      for (const note of left) expect(await store.changeLeft(note, null)).toBe(true);
      expect(await store.left(NINE + ROOM_MS)).toEqual([]);
    });

    it('[R7] takes votes for two seconds more, then never again', async () => {
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const [seat] = await seats(1);
      const ballot = ballotFor(seat ?? [], 'pressure');
      granted(await store.update(code, { type: 'close' }, NINE));
      await cast(ballot, 'a');
      expect(refusal(await store.close(code, NINE + CLOSING_MS - 1))).toBe('409 still-closing');
      expect(granted(await store.close(code, NINE + CLOSING_MS)).room).toMatchObject({
        closed: [{ tally: { tablets: { chose: { a: 1 } } } }],
      });
      expect(
        refusal(
          await store.cast(
            { code, question: 'pressure', round: 1, ballot, n: 2, answer: 'b' },
            NINE,
          ),
        ),
      ).toBe('409 not-open');
      expect(refusal(await store.close(code, NINE + CLOSING_MS))).toBe('409 not-open');
    });

    it('[D1] tells the number of answers in fives, a pass among them, and only when it moves', async () => {
      const received: number[] = [];
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const ballots = (await seats(12)).map((seat) => ballotFor(seat, 'pressure'));
      store.watch(code, ({ answersIn }) => received.push(answersIn));
      for (const ballot of ballots) {
        await cast(ballot, 'pass');
        await cast(ballot, 'a', 2);
        expect((await store.read(code))?.answersIn).toBe(received.at(-1) ?? 0);
      }
      expect(received).toEqual([5, 10]);
    });

    it('[R8] forgets a room at finish, and says so once', async () => {
      const received: string[] = [];
      store.watch(code, (snapshot) => received.push(snapshot.room.state));
      expect(granted(await store.update(code, { type: 'finish' }, NINE)).room.state).toBe(
        'finished',
      );
      expect(received).toEqual(['finished']);
      expect([await store.read(code), await store.all()]).toEqual([null, []]);
    });

    it('[R8] forgets a room at its deadline', async () => {
      const received: string[] = [];
      store.watch(code, (snapshot) => received.push(snapshot.room.state));
      await store.expire(NINE + ROOM_MS - 1);
      expect(received).toEqual([]);
      expect(
        refusal(await store.update(code, { type: 'ask', question: 'law' }, NINE + ROOM_MS)),
      ).toBe('404 no-such-room');
      await store.expire(NINE + ROOM_MS);
      expect([received, await store.read(code)]).toEqual([['finished'], null]);
    });

    it('tells those who watch of every step, until they stop', async () => {
      const received: string[] = [];
      const stop = store.watch(code, (snapshot) => received.push(snapshot.room.state));
      granted(await store.update(code, { type: 'ask', question: 'law' }, NINE));
      stop();
      granted(await store.update(code, { type: 'close' }, NINE));
      expect(received).toEqual(['asking']);
    });
  });
}

function notesOf(room?: Room): readonly Note[] {
  return !room || room.state === 'finished' ? [] : room.box.notes;
}

const ALL_ROUNDS = ['pressure', 'law', 'sure'].flatMap((question) =>
  [1, 2, 3].map((round) => `${question} ${round}`),
);
