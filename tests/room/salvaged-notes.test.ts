import { describe, expect, it } from 'vitest';
import type { Note, Triage } from '../../src/room/protocol.ts';
import { salvageNotes } from '../../src/room/salvaged-notes.ts';

const idOf = (letter: string): string => letter.repeat(43);
const aNote = (letter: string, text: string, triage: Triage | null = null): Note => ({
  id: idOf(letter),
  text,
  triage,
});
const written = (...notes: readonly Note[]): string =>
  notes.map((one) => JSON.stringify(one)).join('\0\0\x03');

describe('notes in a file that cannot be read', () => {
  it('[R31] are found between whatever bytes there are, with every letter they have', () => {
    const notes = [
      aNote('a', 'Someone “knows”,\nand says "tell"'),
      aNote('b', 'ж 😀 \\ {"id":1}', 'dsl'),
    ];
    expect(salvageNotes(`SQLite format 3\0\uFFFD${written(...notes)}}},"n":7`)).toEqual(notes);
  });

  it('[R31] are left where the teacher has dealt with them', () => {
    expect(
      salvageNotes(
        written(aNote('a', 'heron', 'handed'), aNote('b', 'otter', 'all'), aNote('c', 'plover')),
      ),
    ).toEqual([aNote('c', 'plover')]);
  });

  it('[R31] count once, in their last state', () => {
    expect(
      salvageNotes(
        written(aNote('a', 'heron'), aNote('b', 'otter'), aNote('a', 'heron', 'handed')),
      ),
    ).toEqual([aNote('b', 'otter')]);
  });

  it('[R31] are kept as far as their words go, where the rest is torn', () => {
    const torn = JSON.stringify(aNote('a', 'I do not feel safe at home')).slice(0, -25);
    expect(salvageNotes(`${torn}\0\0\0`)).toEqual([aNote('a', 'I do not feel saf …')]);
    expect(salvageNotes(`${torn}\uFFFDxx","triage":"handed"}`)).toEqual([
      aNote('a', 'I do not feel saf …'),
    ]);
  });

  it('[R31] that were sealed are found whole, and win over what they were before', () => {
    const key = { to: 'a', salt: 'b', hint: 'c', from: 'd', key: 'e' };
    const sealed = {
      id: idOf('a'),
      sealed: { version: 1, keys: [key], body: 'Zm9v' },
      goneAt: null,
    };
    expect(salvageNotes(`${written(aNote('a', 'heron'))}\0${JSON.stringify(sealed)}`)).toEqual([
      sealed,
    ]);
    expect(salvageNotes(JSON.stringify(sealed).slice(0, -20))).toEqual([]);
  });

  it('are none in words that only look like one', () => {
    expect(salvageNotes('{"id":"short","text":"heron","triage":null} {"id":7}')).toEqual([]);
  });
});
