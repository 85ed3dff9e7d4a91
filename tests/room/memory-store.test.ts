import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/room/memory-store.ts';
import { CLOSING_MS } from '../../src/room/room.ts';
import type { Keeper, Saved, Store } from '../../src/room/store.ts';
import { boardView } from '../../src/room/views.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { sureTwice } from '../poll/questions.ts';
import { seededRandom } from '../poll/seeded-random.ts';
import { ballotFor } from '../server/ballot-for.ts';
import { granted, NINE, opening, refusal } from './a-room.ts';

/** Keeps in memory what a disk would hold. */
function openShelf(): Keeper & { readonly saved: Map<string, Saved> } {
  const saved = new Map<string, Saved>();
  return {
    saved,
    save: (room, { issued = [], key, spent, used }) => {
      const { ballots = [], keys = [] } = saved.get(room.id) ?? {};
      const isLeft = (one: { readonly question: string; readonly round: number }) =>
        one.question !== spent?.question || one.round !== spent.round;
      const still = [...ballots, ...issued].filter(({ ballot }) => ballot !== used?.ballot);
      saved.set(room.id, {
        room,
        ballots: still.filter(isLeft),
        keys: [...keys, ...(key ? [key] : [])].filter(isLeft),
      });
    },
    forget: (id) => void saved.delete(id),
    writeLeft: () => {},
    end: () => {},
  };
}

/** Twelve seats in a new room whose first question is open. */
async function openClass(store: Store) {
  const { code } = granted(await store.create(opening, NINE)).room;
  const ballots: string[] = [];
  for (let seat = 0; seat < 12; seat += 1) {
    ballots.push(ballotFor(granted(await store.seat(code, NINE)).ballots, 'pressure'));
  }
  granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
  return { code, ballots };
}

const vote = fc.record({
  seat: fc.nat({ max: 11 }),
  n: fc.integer({ min: 1, max: 20 }),
  answer: fc.constantFrom('a', 'b', 'c', 'd', 'pass'),
});
const twoOrders = fc
  .array(vote, { maxLength: 60 })
  .chain((votes) =>
    fc.tuple(
      fc.constant(votes),
      fc.shuffledSubarray(votes, { minLength: votes.length, maxLength: votes.length }),
    ),
  );

describe('the room in memory', () => {
  it('[R2] deals a ballot for the round after though the round before was left out', async () => {
    const store = openMemoryStore({ random: seededRandom(7), sealer: receiptSealer, keeper: null });
    const { code } = granted(await store.create({ ...opening, questions: [sureTwice] }, NINE)).room;
    const [early] = [granted(await store.seat(code, NINE)).ballots];
    granted(await store.update(code, { type: 'ask', question: 'sure-twice', round: 2 }, NINE));
    const late = granted(await store.seat(code, NINE)).ballots;
    for (const seat of [early, late]) {
      const ballot = seat.find(({ round }) => round === 2)?.ballot ?? '';
      granted(
        await store.cast(
          { code, question: 'sure-twice', round: 2, ballot, n: 1, answer: 'a' },
          NINE,
        ),
      );
    }
    granted(await store.update(code, { type: 'close' }, NINE));
    expect(granted(await store.close(code, NINE + CLOSING_MS)).room).toMatchObject({
      closed: [{ round: 2, tally: { tablets: { chose: { a: 2 } } } }],
    });
    expect(granted(await store.seat(code, NINE)).ballots.map(({ round }) => round)).toEqual([3]);
  });

  it('[R4] [R6] ends byte for byte the same, whatever order the same votes arrive in', async () => {
    await fc.assert(
      fc.asyncProperty(twoOrders, async (orders) => {
        const ends = await Promise.all(
          orders.map(async (votes) => {
            const shelf = openShelf();
            const store = openMemoryStore({
              random: seededRandom(5),
              sealer: { ...receiptSealer, newKey: () => new Uint8Array(43).fill(65) },
              keeper: shelf,
            });
            const { code, ballots } = await openClass(store);
            for (const { seat, n, answer } of votes) {
              granted(
                await store.cast(
                  { code, question: 'pressure', round: 1, ballot: ballots[seat] ?? '', n, answer },
                  NINE,
                ),
              );
            }
            const open = JSON.stringify([...shelf.saved, await store.read(code)]);
            granted(await store.update(code, { type: 'close' }, NINE));
            granted(await store.close(code, NINE + CLOSING_MS));
            return [open, JSON.stringify([...shelf.saved, await store.read(code)])];
          }),
        );
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 40 },
    );
  });

  it('[R7] holds no ballot of a closed question', async () => {
    const shelf = openShelf();
    const store = openMemoryStore({
      random: seededRandom(6),
      sealer: receiptSealer,
      keeper: shelf,
    });
    const { code, ballots } = await openClass(store);
    granted(await store.update(code, { type: 'close' }, NINE));
    granted(await store.close(code, NINE + CLOSING_MS));
    const saved = JSON.stringify([...shelf.saved]);
    expect(ballots.filter((ballot) => saved.includes(ballot))).toEqual([]);
    expect([...shelf.saved.values()].flatMap(({ keys }) => keys)).toEqual([]);
  });

  it('[R5] counts the same after a crash at any moment, once all receipts are in, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(twoOrders, fc.nat({ max: 60 }), async ([votes, shuffled], crash) => {
        const shelf = openShelf();
        const means = { random: seededRandom(8), sealer: receiptSealer, keeper: shelf };
        const first = openMemoryStore(means);
        const { code, ballots } = await openClass(first);
        const cast = async (store: Store, { seat, n, answer }: (typeof votes)[number]) =>
          granted(
            await store.cast(
              { code, question: 'pressure', round: 1, ballot: ballots[seat] ?? '', n, answer },
              NINE,
            ),
          ).receipt;
        const receipts = [];
        for (const one of votes.slice(0, crash)) receipts.push(await cast(first, one));
        const second = openMemoryStore(means, [...shelf.saved.values()]);
        granted(await second.merge(code, receipts.toReversed(), NINE));
        for (const one of votes.slice(crash)) await cast(second, one);
        const third = openMemoryStore({ ...means, keeper: null }, [...shelf.saved.values()]);
        for (const one of shuffled) await cast(third, one);
        const ends = [];
        for (const store of [second, third]) {
          granted(await store.update(code, { type: 'close' }, NINE));
          const { room } = granted(await store.close(code, NINE + CLOSING_MS));
          ends.push('closed' in room ? room.closed : null);
        }
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 40 },
    );
  });

  it('runs in a page with hands alone: nothing to join, the same steps and views', async () => {
    const store = openMemoryStore({ random: seededRandom(9), sealer: null, keeper: null });
    expect(refusal(await store.create(opening, NINE))).toBe('409 no-devices');
    const { code } = granted(await store.create({ ...opening, devices: false }, NINE)).room;
    expect(refusal(await store.update(code, { type: 'devices' }, NINE))).toBe('409 no-devices');
    granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
    expect(refusal(await store.seat(code, NINE))).toBe('409 no-devices');
    granted(
      await store.update(
        code,
        { type: 'hands', question: 'pressure', counts: { a: 1, b: 2, c: 12, d: 12 } },
        NINE,
      ),
    );
    granted(await store.update(code, { type: 'close' }, NINE));
    granted(await store.close(code, NINE + CLOSING_MS));
    const shown = granted(await store.update(code, { type: 'show', question: 'pressure' }, NINE));
    expect(boardView(shown)).toMatchObject({
      address: '',
      poll: { state: 'shown', published: { rung: 'bands', turnout: 0 } },
    });
  });
});
