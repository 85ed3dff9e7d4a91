import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/room/store.ts';
import { granted, NINE, opening, refusal } from '../room/a-room.ts';
import { ballotFor } from './ballot-for.ts';
import { seatsContract } from './seats.contract.ts';

/** What every store does for a class that shares tablets, and for a teacher with two windows; `open` gives an empty one. */
export function classContract(name: string, open: () => Promise<Store> | Store): void {
  seatsContract(name, open);
  describe(`${name}, in a classroom`, () => {
    let store: Store;
    let code: string;

    beforeEach(async () => {
      store = await open();
      ({ code } = granted(await store.create(opening, NINE)).room);
    });

    it('[R3] has seats with ballots of their own for each question where tablets are shared', async () => {
      const sit = async () => ballotFor(granted(await store.seat(code, NINE)).ballots, 'pressure');
      granted(await store.update(code, { type: 'shared' }, NINE));
      for (let seat = 0; seat < 33 + 15; seat += 1) await sit();
      granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
      const ballots = new Set<string>();
      for (let seat = 0; seat < 33; seat += 1) ballots.add(await sit());
      expect(ballots.size).toBe(33);
      const [ballot = ''] = ballots;
      granted(
        await store.cast({ code, question: 'pressure', round: 1, ballot, n: 1, answer: 'a' }, NINE),
      );
    });

    it('[R13] is led by one window, which may say so again without a step', async () => {
      const lead = (by: string, now = NINE, take = false) =>
        store.update(code, { type: 'lead', by, take }, now);
      const { n } = granted(await lead('laptop')).room;
      expect(granted(await lead('laptop', NINE + 4000)).room.n).toBe(n);
      expect(
        refusal(
          await store.update(code, { type: 'ask', question: 'law', by: 'other' }, NINE + 6000),
        ),
      ).toBe('409 led-elsewhere');
      expect(granted(await lead('other', NINE + 6000, true)).room.n).toBe(n + 1);
      expect(
        refusal(
          await store.update(code, { type: 'ask', question: 'law', by: 'laptop' }, NINE + 6000),
        ),
      ).toBe('409 led-elsewhere');
    });
  });
}
