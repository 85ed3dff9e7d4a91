import { describe, expect, it } from 'vitest';
import { disclose } from '../../src/poll/disclose.ts';
import { CLOSING_MS } from '../../src/room/room.ts';
import type { Room, RoomEvent } from '../../src/room/room.ts';
import { talliedIn } from '../../src/room/rounds.ts';
import { step } from '../../src/room/step.ts';
import { parseStoredRoom, serialiseRoom } from '../../src/room/stored-room.ts';
import { boardView, pupilView, recordView, staffView } from '../../src/room/views.ts';
import { seededRandom } from '../poll/seeded-random.ts';
import { law } from '../poll/questions.ts';
import { aRoom, after, NINE, refusal } from './a-room.ts';

const ask: RoomEvent = { type: 'ask', question: 'law' };

function cards(a: number, b: number, question = 'law'): RoomEvent {
  return { type: 'cards', question, counts: { a, b } };
}

/** The room once its open question is closed, with these from tablets. */
function closedWith(room: Room, a = 0, b = 0): Room {
  const tablets = { answering: a + b, chose: { a, b }, passes: 2 };
  const closing = after(room, [{ type: 'close' }]);
  return after(closing, [{ type: 'closed', tablets }], NINE + CLOSING_MS);
}

function tallyOf(room: Room) {
  return room.state === 'finished' ? null : talliedIn(room).at(-1)?.tally;
}

describe('cards that a camera has read', () => {
  it('[R53] are added to what came by tablet, and are no hands: no one has counted them by eye', () => {
    const room = closedWith(
      after(aRoom(), [
        ask,
        { type: 'hands', question: 'law', counts: { a: 3, b: 1 } },
        cards(12, 8),
      ]),
      4,
      1,
    );
    expect(tallyOf(room)).toMatchObject({
      tablets: { answering: 25, chose: { a: 16, b: 9 }, passes: 2 },
      hands: { answering: 4, chose: { a: 3, b: 1 } },
    });
  });

  it('[R53] are shown as the same answers by tablet would be', () => {
    const shown = after(closedWith(after(aRoom(), [ask, cards(18, 10)])), [
      { type: 'show', question: 'law' },
    ]);
    const tablets = { answering: 28, chose: { a: 18, b: 10 }, passes: 2 };
    expect(boardView({ room: shown, answersIn: 0 }).poll).toMatchObject({
      published: disclose(law, { tablets, hands: null }),
    });
  });

  it('[R53] say how many there are, in fives, in the teacher’s view alone', () => {
    const room = after(aRoom(), [ask, cards(18, 5)]);
    expect(staffView({ room, answersIn: 0 })).toMatchObject({ cards: 20, hands: null, handsOf: 0 });
    for (const view of [
      staffView({ room, answersIn: 0 }),
      boardView({ room, answersIn: 0 }),
      pupilView(room),
      recordView(room),
    ]) {
      expect(JSON.stringify(view)).not.toMatch(/\b(18|5|23)\b/);
    }
    expect(recordView(room).stored).toContainEqual({ name: 'cards read for law', value: '•••••' });
    expect(staffView({ room: after(aRoom(), [ask]), answersIn: 0 })).not.toHaveProperty('cards');
  });

  it('[R53] that are read again take the place of those before, and stay when hands are counted', () => {
    const room = after(aRoom(), [
      ask,
      cards(20, 2),
      cards(9, 11),
      { type: 'hands', question: 'law', counts: { a: 1 } },
    ]);
    expect(tallyOf(closedWith(room))?.tablets).toMatchObject({ chose: { a: 9, b: 11 } });
  });

  it('[R53] answer what is known alone, while it is open, with numbers that can be', () => {
    const refused = (room: Room, event: RoomEvent) => refusal(step(room, event, NINE));
    const open = after(aRoom(), [ask]);
    expect(refused(aRoom(), cards(12, 8))).toBe('409 not-open');
    expect(refused(after(open, [{ type: 'close' }]), cards(12, 8))).toBe('409 not-open');
    for (const question of ['pressure', 'sure']) {
      const other = after(aRoom(), [{ type: 'ask', question }]);
      expect(refused(other, cards(12, 8, question))).toBe('409 no-cards');
    }
    for (const [a, b] of [
      [0, 0],
      [-1, 4],
      [1.5, 2],
      [2_000, 0],
    ] as const) {
      expect(refused(open, cards(a, b))).toBe('400 bad-cards');
    }
    expect(refused(open, { type: 'cards', question: 'law', counts: { z: 4 } })).toBe(
      '400 bad-cards',
    );
  });

  it('[R53] are stored with the room, and none are in a room of before there were any', () => {
    const room = after(aRoom(), [ask, cards(12, 8)]);
    if (room.state !== 'asking') throw new Error('The question is not open');
    const random = seededRandom(1);
    expect(parseStoredRoom(serialiseRoom(room), random)?.room).toEqual(room);
    const { cards: _, ...open } = room.open;
    const older = JSON.stringify({ version: 4, room: { ...room, open } });
    expect(parseStoredRoom(older, random)?.room).toMatchObject({ open: { cards: null } });
  });
});
