import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counts } from '../../src/poll/tally.ts';
import type { Closed, Discarded, Open, Room, RoomEvent } from '../../src/room/room.ts';
import { isDiscarded } from '../../src/room/rounds.ts';
import { CLOSING_MS, ROOM_MS } from '../../src/room/room.ts';
import { step } from '../../src/room/step.ts';
import { staffView } from '../../src/room/views.ts';
import { law, pressure, signs, sure, sureTwice } from '../poll/questions.ts';
import { aRoom, after, NINE, refusal } from './a-room.ts';

const ask = { type: 'ask', question: 'pressure' } as const satisfies RoomEvent;
const none = { a: 0, b: 0, c: 0, d: 0 };
const closed: RoomEvent = { type: 'closed', tablets: { answering: 0, chose: none } };

/** A room in which `pressure` was asked and closed this often. */
function closedTimes(times: number) {
  return Array.from({ length: times }).reduce<ReturnType<typeof aRoom>>(
    (room) => after(after(room, [ask, { type: 'close' }]), [closed], NINE + CLOSING_MS),
    aRoom(),
  );
}

describe('a room', () => {
  it('[R1] freezes its questions with a fingerprint when it opens', () => {
    const room = aRoom();
    expect(room).toMatchObject({
      state: 'waiting',
      questions: [pressure, law, sure],
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it('[R1] is stepped without being changed', () => {
    const room = aRoom();
    const before = JSON.stringify(room);
    after(room, [
      ask,
      { type: 'hands', question: 'pressure', counts: { a: 1 } },
      { type: 'close' },
    ]);
    expect(JSON.stringify(room)).toBe(before);
  });

  it('[R3] has new seats for each question where tablets are shared, and for none where they are not', () => {
    const sit = (times: number) =>
      Array.from({ length: times }, (): RoomEvent => ({ type: 'seat', code: 'BKT472' }));
    const ended = (room: Room) =>
      after(after(room, [{ type: 'close' }]), [closed], NINE + CLOSING_MS);
    const seatsOf = (room: Room) => staffView({ room, answersIn: 0 }).seats;
    const shared = after(aRoom(), [{ type: 'shared' }, ...sit(15), ask, ...sit(33)]);
    expect(seatsOf(after(aRoom(), [{ type: 'shared' }]))).toEqual({ taken: 0, cap: 48 });
    expect(seatsOf(shared)).toEqual({ taken: 33, cap: 48 });
    expect(seatsOf(after(ended(shared), [{ type: 'ask', question: 'law' }]))).toEqual({
      taken: 0,
      cap: 48,
    });
    const own = after(aRoom(), [...sit(30), ask]);
    expect(seatsOf(after(ended(own), [{ type: 'ask', question: 'law' }]))).toEqual({
      taken: 30,
      cap: 33,
    });
  });

  it('[R3] has three more when the teacher says so, and never more than twice as many as at first', () => {
    const more = (times: number) =>
      Array.from({ length: times }, (): RoomEvent => ({ type: 'more-seats' }));
    expect(after(aRoom(), more(1))).toMatchObject({ pupils: 30, seats: { cap: 36 } });
    expect(refusal(step(after(aRoom(), more(11)), { type: 'more-seats' }, NINE))).toBe(
      '409 seats-enough',
    );
  });

  it('[R3] has a seat for each pupil and three to spare; more pupils raise that, fewer do not lower it', () => {
    expect(after(aRoom(), [])).toMatchObject({ seats: { taken: 0, cap: 33 } });
    expect(after(aRoom(), [{ type: 'pupils', pupils: 35 }])).toMatchObject({
      pupils: 35,
      seats: { cap: 38 },
    });
    expect(after(aRoom(), [{ type: 'pupils', pupils: 12 }])).toMatchObject({
      pupils: 12,
      seats: { cap: 33 },
    });
    const full = after(
      aRoom(),
      Array.from({ length: 33 }, () => ({ type: 'seat', code: 'BKT472' }) as const),
    );
    expect(refusal(step(full, { type: 'seat', code: 'BKT472' }, NINE))).toBe('409 no-seats');
  });

  it('[R3] ends the old code for newcomers when it gets a new one', () => {
    const room = after(aRoom(), [{ type: 'new-code', code: 'DFG234' }]);
    expect(refusal(step(room, { type: 'seat', code: 'BKT472' }, NINE))).toBe('404 old-code');
    expect(after(room, [{ type: 'seat', code: 'DFG234' }])).toMatchObject({
      id: 'BKT472',
      seats: { taken: 1 },
    });
  });

  it('gives no seat while the class answers without devices', () => {
    const room = { ...aRoom(), devices: false };
    expect(refusal(step(room, { type: 'seat', code: 'BKT472' }, NINE))).toBe('409 no-devices');
    expect(after(room, [{ type: 'devices' }, { type: 'seat', code: 'BKT472' }])).toMatchObject({
      seats: { taken: 1 },
    });
  });

  it('[R52] closes joining and opens it again, in every state, and only where there are devices', () => {
    const closed = after(aRoom(), [ask, { type: 'joining', isOpen: false }]);
    expect(closed).toMatchObject({ state: 'asking', isJoiningClosed: true, n: 3 });
    expect(refusal(step(closed, { type: 'seat', code: 'BKT472' }, NINE))).toBe(
      '409 joining-closed',
    );
    // It stays closed through the steps of a question.
    expect(after(closed, [{ type: 'close' }])).toMatchObject({ isJoiningClosed: true });
    expect(
      after(closed, [
        { type: 'joining', isOpen: true },
        { type: 'seat', code: 'BKT472' },
      ]),
    ).toMatchObject({ seats: { taken: 1 }, isJoiningClosed: false });
    const byHands = { ...aRoom(), devices: false };
    expect(refusal(step(byHands, { type: 'joining', isOpen: false }, NINE))).toBe('409 no-devices');
  });

  it('asks one question at a time', () => {
    const room = after(aRoom(), [ask]);
    expect(room).toMatchObject({
      state: 'asking',
      open: { question: pressure, round: 1, hands: null },
    });
    expect(refusal(step(room, { type: 'ask', question: 'law' }, NINE))).toBe('409 question-open');
    expect(refusal(step(room, { type: 'ask', question: 'nothing' }, NINE))).toBe(
      '404 no-such-question',
    );
  });

  it('[R2] [R7] asks again in a round of its own, three times at most', () => {
    expect(after(closedTimes(1), [ask])).toMatchObject({ state: 'asking', open: { round: 2 } });
    expect(after(closedTimes(2), [ask])).toMatchObject({ state: 'asking', open: { round: 3 } });
    expect(refusal(step(closedTimes(3), ask, NINE))).toBe('409 no-more-rounds');
  });

  it('[R2] asks the round that a slide after the lesson names, though the one before was left out, and never one that is over', () => {
    const room = aRoom([sureTwice]);
    const askRound = (round: number) => ({ type: 'ask', question: 'sure-twice', round }) as const;
    const second = after(
      after(room, [askRound(2), { type: 'close' }]),
      [closed],
      NINE + CLOSING_MS,
    );
    expect(second).toMatchObject({ closed: [{ question: 'sure-twice', round: 2 }] });
    for (const round of [1, 2, 4, 2.5]) {
      expect(refusal(step(second, askRound(round), NINE))).toBe('409 round-over');
    }
    expect(after(second, [{ type: 'ask', question: 'sure-twice' }])).toMatchObject({
      open: { round: 3 },
    });
  });

  it('shows no result of a question that is asked again later', () => {
    const room = aRoom([{ ...pressure, paired: true }]);
    const first = after(after(room, [ask, { type: 'close' }]), [closed], NINE + CLOSING_MS);
    expect(refusal(step(first, { type: 'show', question: 'pressure' }, NINE))).toBe('409 not-yet');
    const second = after(after(first, [ask, { type: 'close' }]), [closed], NINE + CLOSING_MS);
    expect(after(second, [{ type: 'show', question: 'pressure' }])).toMatchObject({
      state: 'shown',
      shown: { round: 2 },
    });
  });

  it('[R7] closes in two steps, and then for good', () => {
    const closing = after(aRoom(), [
      ask,
      { type: 'hands', question: 'pressure', counts: { b: 7 } },
      { type: 'close' },
    ]);
    expect(closing).toMatchObject({ state: 'closing', until: NINE + CLOSING_MS });
    expect(refusal(step(closing, closed, NINE + CLOSING_MS - 1))).toBe('409 still-closing');
    const tally = {
      tablets: { answering: 12, chose: { ...none, a: 12 } },
      hands: { answering: 7, chose: { ...none, b: 7 } },
    };
    const done = after(
      closing,
      [{ type: 'closed', tablets: { answering: 12, chose: { ...none, a: 12 } } }],
      NINE + CLOSING_MS,
    );
    expect(done).toMatchObject({ state: 'closed', last: { question: 'pressure', round: 1 } });
    expect(done).toMatchObject({ closed: [{ question: 'pressure', round: 1, tally }] });
    expect(refusal(step(done, { type: 'close' }, NINE))).toBe('409 not-open');
    expect(refusal(step(done, closed, NINE + CLOSING_MS))).toBe('409 not-open');
    expect(
      refusal(step(done, { type: 'hands', question: 'pressure', counts: { b: 8 } }, NINE)),
    ).toBe('409 not-open');
  });

  it('[R57] closes the question and round that a close names, once, and nothing in their place', () => {
    const named: RoomEvent = { type: 'close', question: 'pressure', round: 1 };
    const open = after(aRoom(), [ask]);
    expect(refusal(step(open, { type: 'close', question: 'law', round: 1 }, NINE))).toBe(
      '409 not-open',
    );
    const closing = after(open, [named]);
    expect(closing).toMatchObject({ state: 'closing', until: NINE + CLOSING_MS });
    expect(after(closing, [named], NINE + 1000)).toBe(closing);
    expect(refusal(step(closing, { type: 'close' }, NINE))).toBe('409 not-open');

    const once = after(closing, [closed], NINE + CLOSING_MS);
    for (const next of [ask, { type: 'ask', question: 'law' }] as const) {
      const later = after(once, [next]);
      expect(after(later, [named])).toBe(later);
      expect(after(later, [{ type: 'close' }]).state).toBe('closing');
    }
  });

  it('[R21] [R57] closes no round that was asked again under its number by a close of the discarded one', () => {
    const again = after(closedTimes(1), [{ type: 'discard', question: 'pressure' }, ask]);
    const named = (round: number): RoomEvent => ({ type: 'close', question: 'pressure', round });
    expect(after(again, [named(1)])).toBe(again);
    expect(after(again, [named(2)]).state).toBe('closing');
  });

  it('[R56] takes no second step by the same place, the question that is open, or the result that is shown', () => {
    const film = { order: 3, do: 'seek', at: 12.5 } as const;
    const place: RoomEvent = {
      type: 'slide',
      slide: 'one',
      stage: { step: 1, cover: 'pause', film },
    };
    const there = after(closedTimes(1), [place, { type: 'show', question: 'pressure' }]);
    expect(after(there, [place, { type: 'show', question: 'pressure' }])).toBe(there);
    expect(after(there, [{ ...place, stage: { film, cover: 'pause', step: 1 } }])).toBe(there);
    const others = [
      { type: 'slide', slide: 'one' },
      { ...place, slide: 'two' },
      { ...place, stage: { step: 1, cover: 'none', film } },
      { ...place, stage: { step: 1, cover: 'pause', film, isHelp: true } },
      { ...place, stage: { step: 1, cover: 'pause', film: { ...film, at: 13 } } },
    ] as const;
    for (const other of others) expect(after(there, [other])).toMatchObject({ n: there.n + 1 });

    const open = after(aRoom(), [ask]);
    expect(after(open, [ask, { ...ask, round: 1 }])).toBe(open);
    expect(refusal(step(open, { ...ask, round: 2 }, NINE))).toBe('409 question-open');
    expect(refusal(step(after(open, [{ type: 'close' }]), ask, NINE))).toBe('409 question-open');
  });

  it('[R5] opens a closing question again after a restart, so that receipts can be handed in', () => {
    const closing = after(aRoom(), [ask, { type: 'close' }]);
    expect(after(closing, [{ type: 'restart' }])).toMatchObject({
      state: 'asking',
      open: { round: 1 },
    });
    expect(after(aRoom(), [{ type: 'restart' }])).toEqual(aRoom());
  });

  it('lets hands be counted again while the question is open', () => {
    const room = after(aRoom(), [
      ask,
      { type: 'hands', question: 'pressure', counts: { a: 5, b: 2 } },
      { type: 'hands', question: 'pressure', counts: { a: 4 } },
    ]);
    expect(room).toMatchObject({ open: { hands: { answering: 4, chose: { ...none, a: 4 } } } });
  });

  it('takes how many pupils raised hands where one may raise a hand more than once', () => {
    const room = after(aRoom([signs]), [{ type: 'ask', question: 'signs' }]);
    const hands = (counts: Counts, answering?: number) =>
      ({
        type: 'hands',
        question: 'signs',
        counts,
        ...(answering !== undefined && { answering }),
      }) as const;
    expect(after(room, [hands({ a: 20, b: 18 }, 22)])).toMatchObject({
      open: { hands: { answering: 22, chose: { ...none, a: 20, b: 18 } } },
    });
    for (const wrong of [
      hands({ a: 20 }),
      hands({ a: 20 }, 19),
      hands({ a: 1 }, 1001),
      hands({ a: 1 }, 1.5),
    ]) {
      expect(refusal(step(room, wrong, NINE))).toBe('400 bad-hands');
    }
    const one = after(aRoom(), [ask]);
    expect(
      refusal(
        step(one, { type: 'hands', question: 'pressure', counts: { a: 2 }, answering: 3 }, NINE),
      ),
    ).toBe('400 bad-hands');
  });

  it('refuses hands that are no counts, and hands for another question', () => {
    const room = after(aRoom(), [ask]);
    for (const counts of [{ e: 1 }, { a: -1 }, { a: 1.5 }, { a: 1001 }, { constructor: 1 }]) {
      expect(refusal(step(room, { type: 'hands', question: 'pressure', counts }, NINE))).toBe(
        '400 bad-hands',
      );
    }
    expect(refusal(step(room, { type: 'hands', question: 'law', counts: { a: 1 } }, NINE))).toBe(
      '409 not-open',
    );
  });

  it('counts no hands for a view or confidence, and shows no result of it', () => {
    const room = after(aRoom(), [{ type: 'ask', question: 'sure' }]);
    expect(refusal(step(room, { type: 'hands', question: 'sure', counts: { a: 1 } }, NINE))).toBe(
      '409 no-hands',
    );
    const done = after(after(room, [{ type: 'close' }]), [closed], NINE + CLOSING_MS);
    expect(refusal(step(done, { type: 'show', question: 'sure' }, NINE))).toBe('409 not-for-board');
    // @ts-expect-error hands beside a question they may not be counted for cannot be written down
    const forbidden: Open = {
      question: { ...sure, tag: 'confidence' },
      round: 1,
      hands: { answering: 1, chose: { a: 1 } },
    };
    expect(forbidden.hands).not.toBeNull();
  });

  it('shows what was closed, and hides it', () => {
    const shown = after(closedTimes(1), [{ type: 'show', question: 'pressure' }]);
    expect(shown).toMatchObject({ state: 'shown', shown: { question: pressure, round: 1 } });
    expect(after(shown, [{ type: 'hide' }])).toMatchObject({
      state: 'closed',
      last: { question: 'pressure', round: 1 },
    });
    expect(refusal(step(aRoom(), { type: 'hide' }, NINE))).toBe('409 not-shown');
    expect(refusal(step(aRoom(), { type: 'show', question: 'pressure' }, NINE))).toBe(
      '409 not-closed',
    );
    expect(refusal(step(after(aRoom(), [ask]), { type: 'show', question: 'pressure' }, NINE))).toBe(
      '409 question-open',
    );
  });

  it('[R8] leaves only its name at finish, and takes no step after its deadline', () => {
    const done = after(aRoom(), [ask, { type: 'finish' }]);
    expect(done).toEqual({
      state: 'finished',
      id: 'BKT472',
      code: 'BKT472',
      lesson: 'a-lesson',
      n: 3,
      after: [],
      discussed: [],
    });
    expect(refusal(step(done, ask, NINE))).toBe('404 no-such-room');
    expect(refusal(step(aRoom(), ask, NINE + ROOM_MS))).toBe('404 no-such-room');
  });

  it('numbers what the teacher does, and neither seats nor answers', () => {
    expect(after(aRoom(), [ask]).n).toBe(2);
    expect(after(aRoom(), [ask, { type: 'seat', code: 'BKT472' }]).n).toBe(2);
  });

  it('[R7] never goes below what was closed, whatever is done', () => {
    const events = fc.constantFrom<RoomEvent>(
      ask,
      { type: 'ask', question: 'law' },
      { type: 'close' },
      closed,
      { type: 'show', question: 'law' },
      { type: 'hide' },
      { type: 'restart' },
    );
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (some) => {
        let room = aRoom();
        let now = NINE;
        for (const event of some) {
          now += CLOSING_MS;
          const stepped = step(room, event, now);
          if (
            'refused' in stepped ||
            stepped.room.state === 'finished' ||
            room.state === 'finished'
          ) {
            continue;
          }
          // Once shown is shown for good as well (D5); nothing else of a closed round moves.
          const { closed: rounds } = stepped.room;
          const before = room.closed.map((one, at) => ({
            ...one,
            told: resultOf(one) ?? resultOf(rounds[at]),
          }));
          expect(rounds.slice(0, room.closed.length)).toEqual(before);
          room = stepped.room;
        }
      }),
    );
  });
});

/** What the class was shown of a closed round. */
function resultOf(one?: Closed | Discarded): Closed['told'] {
  return one && !isDiscarded(one) ? one.told : null;
}
