import { describe, expect, it } from 'vitest';
import type { BoardState, FromBoard, ToBoard } from '../../../src/outputs/board/board-link.ts';
import { freshMemory } from '../../../src/outputs/board/board-memory.ts';
import {
  readChange,
  readDeck,
  readMemory,
  readToBoard,
} from '../../../src/outputs/board/board-readers.ts';
import { PROTOCOL } from '../../../src/text/protocol-version.ts';
import { deckSchema, notesSchema } from '../../../src/outputs/board/deck-schema.ts';
import { lessonChangeSchema } from '../../../src/outputs/board/lesson-change-schema.ts';
import { parseFromBoard, toBoardReader } from '../../../src/outputs/board/link-schema.ts';
import { deckOf, notesOf } from '../../../src/outputs/board/make-deck.ts';
import { readingOf } from '../../../src/outputs/reading/reading.ts';
import { readingViewSchema } from '../../../src/outputs/reading/reading-schema.ts';
import { boardViewSchema } from '../../../src/room/protocol.ts';
import { readAs, readJsonAs } from '../../../src/text/schema.ts';
import { shippedLessons } from '../../checks/shipped-lessons.ts';
import { everyKind } from './lesson.ts';

const manifest = {
  title: 'Clip',
  rights: '',
  contentNote: '',
  fps: 25,
  length: 20,
  stops: { 'first-stop': 8, 'second-stop': 14 },
};
const clip = { slug: 'clip', manifest };
const later = { slug: 'later', manifest: { ...manifest, edition: { offset: 1, stretch: 1 } } };
const ours = shippedLessons().map(({ lesson }) => lesson);
const decks = [
  deckOf(everyKind(), clip, later),
  deckOf(everyKind(), null),
  ...ours.map((lesson) => deckOf(lesson, null)),
];
const change = {
  v: PROTOCOL,
  deck: 'a',
  notes: 'b',
  held: { code: 'no-help', severity: 'error', line: 1, column: 1, message: 'm' },
} as const;
const junk = [null, 'deck', 7, [], {}, { error: { code: 'x', message: 'y' } }];

describe('what the presenter and the reading view read', () => {
  it('is every deck and its notes as they were sent', () => {
    for (const deck of decks) {
      expect(readJsonAs(deckSchema, JSON.stringify(deck))).toEqual(deck);
    }
    const notes = notesOf(everyKind());
    expect(readJsonAs(notesSchema, JSON.stringify(notes))).toEqual(notes);
  });

  it('is what a class may read of a lesson', () => {
    const place = { seen: null, slide: null, cover: 'none', poll: null } as const;
    for (const deck of decks) {
      const view = { state: 'open', n: 3, ...readingOf(deck, place) };
      expect(readJsonAs(readingViewSchema, JSON.stringify(view))).toEqual(view);
    }
  });

  it('is a change of the lesson’s file', () => {
    expect(readAs(lessonChangeSchema, change)).toEqual(change);
    expect(readAs(lessonChangeSchema, { ...change, held: null })).toEqual({
      ...change,
      held: null,
    });
  });

  const fromBoard: readonly FromBoard[] = [
    { type: 'hello' },
    { type: 'turn', to: 'next' },
    { type: 'pause', isLetter: true },
    { type: 'status', status: { started: true, slide: 'a', film: { state: 'ready', at: 0 } } },
    { type: 'reached', slide: 'a', next: 'b' },
  ];
  it.each(fromBoard)('is what a board says: $type', (message) => {
    expect(parseFromBoard(message)).toEqual(message);
  });

  const { state } = freshMemory(deckOf(everyKind(), clip));
  const shown: BoardState = {
    ...state,
    showing: { source: 'media', speed: 1, captions: true, described: false },
    film: { order: 2, do: 'seek', at: 1.5 },
    room: { code: 'BKT472', address: '', poll: null },
    leftOut: ['a'],
    ends: 7,
  };
  const toBoard: readonly ToBoard[] = [
    { type: 'state', state },
    { type: 'state', state: shown },
    { type: 'film-file', file: new Blob(['film']) },
    { type: 'close' },
  ];
  it.each(toBoard)('is what a presenter says: $type', (message) => {
    expect(toBoardReader(boardViewSchema)(message)).toEqual(message);
    expect(readToBoard(message)).toBe(message);
  });

  it.each(junk)('is nothing where it is %j', (value) => {
    expect(readAs(deckSchema, value)).toBeNull();
    expect(readAs(lessonChangeSchema, value)).toBeNull();
    expect(readAs(readingViewSchema, value)).toBeNull();
    expect(parseFromBoard(value)).toBeNull();
    expect(toBoardReader(boardViewSchema)(value)).toBeNull();
  });
});

describe('what the board’s page reads', () => {
  it('is a deck, a change and its own memory', () => {
    const deck = deckOf(everyKind(), clip);
    const memory = freshMemory(deck);
    expect([readDeck(deck), readChange(change), readMemory(memory)]).toEqual([
      deck,
      change,
      memory,
    ]);
  });

  it.each(junk)('is nothing where it is %j', (value) => {
    expect([readDeck, readChange, readMemory, readToBoard].map((read) => read(value))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
