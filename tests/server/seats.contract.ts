import { beforeEach, describe, expect, it } from 'vitest';
import { CLOSING_MS } from '../../src/room/room.ts';
import type { Live } from '../../src/room/room.ts';
import type { Store } from '../../src/room/store.ts';
import { granted, NINE, opening, refusal } from '../room/a-room.ts';
import { ballotFor } from './ballot-for.ts';

/** What every store does with codes, the pass, and seats that are reset. */
export function seatsContract(name: string, open: () => Promise<Store> | Store): void {
  describe(`${name}, as a store of seats`, () => {
    let store: Store;
    let code: string;

    beforeEach(async () => {
      store = await open();
      ({ code } = granted(await store.create(opening, NINE)).room);
    });

    const sit = async (by = code) => granted(await store.seat(by, NINE));
    const cast = (by: string, ballot: string, round = 1) =>
      store.cast({ code: by, question: 'pressure', round, ballot, n: 1, answer: 'a' }, NINE);
    const reset = async () => granted(await store.update(code, { type: 'reset-seats' }, NINE)).room;
    const ask = async () =>
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));

    async function close(): Promise<Live> {
      granted(await store.update(code, { type: 'close' }, NINE));
      const { room } = granted(await store.close(code, NINE + CLOSING_MS));
      if (room.state === 'finished') throw new Error('finished');
      return room;
    }

    it('[R19] gives every seat of a room the same pass, by which it goes on whatever becomes of the code', async () => {
      const [one, other] = [await sit(), await sit()];
      expect(one.pass).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(other.pass).toBe(one.pass);
      expect([...one.ballots, ...other.ballots].map(({ ballot }) => ballot)).not.toContain(
        one.pass,
      );
      await ask();
      granted(await store.update(code, { type: 'new-code' }, NINE));
      expect((await store.read(one.pass))?.room.id).toBe(code);
      const voted = granted(await cast(one.pass, ballotFor(one.ballots, 'pressure')));
      expect(granted(await store.merge(one.pass, [voted.receipt], NINE))).toEqual({ merged: 1 });
      granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
      granted(await store.post(other.pass, { ballot: other.box[0] ?? '', text: 'Why?' }, NINE));
      const second = granted(await store.create(opening, NINE)).room;
      expect(granted(await store.seat(second.code, NINE)).pass).not.toBe(one.pass);
    });

    it('[R19] deals no seat by the pass: a pupil who is in lets no other in', async () => {
      const { pass } = await sit();
      expect(refusal(await store.seat(pass, NINE))).toBe('404 old-code');
      expect(
        refusal(
          await store.seat(
            pass.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
            NINE,
          ),
        ),
      ).toBe('404 no-such-room');
    });

    it('[R52] takes no seat by the code alone while joining is closed: a page that was in comes back with its pass, votes go on, and it opens again', async () => {
      const { pass, ballots } = await sit();
      await ask();
      const isClosed = async () =>
        granted(await store.update(code, { type: 'joining', isOpen: false }, NINE)).room;
      expect(await isClosed()).toMatchObject({ state: 'asking', isJoiningClosed: true });
      const taken = async () => {
        const read = await store.read(code);
        return read !== null && read.room.state !== 'finished' ? read.room.seats.taken : null;
      };
      expect(refusal(await store.seat(code, NINE))).toBe('409 joining-closed');
      expect(refusal(await store.seat(code, NINE, pass.toLowerCase()))).toBe('409 joining-closed');
      // Nor does the pass alone deal a seat.
      expect(refusal(await store.seat(pass, NINE, pass))).toBe('404 old-code');
      expect(await taken()).toBe(1);
      expect(granted(await store.seat(code, NINE, pass)).pass).toBe(pass);
      expect(await taken()).toBe(2);
      granted(await cast(pass, ballotFor(ballots, 'pressure')));
      granted(await store.update(code, { type: 'joining', isOpen: true }, NINE));
      await sit();
      await isClosed();
      const { code: next } = await reset();
      await sit(next);
      expect(await taken()).toBe(1);
    });

    it('[R20] resets the seats: a new code, a new pass, no seat taken, and no old ballot counts in this round or a later one', async () => {
      const old = await sit();
      granted(await store.update(code, { type: 'new-code' }, NINE));
      await ask();
      granted(await cast(old.pass, ballotFor(old.ballots, 'pressure')));
      const room = await reset();
      expect(room).toMatchObject({
        state: 'asking',
        open: { round: 1 },
        seats: { taken: 0, cap: 33, before: 0 },
      });
      const fresh = await sit(room.code);
      expect(fresh.pass).not.toBe(old.pass);
      expect(
        fresh.ballots.filter(({ ballot }) => old.ballots.some((one) => one.ballot === ballot)),
      ).toEqual([]);
      expect(refusal(await cast(fresh.pass, ballotFor(old.ballots, 'pressure')))).toBe(
        '404 no-such-ballot',
      );
      granted(await cast(fresh.pass, ballotFor(fresh.ballots, 'pressure')));
      expect((await close()).closed).toMatchObject([
        { tally: { tablets: { chose: { a: 1, b: 0, c: 0, d: 0 } } } },
      ]);
      await ask();
      const second = (ballots: typeof old.ballots) =>
        ballots.find((one) => one.question === 'pressure' && one.round === 2)?.ballot ?? '';
      expect(refusal(await cast(room.code, second(old.ballots), 2))).toBe('404 no-such-ballot');
      granted(await cast(room.code, second(fresh.ballots), 2));
    });

    it('[R20] no code and no pass from before the reset leads anywhere, and each gets the reason', async () => {
      const old = await sit();
      await ask();
      const { receipt } = granted(await cast(old.pass, ballotFor(old.ballots, 'pressure')));
      const { code: middle } = granted(await store.update(code, { type: 'new-code' }, NINE)).room;
      const { code: latest } = await reset();
      for (const entry of [code, middle, old.pass]) {
        expect(refusal(await store.seat(entry, NINE))).toBe('409 seats-reset');
        expect(refusal(await cast(entry, ballotFor(old.ballots, 'pressure')))).toBe(
          '409 seats-reset',
        );
        expect(
          refusal(await store.post(entry, { ballot: old.box[0] ?? '', text: 'Why?' }, NINE)),
        ).toBe('409 seats-reset');
        expect(refusal(await store.merge(entry, [receipt], NINE))).toBe('409 seats-reset');
      }
      expect(granted(await store.merge(latest, [receipt], NINE))).toEqual({ merged: 0 });
      expect(await store.read(code)).toMatchObject({
        room: { id: code, code: latest },
        answersIn: 0,
      });
    });

    it('[R20] deals as many seats as before after a reset, keeps notes, and waits for a question that is closing', async () => {
      granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
      for (let seat = 0; seat < 33; seat += 1) await sit();
      const { code: first } = await reset();
      for (let seat = 0; seat < 33; seat += 1) await sit(first);
      expect(refusal(await store.seat(first, NINE))).toBe('409 no-seats');
      const { code: second } = await reset();
      granted(
        await store.post(second, { ballot: (await sit(second)).box[0] ?? '', text: 'Why?' }, NINE),
      );
      expect(await reset()).toMatchObject({ box: { notes: [{ text: 'Why?' }] } });
      await ask();
      granted(await store.update(code, { type: 'close' }, NINE));
      expect(refusal(await store.update(code, { type: 'reset-seats' }, NINE))).toBe(
        '409 still-closing',
      );
    });

    it('[R21] discards a closed round: its answers are gone, and the next ballots that seats hold already are asked for', async () => {
      const seat = await sit();
      await ask();
      const { receipt } = granted(await cast(seat.pass, ballotFor(seat.ballots, 'pressure')));
      expect((await close()).closed).toMatchObject([{ tally: { tablets: { answering: 1 } } }]);
      const { room } = granted(
        await store.update(code, { type: 'discard', question: 'pressure' }, NINE),
      );
      expect(room).toMatchObject({
        state: 'waiting',
        closed: [{ question: 'pressure', round: 1, turnout: 1 }],
      });
      expect(JSON.stringify((await store.read(code))?.room)).not.toContain('"tally"');
      expect(refusal(await store.update(code, { type: 'show', question: 'pressure' }, NINE))).toBe(
        '409 not-closed',
      );
      await ask();
      const second =
        seat.ballots.find((one) => one.question === 'pressure' && one.round === 2)?.ballot ?? '';
      expect(refusal(await cast(seat.pass, ballotFor(seat.ballots, 'pressure')))).toBe(
        '409 not-open',
      );
      expect(granted(await store.merge(seat.pass, [receipt], NINE))).toEqual({ merged: 0 });
      granted(await cast(seat.pass, second, 2));
      expect((await close()).closed).toMatchObject([
        { turnout: 1 },
        { round: 2, tally: { tablets: { answering: 1 } } },
      ]);
    });
  });
}
