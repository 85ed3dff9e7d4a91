import type { Approval } from '../../../src/approval/approval.ts';
import { inSchool } from '../../as-read.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { storedData } from '../../../src/outputs/home/stored-data.ts';
import { serialiseState } from '../../../src/pages/present/session/saved-state.ts';
import { UNDO_MS } from '../../../src/room/left-note.ts';
import type { Room } from '../../../src/room/room.ts';
import { EMPTY_SCHOOL, type School } from '../../../src/school/school.ts';
import type { Holder } from '../../../src/server/schools/note-seal.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/sqlite.ts';
import { SESSIONS, SIGN_INS } from '../../../src/server/store/valkey/staff.ts';
import {
  keysOf,
  notesKey,
  NOTED,
  ROOMS,
  SAFEGUARDING,
} from '../../../src/server/store/valkey/keys.ts';
import { started } from '../../present/a-state.ts';

type Line = keyof typeof storedData;
type Fields<Union> = Union extends unknown ? keyof Union : never;

/** What the page says of a field, and in which line. */
type Described = readonly [line: Line, words: RegExp];

/**
 * What it says of each field of a room; the compiler names one that is forgotten. `after`,
 * `discussed` and `lost` are shown once and stored nowhere.
 */
const ofRoom: Readonly<Record<Exclude<Fields<Room>, 'after' | 'discussed' | 'lost'>, Described>> = {
  state: ['room', /where the lesson is/],
  id: ['room', /its code/],
  code: ['room', /its code/],
  formerCodes: ['room', /its code/],
  pass: ['room', /the pass that tablets come back with/],
  formerEntries: ['room', /the pass that tablets come back with/],
  keyHash: ['room', /by what the teacher’s key .* known/],
  lesson: ['room', /its lesson/],
  pupils: ['room', /how many pupils/],
  devices: ['room', /whether they have .* tablets/],
  seats: ['room', /how many places are taken/],
  shared: ['room', /share tablets/],
  isJoiningClosed: ['room', /whether joining is closed/],
  questions: ['room', /its .*questions/],
  hash: ['room', /its .*questions/],
  names: ['room', /what the characters are called/],
  help: ['room', /its lesson/],
  slide: ['room', /where the lesson is/],
  stage: ['room', /where the lesson is/],
  seen: ['room', /which slides were shown/],
  lead: ['room', /by what .* window are known/],
  deadline: ['room', /how long it lasts/],
  n: ['room', /where the lesson is/],
  until: ['answers', /An answer/],
  open: ['totals', /hands that were counted/],
  closed: ['totals', /how many chose what/],
  last: ['totals', /how many chose what/],
  shown: ['totals', /how many chose what/],
  hasMovedOn: ['room', /where the lesson is/],
  box: ['notes', /its words/],
};

/** What the page says of each field of a school. */
const ofSchool: Readonly<Record<keyof School, RegExp>> = {
  name: /its name/,
  setting: /setting/,
  nation: /nation/,
  lead: /safeguarding lead.*how to reach/,
  deputies: /deputies/,
  cover: /who covers/,
  quietPlace: /places/,
  boxPlace: /places/,
  local: /contacts near it/,
  homeSite: /address of its pages for home/,
  editions: /editions/,
  confirmed: /who confirmed which contact by their role/,
  hidden: /which contacts are wrong/,
  gate: /approval/,
  termEnds: /end of term/,
  phones: /approval, phones/,
  day: /lesson times/,
  saved: /and when/,
};

const ROOMS_CODE: Described = ['room', /its code/];

/** Every table on disk, and what the page says of each of its columns. */
const onDisk: Readonly<Record<string, Readonly<Record<string, Described>>>> = {
  rooms: { id: ROOMS_CODE, deadline: ['room', /how long it lasts/], room: ['room', /^The room: /] },
  ballots: {
    id: ROOMS_CODE,
    question: ['ballots', /one question/],
    round: ['ballots', /one question once/],
    ballot: ['ballots', /For each place, random numbers/],
  },
  receipt_keys: {
    id: ROOMS_CODE,
    question: ['ballots', /the open question/],
    round: ['ballots', /the open question/],
    key: ['ballots', /the key to the receipts/],
  },
  left_notes: { id: ['notes', /^A note from the question box/], note: ['notes', /its words/] },
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
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        Object.entries(onDisk).map(([name, columns]) => [name, Object.keys(columns)]),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what several processes share is rooms, ballots and notes, and nothing that the page does not tell of', () => {
  const keys = [
    ...keysOf({ id: 'K4TE2P', questions: [] }),
    notesKey('K4TE2P'),
    ROOMS,
    NOTED,
    SAFEGUARDING,
  ];
  const parts = keys.map((key) => key.replace(/^wholeclass:(?:\{.*?\}:)?/, '').replace(/:.*$/, ''));
  expect([...new Set(parts)].toSorted()).toEqual([
    'ballots',
    'free',
    'noted',
    'notes',
    'room',
    'rooms',
    'safeguarding',
  ]);
});

test('what several processes share of signing in is open sessions and counts, each of which the page tells of', () => {
  expect([SESSIONS, SIGN_INS]).toEqual([
    'wholeclass:{staff}:sessions',
    'wholeclass:{staff}:sign-ins',
  ]);
  expect(storedData.session).toMatchObject({
    what: expect.stringContaining('when it was last used'),
    where: expect.stringContaining('a shared store'),
  });
  expect(storedData.signIns).toMatchObject({
    what: expect.stringContaining('how many were wrong'),
    where: expect.stringContaining('a shared store'),
  });
});

test('of each part of a safeguarding key the page says what it is', () => {
  const described: Readonly<Record<keyof Holder, RegExp>> = {
    publicKey: /public half/,
    salt: /a salt/,
    hint: /twelve bits of a checksum/,
  };
  for (const words of Object.values(described)) {
    expect(storedData.safeguardingKey.what).toMatch(words);
  }
  expect(storedData.notes.until).toMatch(/a day after they have dealt with it/);
  expect(UNDO_MS).toBe(24 * 3_600_000);
});

test('of each field of a room, of a file’s table and of a school the page says what it is', () => {
  const fields = [
    ...Object.values(ofRoom),
    ...Object.values(onDisk).flatMap((columns) => Object.values(columns)),
  ];
  for (const [line, words] of fields) expect(inSchool(storedData[line].what)).toMatch(words);
  for (const field of Object.keys(EMPTY_SCHOOL) as (keyof School)[]) {
    expect(inSchool(storedData.school.what)).toMatch(ofSchool[field]);
  }
});

test('of each part of an approval the page says what it is, and of its requests', () => {
  const described: Readonly<Record<Exclude<keyof Approval, 'version'>, RegExp>> = {
    requests: /when it was asked for, a checksum of each link/,
    answer: /the answer with role and day, a note, checksums of slides/,
  };
  for (const words of Object.values(described)) expect(storedData.approvals.what).toMatch(words);
  expect(storedData.approvals.what).toContain('No name');
});

test('where the teacher is in a lesson is what the page tells of it', () => {
  const saved = Object.keys(JSON.parse(serialiseState(started(), 0) ?? '') as object);
  expect(saved.toSorted()).toEqual(
    [
      ...[
        'me',
        'screens',
        'slide',
        'step',
        'cover',
        'landing',
        'bell',
        'film',
        'showing',
        'skipped',
        'spent',
        'since',
      ],
      ...['version', 'underPause', 'pupils', 'devices', 'room', 'at'],
    ].toSorted(),
  );
});
