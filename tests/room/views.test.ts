import { describe, expect, it } from 'vitest';
import { CLOSING_MS } from '../../src/room/room.ts';
import type { Room, RoomEvent, Running } from '../../src/room/room.ts';
import { boardViewSchema, staffViewSchema } from '../../src/room/protocol.ts';
import { readJsonAs } from '../../src/text/schema.ts';
import { boardView, pupilView, recordView, staffView } from '../../src/room/views.ts';
import type { Count } from '../../src/poll/tally.ts';
import { pressure, sureTwice } from '../poll/questions.ts';
import { aRoom, after, NINE } from './a-room.ts';

const DOOR = { typed: '192.168.4.20:4301', url: 'http://192.168.4.20:4301/' };
const many: Count = { answering: 30, chose: { a: 2, b: 1, c: 13, d: 14 } };

const asking = after(aRoom(), [
  { type: 'ask', question: 'law' },
  { type: 'hands', question: 'law', counts: { a: 10, b: 10 } },
]);
const closing = after(asking, [{ type: 'close' }]);
const closed = after(closing, [{ type: 'closed', tablets: many }], NINE + CLOSING_MS);
const shown = after(closed, [{ type: 'show', question: 'law' }]);
const finished = after(asking, [{ type: 'finish' }]);
const everyState: readonly Room[] = [aRoom(), asking, closing, closed, shown, finished];

const json = (room: Room) =>
  [staffView, boardView]
    .map((view) => JSON.stringify(view({ room, answersIn: 25 }, DOOR)))
    .concat(JSON.stringify(pupilView(room)));

describe('a view that travelled', () => {
  it.each(everyState)('is read as it was sent, in every state of the room', (room) => {
    const staff = staffView({ room, answersIn: 25 }, DOOR);
    const board = boardView({ room, answersIn: 25 }, DOOR);
    expect(readJsonAs(staffViewSchema, JSON.stringify(staff))).toEqual(staff);
    expect(readJsonAs(boardViewSchema, JSON.stringify(board))).toEqual(board);
  });

  it.each([{}, null, { error: { code: 'x', message: 'y' } }, 'view'])(
    'is nothing where it is %j',
    (answer) => {
      expect(readJsonAs(staffViewSchema, JSON.stringify(answer))).toBeNull();
    },
  );
});

describe('what each audience gets', () => {
  it('[D1] is, of the answers to an open question, the number in fives alone', () => {
    const poll = { state: 'asking', round: 1, answersIn: 25, question: { id: 'law' } };
    expect(boardView({ room: asking, answersIn: 25 }, DOOR)).toMatchObject({
      code: 'BKT472',
      address: DOOR.typed,
      poll,
    });
    expect(staffView({ room: asking, answersIn: 25 }, DOOR)).toMatchObject({
      state: 'open',
      poll,
      hands: { a: 10, b: 10, c: 0, d: 0 },
      handsOf: 20,
    });
    expect(pupilView(asking)).toEqual({
      state: 'asking',
      n: 3,
      round: 1,
      question: expect.objectContaining({ id: 'law' }),
    });
  });

  it('never holds the right answer or its explanation before the result is shown', () => {
    for (const room of [asking, closing, closed]) {
      for (const text of json(room)) {
        expect([text.includes('"right"'), text.includes('help is always there')]).toEqual([
          false,
          false,
        ]);
      }
    }
  });

  it('never holds the key, nor the count of any option', () => {
    for (const room of everyState) {
      for (const text of json(room)) {
        expect(['hash-of-the-key', 'tally', '13'].filter((trace) => text.includes(trace))).toEqual(
          [],
        );
      }
    }
  });

  it('[D3] is the published result once it is shown, to board and teacher; pupils see that it is closed', () => {
    const poll = {
      state: 'shown',
      round: 1,
      published: { rung: 'bands', right: ['b'], turnout: 30 },
    };
    expect(boardView({ room: shown, answersIn: 0 }, DOOR).poll).toMatchObject(poll);
    expect(staffView({ room: shown, answersIn: 0 }, DOOR).poll).toMatchObject(poll);
    expect(pupilView(shown)).toEqual({ state: 'closed', n: 6, question: 'law', round: 1 });
  });

  it('[D2] says whether there is enough to show', () => {
    expect(staffView({ room: closed, answersIn: 0 }).closed).toEqual({
      law: { round: 1, mayShow: true, enough: true },
    });
    const few = after(
      closing,
      [{ type: 'closed', tablets: { answering: 3, chose: { a: 3 } } }],
      NINE + CLOSING_MS,
    );
    expect(staffView({ room: few, answersIn: 0 }).closed).toEqual({
      law: { round: 1, mayShow: true, enough: false },
    });
  });

  it('[D2] works a result out once, when it is shown, and in no step that brings nothing new', () => {
    const reads = { now: 0 };
    const tablets: Count = {
      answering: many.answering,
      get chose() {
        reads.now += 1;
        return many.chose;
      },
    };
    const look = (room: Room) =>
      [staffView, boardView].map((view) => view({ room, answersIn: 0 }, DOOR));
    const readBy = (room: Room, events: readonly RoomEvent[]) => {
      reads.now = 0;
      const next = after(room, events);
      look(next);
      return { next, reads: reads.now };
    };
    const fresh = after(closing, [{ type: 'closed', tablets }], NINE + CLOSING_MS);
    expect(
      readBy(fresh, [
        { type: 'slide', slide: 'next' },
        { type: 'pupils', pupils: 31 },
        { type: 'ask', question: 'pressure' },
      ]).reads,
    ).toBe(0);
    const shownOnce = readBy(fresh, [{ type: 'show', question: 'law' }]);
    expect(shownOnce.reads).toBeGreaterThan(0);
    expect(
      readBy(shownOnce.next, [
        { type: 'slide', slide: 'next' },
        { type: 'hide' },
        { type: 'show', question: 'law' },
      ]).reads,
    ).toBe(0);
  });

  it('[D3] says nothing of a confidence question but that it is closed', () => {
    const sure = after(
      after(aRoom(), [{ type: 'ask', question: 'sure' }, { type: 'close' }]),
      [{ type: 'closed', tablets: many }],
      NINE + CLOSING_MS,
    );
    expect(staffView({ room: sure, answersIn: 0 }).closed).toEqual({
      sure: { round: 1, mayShow: false, enough: false },
    });
  });

  it('[D3] tells the teacher alone how sure the class is, before and after, when the lesson is over and not before', () => {
    const tablets = { answering: 30, chose: { a: 4, b: 4, c: 11, d: 11 } };
    const asked = [{ type: 'ask', question: 'sure-twice' }, { type: 'close' }] as const;
    const round = (room: Room) =>
      after(after(room, asked), [{ type: 'closed', tablets }], NINE + CLOSING_MS);
    const twice = round(round(aRoom([sureTwice, pressure])));
    for (const view of [
      staffView({ room: twice, answersIn: 0 }),
      boardView({ room: twice, answersIn: 0 }),
      pupilView(twice),
    ]) {
      expect(JSON.stringify(view)).not.toContain('about-');
    }
    const over = after(twice, [{ type: 'finish' }]);
    expect(staffView({ room: over, answersIn: 0 }).after).toMatchObject([
      {
        question: { id: 'sure-twice' },
        round: 1,
        paired: true,
        told: { rung: 'bands', turnout: 30 },
      },
      { question: { id: 'sure-twice' }, round: 2 },
    ]);
    for (const view of [
      boardView({ room: over, answersIn: 0 }),
      pupilView(over),
      recordView(over),
    ]) {
      expect(JSON.stringify(view)).not.toMatch(/sure-twice|about-/);
    }
  });

  it('[D3] leaves what the board could show out of it, unless it was asked before and after', () => {
    const names = (paired: boolean) => {
      const room = aRoom([{ ...pressure, paired }]);
      const done = after(
        after(room, [{ type: 'ask', question: 'pressure' }, { type: 'close' }]),
        [{ type: 'closed', tablets: many }],
        NINE + CLOSING_MS,
      );
      return staffView({ room: after(done, [{ type: 'finish' }]), answersIn: 0 }).after.map(
        ({ question }) => question.id,
      );
    };
    expect([names(false), names(true)]).toEqual([[], ['pressure']]);
  });

  it('[D3] [R8] has every result that the board was shown once more at the end, as it was, and nothing else', () => {
    const over = (events: readonly RoomEvent[]) =>
      staffView({ room: after(closed, [...events, { type: 'finish' }]), answersIn: 0 });
    const { poll } = staffView({ room: shown, answersIn: 0 });
    const seen = over([{ type: 'show', question: 'law' }, { type: 'hide' }]).discussed;
    expect(seen.map((one) => ({ state: 'shown', ...one }))).toEqual([poll]);
    expect(over([]).discussed).toEqual([]);
    const finished = after(shown, [{ type: 'finish' }]);
    for (const view of [
      staffView({ room: shown, answersIn: 0 }).discussed,
      boardView({ room: finished, answersIn: 0 }),
      pupilView(finished),
      recordView(finished),
    ]) {
      expect(JSON.stringify(view)).not.toMatch(/law|about-/);
    }
  });

  it('[D3] has nothing of a view, of how sure anyone is, or of a round that was discarded among what was discussed', () => {
    const done = (id: string) =>
      after(
        after(aRoom(), [{ type: 'ask', question: id }, { type: 'close' }]),
        [{ type: 'closed', tablets: many }],
        NINE + CLOSING_MS,
      );
    for (const room of [
      after(done('sure'), [{ type: 'finish' }]),
      after(done('law'), [{ type: 'discard', question: 'law' }, { type: 'finish' }]),
    ]) {
      expect(staffView({ room, answersIn: 0 }).discussed).toEqual([]);
    }
  });

  it('has no address without pupil devices', () => {
    const room = { ...asking, devices: false } as Room;
    expect([
      boardView({ room, answersIn: 0 }, DOOR).address,
      staffView({ room, answersIn: 0 }, DOOR).address,
    ]).toEqual(['', '']);
  });

  it('[R3] is, of the seats, the number in fives for the board, and the door with the code for a camera', () => {
    const seated = (taken: number) => {
      const { seats, ...room } = asking as Running;
      return { ...room, seats: { ...seats, taken } } as Room;
    };
    const joined = [0, 4, 5, 27].map(
      (taken) => boardView({ room: seated(taken), answersIn: 0 }, DOOR).joined,
    );
    expect(joined).toEqual([0, 0, 5, 25]);
    const link = 'http://192.168.4.20:4301/#BKT472';
    expect(boardView({ room: asking, answersIn: 0 }, DOOR).link).toBe(link);
    expect(staffView({ room: asking, answersIn: 0 }, DOOR).link).toBe(link);
    const byHands = { ...asking, devices: false } as Room;
    for (const view of [boardView, staffView]) {
      const { link: none, ...rest } = view({ room: byHands, answersIn: 0 }, DOOR);
      expect([none, 'joined' in rest]).toEqual([undefined, false]);
    }
  });

  it('[R15] [R50] is not, for pupils, that the board shows how to join', () => {
    const stage = { step: 1, cover: 'none', isJoin: true, film: { order: 0, do: 'none' } } as const;
    const shown = after(asking, [{ type: 'slide', slide: 'some-slide', stage }]);
    expect(pupilView(shown)).toEqual({ ...pupilView(asking), n: shown.n });
    expect(staffView({ room: shown, answersIn: 0 }).stage).toEqual(stage);
  });

  it('[R15] is, for pupils, that the board is paused or shows help, by a cover or a help slide of its own, and nothing else of the slide', () => {
    const at = (cover: 'none' | 'pause' | 'help', isHelp?: true) => {
      const stage = {
        step: 1,
        cover,
        ...(isHelp && { isHelp }),
        film: { order: 3, do: 'play' },
      } as const;
      return pupilView(after(asking, [{ type: 'slide', slide: 'some-slide', stage }]));
    };
    expect(
      [at('none'), at('pause'), at('help'), at('none', true), at('pause', true)].map(
        ({ cover }) => cover,
      ),
    ).toEqual([...[undefined, 'pause', 'help', 'help', 'pause']]);
    expect(JSON.stringify(at('pause'))).not.toMatch(/some-slide|film|step/);
  });

  it('[R54] is, for pupils, that answers are closed while the board is at that slide, and to wait for the next question once it has gone on', () => {
    const at = (room: Room, slide: string) => after(room, [{ type: 'slide', slide }]);
    const [there, later] = ['the-question', 'the-next-slide'];
    const asked = at(aRoom(), there);
    const ending = after(asked, [{ type: 'ask', question: 'law' }, { type: 'close' }]);
    const over = after(ending, [{ type: 'closed', tablets: many }], NINE + CLOSING_MS);
    const isShown = after(over, [{ type: 'show', question: 'law' }]);
    // Gone on while the last answers come in.
    const early = after(at(ending, later), [{ type: 'closed', tablets: many }], NINE + CLOSING_MS);
    expect([at(ending, later), early].map((one) => pupilView(one).state)).toEqual([
      'closing',
      'waiting',
    ]);
    for (const room of [over, isShown]) {
      // A step of the slide, a pause, a reload of the desk.
      expect(pupilView(at(room, there))).toMatchObject({ state: 'closed', question: 'law' });
      const past = at(at(room, later), there);
      for (const one of [at(room, later), past]) {
        expect(pupilView(one)).toEqual({ ...pupilView(aRoom()), n: one.n });
      }
      // The board's result is where it was, and brought back it is to be looked at.
      expect(boardView({ room: past, answersIn: 0 }).poll).toEqual(
        boardView({ room, answersIn: 0 }).poll,
      );
      expect(pupilView(after(past, [{ type: 'show', question: 'law' }]))).toMatchObject({
        state: 'closed',
      });
      expect(pupilView(after(past, [{ type: 'ask', question: 'law' }]))).toMatchObject({
        state: 'asking',
      });
    }
    expect(pupilView(after(at(isShown, later), [{ type: 'hide' }])).state).toBe('waiting');
  });

  it('[R8] of a finished room holds no poll and no counts', () => {
    expect(pupilView(finished)).toEqual({ state: 'finished', n: 4 });
    expect(boardView({ room: finished, answersIn: 0 }, DOOR)).toEqual({
      code: 'BKT472',
      address: '',
      poll: null,
    });
    expect(staffView({ room: finished, answersIn: 0 }, DOOR)).toMatchObject({
      state: 'finished',
      poll: null,
      closed: {},
      pupils: 0,
    });
  });

  it('[R6] names what is stored and masks every value of it', () => {
    expect(recordView(asking).stored.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'lesson: •••••',
      'code and pass: •••••',
      'how many {pupils} today: •••••',
      'where the lesson is: •••••',
      'when the room ends at the latest: •••••',
      'the {teacher}’s windows: •••••',
      'seats taken: •••••',
      'ballots issued, none with an answer: •••••',
      'receipt key of law, round 1: •••••',
      'hands counted for law: •••••',
    ]);
    expect(recordView(closed).stored.map(({ name }) => name)).toContain('totals of law, round 1');
    expect(recordView(finished)).toEqual({ stored: [] });
  });
});
