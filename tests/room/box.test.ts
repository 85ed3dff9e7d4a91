import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNote, boxView, readNote, SHUT } from '../../src/room/box.ts';
import type { Triage } from '../../src/room/protocol.ts';
import type { RoomEvent } from '../../src/room/room.ts';
import { step } from '../../src/room/step.ts';
import { boardView, pupilView, recordView, staffView } from '../../src/room/views.ts';
import { isWorrying } from '../../src/room/worrying-words.ts';
import { aRoom, after, NINE, refusal } from './a-room.ts';

const open: RoomEvent = { type: 'box', isOpen: true };
const note = (id: string, text: string): RoomEvent => ({ type: 'note', id, text });
const triage = (id: string, as: Triage | null): RoomEvent => ({ type: 'triage', note: id, as });
const withNotes = after(aRoom(), [
  open,
  note('k', 'heron-lantern'),
  note('b', 'I am scared of someone'),
]);

describe('the question box', () => {
  it('[R11] is shut until the teacher opens it, and only where there are devices', () => {
    expect(refusal(step(aRoom(), note('a', 'Why?'), NINE))).toBe('409 box-shut');
    expect(
      refusal(step({ ...aRoom(), devices: false } as ReturnType<typeof aRoom>, open, NINE)),
    ).toBe('409 no-devices');
    expect(pupilView(aRoom())).not.toHaveProperty('box');
    expect(pupilView(withNotes)).toEqual({ state: 'waiting', n: 2, questions: 3, box: true });
    const shut = after(withNotes, [{ type: 'box', isOpen: false }]);
    expect([pupilView(shut), staffView({ room: shut, answersIn: 0 }).box.notes.length]).toEqual([
      { state: 'waiting', n: 3, questions: 3 },
      2,
    ]);
  });

  it('[R11] is shown to the teacher alone, never to the board, a pupil or the record', () => {
    expect(JSON.stringify(staffView({ room: withNotes, answersIn: 0 }))).toContain('heron-lantern');
    const asking = after(withNotes, [{ type: 'ask', question: 'law' }]);
    for (const room of [withNotes, asking]) {
      for (const view of [boardView({ room, answersIn: 0 }), pupilView(room), recordView(room)]) {
        expect(JSON.stringify(view)).not.toMatch(/heron-lantern|scared|notes":/);
      }
    }
    const empty = after(aRoom(), [open]);
    expect(recordView(withNotes)).toEqual(recordView(empty));
    expect(pupilView(withNotes)).toEqual(pupilView(empty));
  });

  it('[R11] puts first what should be read first, and the rest where random ids put it', () => {
    const { box } = staffView({ room: withNotes, answersIn: 0 });
    expect(box.notes.map(({ text, first }) => `${text}: ${first}`)).toEqual([
      'I am scared of someone: true',
      'heron-lantern: false',
    ]);
  });

  it('[R24] moves nothing that a pupil’s page, the board or the record can see when a note is sorted, and the teacher’s view alone', () => {
    const sorted = after(withNotes, [
      triage('k', 'later'),
      triage('b', 'dsl'),
      triage('b', 'handed'),
      triage('k', null),
    ]);
    expect([pupilView(sorted), recordView(sorted)]).toEqual([
      pupilView(withNotes),
      recordView(withNotes),
    ]);
    expect(boardView({ room: sorted, answersIn: 0 })).toEqual(
      boardView({ room: withNotes, answersIn: 0 }),
    );
    const views = [withNotes, sorted].map((room) => staffView({ room, answersIn: 0 }));
    expect(views[0]?.n).toBe(views[1]?.n);
    expect(views[0]).not.toEqual(views[1]);
  });

  it('[R11] comes to the same, in whatever order notes arrive', () => {
    const notes = fc.uniqueArray(fc.record({ id: fc.uuid(), text: fc.string({ minLength: 1 }) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(
        notes.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([one, other]) => {
          expect(one.reduce(addNote, SHUT)).toEqual(other.reduce(addNote, SHUT));
        },
      ),
    );
  });

  it('[R11] lets the lesson finish once every note is sorted and what is for the DSL is handed over', () => {
    const finish: RoomEvent = { type: 'finish' };
    expect(step(withNotes, finish, NINE)).toMatchObject({
      refused: { status: 409, message: expect.stringContaining('“DSL first”') },
    });
    const half = after(withNotes, [triage('k', 'later'), triage('b', 'dsl')]);
    expect(step(half, finish, NINE)).toMatchObject({ refused: { code: 'box-waits' } });
    expect(after(half, [triage('b', 'handed'), finish])).not.toHaveProperty('box');
    expect(
      refusal(step(after(half, [triage('b', 'handed'), triage('k', null)]), finish, NINE)),
    ).toBe('409 box-waits');
    expect(refusal(step(withNotes, triage('x', 'all'), NINE))).toBe('404 no-such-note');
  });

  it('takes words of at most 280 characters, without invisible ones', () => {
    expect([
      readNote(' Why?\n\u202EReally '),
      readNote(' \u200B\n'),
      readNote('x'.repeat(280))?.length,
      readNote('x'.repeat(281)),
    ]).toEqual(['Why?\nReally', null, 280, null]);
  });

  it('knows a worrying word at its beginning, in any case, and nowhere else', () => {
    const worrying = [
      'He THREATENED me',
      'someone has a photo',
      'I want to die',
      'they won’t stop',
    ];
    expect(worrying.filter((text) => !isWorrying(text))).toEqual([]);
    expect(
      ['No question', 'What is the law?', 'A topic, a skill, a studied lesson'].filter(isWorrying),
    ).toEqual([]);
    expect(boxView(SHUT)).toEqual({ isOpen: false, notes: [] });
  });
});
