import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAlike, textsOf } from '../../src/room/alike-notes.ts';
import { readNote } from '../../src/room/box.ts';
import type { NoteView } from '../../src/room/protocol.ts';
import { staffView } from '../../src/room/views.ts';
import { step } from '../../src/room/step.ts';
import { aRoom, after, NINE, refusal } from './a-room.ts';

const noteOf = (text: string, at: number): NoteView => ({
  id: `n${at}`,
  text,
  triage: null,
  first: false,
});
const groups = (...texts: readonly string[]) =>
  groupAlike(texts.map(noteOf)).map((notes) => notes.map(({ text }) => text));

describe('alike notes', () => {
  it('[R23] are one item, whatever their case, spaces, punctuation and letters held down', () => {
    const flood = ['lol', 'LOL', ' l o l !!', 'lool', 'L.O.L', 'ｌｏｌ', 'Lollll', '“lol”'];
    expect(groups(...flood, 'Is it my fault?')).toEqual([flood, ['Is it my fault?']]);
  });

  it('[R23] never hide a different note: a word, a number, a sign more is an item of its own', () => {
    const different = [
      'He hit me',
      'He hit me again',
      'She hit me',
      'I am 11',
      'I am 1',
      '😭',
      '😭😭',
      '?',
      '!',
      'لا',
    ];
    expect(groups(...different)).toEqual(different.map((text) => [text]));
  });

  it('[R23] are all there to be read, whatever they say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { maxLength: 30 }),
        (texts) => {
          const some = groupAlike(texts.map(noteOf));
          expect(some.flatMap((notes) => notes.map(({ id }) => id)).toSorted()).toEqual(
            texts.map((_, at) => `n${at}`).toSorted(),
          );
          const read = some.flatMap((notes) =>
            textsOf(notes).flatMap(({ text, count }) => Array.from({ length: count }, () => text)),
          );
          expect(read.toSorted()).toEqual(texts.toSorted());
        },
      ),
    );
  });

  it('[R23] are sorted together by one step, and those that were sorted otherwise stay apart', () => {
    const notes = Array.from(
      { length: 8 },
      (_, at) => ({ type: 'note', id: `n${at}`, text: at === 7 ? 'Help' : 'lol' }) as const,
    );
    const room = after(aRoom(), [{ type: 'box', isOpen: true }, ...notes]);
    const boxOf = (one: typeof room) =>
      groupAlike(staffView({ room: one, answersIn: 0 }).box.notes).map((some) => [
        some.length,
        some[0]?.triage,
      ]);
    expect(boxOf(room)).toEqual([
      [7, null],
      [1, null],
    ]);
    const [first = '', ...also] = notes.slice(0, 6).map(({ id }) => id);
    const sorted = after(room, [{ type: 'triage', note: first, also, as: 'later' }]);
    expect(boxOf(sorted)).toEqual(
      expect.arrayContaining([
        [6, 'later'],
        [1, null],
        [1, null],
      ]),
    );
    expect(
      refusal(step(room, { type: 'triage', note: first, also: ['nowhere'], as: 'later' }, NINE)),
    ).toBe('404 no-such-note');
  });

  it('[R23] of nothing that can be seen are none', () => {
    const unseen = [
      '\u200D'.repeat(280),
      '\u200D \u200D',
      '\u3164\u3164',
      '\u2800',
      '\uFE0F',
      '\u115F',
      '\u034F',
      '\u0301',
      '\u00A0\u2003',
    ];
    expect(unseen.map(readNote)).toEqual(unseen.map(() => null));
    const seen = ['👩\u200D👧', '?', 'é', 'नमस्ते', '❤'];
    expect(seen.map(readNote)).toEqual(seen);
  });
});
