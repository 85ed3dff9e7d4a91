import { describe, expect, it } from 'vitest';
import { roundsAt } from '../../src/poll/rounds.ts';
import type { Live, Room, RoomEvent } from '../../src/room/room.ts';
import { CLOSING_MS } from '../../src/room/room.ts';
import { earlierOf } from '../../src/room/rounds.ts';
import { step } from '../../src/room/step.ts';
import { boardView, pupilView, recordView, staffView } from '../../src/room/views.ts';
import { law, pressure, sure, sureTwice } from '../poll/questions.ts';
import { aRoom, after, NINE, refusal } from './a-room.ts';

const tablets = { answering: 20, chose: { a: 5, b: 15, c: 0, d: 0 }, passes: 3 };
const discard: RoomEvent = { type: 'discard', question: 'pressure' };
const show: RoomEvent = { type: 'show', question: 'pressure' };

/** The room after one more round of a question, closed with these answers. */
function asked(room: Room, question = 'pressure', round?: number): Room {
  const ask: RoomEvent = { type: 'ask', question, ...(round !== undefined && { round }) };
  return after(
    after(room, [ask, { type: 'close' }]),
    [{ type: 'closed', tablets }],
    NINE + CLOSING_MS,
  );
}

function live(room: Room): Live {
  if (room.state === 'finished') throw new Error('finished');
  return room;
}

const staff = (room: Room) => staffView({ room, answersIn: 0 });

describe('a closed round that is discarded', () => {
  it('[R21] leaves how many took part, and nothing of what they chose', () => {
    const room = live(after(asked(aRoom()), [discard]));
    expect(room.state).toBe('waiting');
    expect(room.closed).toEqual([{ question: 'pressure', round: 1, turnout: 23 }]);
    expect(staff(room)).toMatchObject({
      poll: null,
      closed: {},
      mayDiscard: [],
      discarded: { pressure: 1 },
    });
    expect(pupilView(room)).toEqual({ state: 'waiting', n: room.n, questions: 3 });
    expect(recordView(room).stored.map(({ name }) => name)).toContain(
      'how many answered pressure, discarded',
    );
    expect(refusal(step(room, show, NINE))).toBe('409 not-closed');
    expect(refusal(step(room, discard, NINE))).toBe('409 discarded');
  });

  it('[R21] is asked again under its number, by the next ballots that each seat holds already', () => {
    const again = after(after(asked(aRoom()), [discard]), [{ type: 'ask', question: 'pressure' }]);
    expect(staff(again).poll).toMatchObject({ state: 'asking', round: 1 });
    expect(boardView({ room: again, answersIn: 0 }).poll).toMatchObject({
      state: 'asking',
      round: 1,
    });
    expect(pupilView(again)).toMatchObject({ state: 'asking', round: 2 });
    const shown = after(asked(after(asked(aRoom()), [discard])), [show]);
    expect(staff(shown)).toMatchObject({
      poll: { state: 'shown', round: 1 },
      closed: { pressure: { round: 1 } },
    });
  });

  it('[R21] uses up one of three rounds', () => {
    const twice = after(asked(after(asked(aRoom()), [discard])), [discard]);
    const thrice = asked(twice);
    expect(staff(thrice).closed).toMatchObject({ pressure: { round: 1 } });
    expect(refusal(step(thrice, { type: 'ask', question: 'pressure' }, NINE))).toBe(
      '409 no-more-rounds',
    );
  });

  it('[R21] keeps a question before and after a pair, whichever of the two is discarded', () => {
    const room = aRoom([sureTwice, pressure]);
    const numbers = (some: Room) => {
      const done = after(some, [{ type: 'finish' }]);
      return done.state === 'finished' ? done.after.map(({ round }) => round) : [];
    };
    const drop: RoomEvent = { type: 'discard', question: sureTwice.id };
    const [before = 0] = roundsAt('before');
    const [afterwards = 0] = roundsAt('after');
    expect(
      numbers(
        asked(
          asked(after(asked(room, sureTwice.id), [drop]), sureTwice.id),
          sureTwice.id,
          afterwards,
        ),
      ),
    ).toEqual([before, afterwards]);
    expect(
      numbers(
        asked(
          after(asked(asked(room, sureTwice.id), sureTwice.id, afterwards), [drop]),
          sureTwice.id,
          afterwards,
        ),
      ),
    ).toEqual([before, afterwards]);
    expect(
      numbers(
        asked(after(asked(room, sureTwice.id, afterwards), [drop]), sureTwice.id, afterwards),
      ),
    ).toEqual([afterwards]);
  });

  it('[R21] is refused once anything of it was shown, while a question is open, and for one that was never asked', () => {
    const shown = after(asked(aRoom()), [show]);
    expect(staff(shown).mayDiscard).toEqual([]);
    expect(refusal(step(shown, discard, NINE))).toBe('409 already-shown');
    expect(refusal(step(after(shown, [{ type: 'hide' }]), discard, NINE))).toBe(
      '409 already-shown',
    );
    const open = after(asked(aRoom()), [{ type: 'ask', question: 'law' }]);
    expect([refusal(step(open, discard, NINE)), staff(open).mayDiscard]).toEqual([
      '409 question-open',
      [],
    ]);
    expect(refusal(step(aRoom(), discard, NINE))).toBe('409 not-closed');
    expect(refusal(step(aRoom(), { type: 'discard', question: 'nothing' }, NINE))).toBe(
      '404 no-such-question',
    );
  });

  it('[R21] may be one whose result is for the end of the lesson, while the lesson runs', () => {
    const room = asked(aRoom([sure, law]), sure.id);
    expect(staff(room).mayDiscard).toEqual([sure.id]);
    const done = after(after(room, [{ type: 'discard', question: sure.id }]), [{ type: 'finish' }]);
    expect(done).toMatchObject({ state: 'finished', after: [] });
  });

  it('[R21] brings no earlier result up that was never shown: its question was asked again', () => {
    const room = after(asked(asked(aRoom())), [discard]);
    expect(staff(room).closed).toMatchObject({ pressure: { round: 1, mayShow: false } });
    expect(refusal(step(room, show, NINE))).toBe('409 asked-again');
    const seen = after(asked(after(asked(aRoom()), [show])), [discard]);
    const first = staff(after(asked(aRoom()), [show])).poll;
    expect(staff(after(seen, [show])).poll).toEqual(first);
  });

  it('[R21] [D5] still counts in what is known of later rounds, by its turnout alone', () => {
    const room = live(asked(after(asked(aRoom()), [discard])));
    expect(earlierOf(room, pressure, 2)).toEqual([{ turnout: 23, isDisclosed: false }]);
    expect(after(room, [show])).toMatchObject({ state: 'shown' });
  });

  it('[R21] stays where the board is when it is not the last one on it', () => {
    const other = after(asked(asked(aRoom()), 'law'), [{ type: 'show', question: 'law' }]);
    expect(staff(after(other, [discard])).poll).toMatchObject({
      state: 'shown',
      question: { id: 'law' },
    });
  });
});
