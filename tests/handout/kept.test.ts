import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { keptThings } from '../../src/handout/kept.ts';
import { freshDesk } from '../../src/pages/present/desk.ts';
import { writeDesk } from '../../src/pages/present/saved-desk.ts';
import type { Room } from '../../src/room/room.ts';
import { EMPTY_SCHOOL, type School } from '../../src/school/school.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { keysOf, notesKey, NOTED, ROOMS } from '../../src/server/store/valkey/keys.ts';
import { deck } from '../present/a-deck.ts';

type Line = keyof typeof keptThings;
type Fields<Union> = Union extends unknown ? keyof Union : never;

/** Where the page tells of each field of a room; the compiler names one that is forgotten. `after` is told once and kept nowhere. */
const ofRoom: Readonly<Record<Exclude<Fields<Room>, 'after'>, Line>> = {
  state: 'room',
  id: 'room',
  code: 'room',
  formerCodes: 'room',
  keyHash: 'room',
  lesson: 'room',
  pupils: 'room',
  devices: 'room',
  seats: 'room',
  shared: 'room',
  questions: 'room',
  hash: 'room',
  names: 'room',
  slide: 'room',
  stage: 'room',
  seen: 'room',
  lead: 'room',
  deadline: 'room',
  n: 'room',
  until: 'room',
  open: 'totals',
  closed: 'totals',
  last: 'totals',
  shown: 'totals',
  box: 'notes',
};

/** What the page says of each field of a school. */
const ofSchool: Readonly<Record<keyof School, RegExp>> = {
  name: /its name/,
  setting: /setting/,
  lead: /safeguarding lead.*how to reach/,
  deputies: /deputies/,
  cover: /who covers/,
  quietPlace: /places/,
  boxPlace: /places/,
  local: /contacts near it/,
  editions: /editions/,
  confirmed: /who confirmed which contact by their role/,
  gate: /go-ahead/,
  termEnds: /end of term/,
  saved: /and when/,
};

/** Every table on disk with its columns, and where the page tells of it. */
const onDisk: Readonly<Record<string, { readonly line: Line; readonly columns: readonly string[] }>> = {
  rooms: { line: 'room', columns: ['id', 'deadline', 'room'] },
  ballots: { line: 'ballots', columns: ['id', 'question', 'round', 'ballot'] },
  receipt_keys: { line: 'ballots', columns: ['id', 'question', 'round', 'key'] },
  left_notes: { line: 'notes', columns: ['id', 'note'] },
};

test('the file of rooms has the tables and columns that the page tells of, and no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-kept-'));
  try {
    const file = join(folder, 'rooms.sqlite');
    void openSqliteStore({ file, now: 0 }).end();
    const db = new DatabaseSync(file);
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const found = tables.map(({ name }) => [
      String(name),
      db
        .prepare(`PRAGMA table_info(${String(name)})`)
        .all()
        .map((column) => String(column['name'])),
    ]);
    db.close();
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.entries(onDisk).map(([name, { columns }]) => [name, columns])));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what several processes share is rooms, ballots and notes, and nothing that the page does not tell of', () => {
  const keys = [...keysOf({ id: 'K4TE2P', questions: [] }), notesKey('K4TE2P'), ROOMS, NOTED];
  const parts = keys.map((key) => key.replace(/^wholeclass:(?:\{.*?\}:)?/, '').replace(/:.*$/, ''));
  expect([...new Set(parts)].toSorted()).toEqual(['ballots', 'free', 'noted', 'notes', 'room', 'rooms']);
});

test('each field of a room, of a file’s table and of a school has its line on the page', () => {
  for (const line of [...Object.values(ofRoom), ...Object.values(onDisk).map((one) => one.line)]) expect(keptThings[line].what).toMatch(/\S/);
  for (const field of Object.keys(EMPTY_SCHOOL) as (keyof School)[]) expect(keptThings.school.what).toMatch(ofSchool[field]);
});

test('where the teacher is in a lesson is what the page tells of it', () => {
  const saved = Object.keys(JSON.parse(writeDesk(freshDesk(deck), 0)) as object);
  expect(saved.toSorted()).toEqual(
    [
      ...['me', 'screens', 'slide', 'step', 'cover', 'landing', 'bell', 'film', 'showing', 'skipped', 'spent', 'since'],
      ...['pupils', 'devices', 'room', 'at'],
    ].toSorted(),
  );
});
