import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { openSqliteStore } from '../../src/server/store/sqlite/sqlite.ts';
import { openValkeyStore } from '../../src/server/store/valkey/valkey.ts';
import type { Seat } from '../../src/room/protocol.ts';
import type { Store } from '../../src/room/store.ts';
import { granted, NINE, opening } from '../room/a-room.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

/** A ballot as it is found: its row as text, without the ballot, where its bytes lie in the files, and how often. */
type Found = {
  readonly ballot: string;
  readonly beside: string;
  readonly place: number;
  readonly times: number;
};
/** Ballots of one seat that no one may tie together: two questions, two rounds, an answer and a note, two notes. Each is a round and a question's id; the box has none. */
const TIES = [
  ['1 pressure', '1 law'],
  ['1 pressure', '2 pressure'],
  ['1 pressure', '1 '],
  ['1 ', '2 '],
] as const;
/** What is found of two kinds of ballots, and the pairs of them that one seat holds. */
type Exhibit = {
  readonly one: readonly Found[];
  readonly other: readonly Found[];
  readonly seats: readonly (readonly [string, string])[];
};

const ROOMS = 12;
const PUPILS = 12;
const folder = mkdtempSync(join(tmpdir(), 'wholeclass-linking-'));
let opened = 0;
afterAll(() => rmSync(folder, { recursive: true }));

/** Ways to guess which ballot of the other question belongs to the seat of a ballot of the one. */
const guesses: Readonly<Record<string, (exhibit: Exhibit, ballot: Found) => Found | undefined>> = {
  'what stands beside it': ({ other }, { beside }) =>
    other.find((found) => found.beside === beside && beside !== ''),
  'its place among the others in the files': ({ one, other }, found) =>
    inPlace(other)[inPlace(one).indexOf(found)],
  'its place from the end': ({ one, other }, found) =>
    inPlace(other).toReversed()[inPlace(one).indexOf(found)],
  'its place in sorted order': ({ one, other }, found) => sorted(other)[sorted(one).indexOf(found)],
  'the longest beginning they share': ({ other }, { ballot }) =>
    best(other, (found) => shared(found.ballot, ballot)),
  'the longest end they share': ({ other }, { ballot }) =>
    best(other, (found) => shared(backwards(found.ballot), backwards(ballot))),
  'how often it is found': ({ other }, { times }) => other.find((found) => found.times === times),
  'what lies nearest in the files': ({ other }, { place }) =>
    best(other, (found) => -Math.abs(found.place - place)),
};

const inPlace = (some: readonly Found[]) => some.toSorted((one, other) => one.place - other.place);
const sorted = (some: readonly Found[]) =>
  some.toSorted((one, other) => (one.ballot < other.ballot ? -1 : 1));
const backwards = (text: string) => [...text].toReversed().join('');

function shared(one: string, other: string): number {
  const at = [...one].findIndex((sign, place) => sign !== other[place]);
  return at === -1 ? one.length : at;
}

function best(some: readonly Found[], worth: (found: Found) => number): Found | undefined {
  return some.toSorted((one, other) => worth(other) - worth(one))[0];
}

/** The ways that tie more ballots together than chance does: one in each room is expected, whatever the number of seats. */
function waysThatWork(exhibits: readonly Exhibit[]): readonly string[] {
  const max = exhibits.length + 6 * Math.sqrt(exhibits.length);
  return Object.entries(guesses)
    .map(([way, guess]) => ({
      way,
      right: exhibits.reduce((sum, exhibit) => sum + rightOnes(exhibit, guess), 0),
    }))
    .filter(({ right }) => right > max)
    .map(({ way }) => way);
}

function rightOnes(
  exhibit: Exhibit,
  guess: (exhibit: Exhibit, ballot: Found) => Found | undefined,
): number {
  return exhibit.seats.filter(([mine, its]) => {
    const found = exhibit.one.find(({ ballot }) => ballot === mine);
    return found && guess(exhibit, found)?.ballot === its;
  }).length;
}

/** A store that is open, and a look at all it keeps: its bytes, and the rows of a kind of ballots as text. */
type OpenStore = { readonly store: Store; readonly look: (code: string) => Promise<Look> };
type Look = {
  readonly bytes: Buffer;
  readonly rows: (kind: string) => readonly { readonly ballot: string; readonly beside: string }[];
};

/** Rooms in SQLite, and its files. */
function onDisk(): OpenStore {
  const dataDir = mkdtempSync(join(folder, `${(opened += 1)}-`));
  const look = async () => {
    const files = readdirSync(dataDir).toSorted();
    const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'), { readOnly: true });
    const all = db.prepare('SELECT * FROM ballots').all();
    db.close();
    const rows = (kind: string) =>
      all
        .filter(({ question, round }) => `${round} ${question}` === kind)
        .map(({ ballot, ...row }) => ({
          ballot: String(ballot),
          beside: Object.keys(row)
            .filter((column) => !['id', 'question', 'round'].includes(column))
            .map((column) => String(row[column]))
            .join(' '),
        }));
    return { bytes: Buffer.concat(files.map((file) => readFileSync(join(dataDir, file)))), rows };
  };
  return { store: openSqliteStore({ file: join(dataDir, 'rooms.sqlite'), now: NINE }), look };
}

/** Rooms in Valkey, and what it would write to a disk. */
async function inValkey(): Promise<OpenStore> {
  valkey ??= await openValkeyServer();
  const { url, send, image } = valkey;
  await send('FLUSHALL');
  const look = async (code: string) => {
    const marks = async (kind: string) => {
      const all = (await send(
        'HGETALL',
        `wholeclass:{${code}}:ballots:${kind.replace(' ', ':')}`,
      )) as Readonly<Record<string, string>>;
      return [kind, Object.entries(all).map(([ballot, beside]) => ({ ballot, beside }))] as const;
    };
    const found = new Map(await Promise.all([...new Set(TIES.flat())].map(marks)));
    return { bytes: await image(), rows: (kind: string) => found.get(kind) ?? [] };
  };
  return {
    store: await openValkeyStore({
      url,
      random: randomBytes,
      sealer: receiptSealer,
      log: () => {},
    }),
    look,
  };
}

let valkey: ValkeyServer | null = null;
afterAll(() => valkey?.close());

/** Everything that is kept of a room whose seats are all taken and whose first question has been answered, for each of the ties. */
async function storedRoom(
  { store, look }: OpenStore,
  isRaised: boolean,
): Promise<readonly Exhibit[]> {
  const { code } = granted(await store.create({ ...opening, pupils: PUPILS }, NINE)).room;
  const seats: Seat[] = [];
  const sit = async (count: number) => {
    for (let at = 0; at < count; at += 1) seats.push(granted(await store.seat(code, NINE)));
  };
  await sit(PUPILS + 3);
  granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
  if (isRaised) {
    granted(await store.update(code, { type: 'pupils', pupils: PUPILS + 4 }, NINE));
    await sit(4);
  }
  for (const seat of seats) {
    granted(
      await store.cast(
        {
          code,
          question: 'pressure',
          round: 1,
          ballot: ballotOf(seat, '1 pressure'),
          n: 1,
          answer: 'b',
        },
        NINE,
      ),
    );
  }
  const { bytes, rows } = await look(code);
  const text = bytes.toString('latin1');
  const find = (kind: string): readonly Found[] =>
    rows(kind).map(({ ballot, beside }) => ({
      ballot,
      beside,
      place: bytes.lastIndexOf(ballot),
      times: text.split(ballot).length - 1,
    }));
  const exhibits = TIES.map(([one, other]) => ({
    one: find(one),
    other: find(other),
    // Where seats came later, the question is whether theirs can be told.
    seats: seats
      .slice(isRaised ? -4 : 0)
      .map((seat) => [ballotOf(seat, one), ballotOf(seat, other)] as const),
  }));
  await store.end();
  return exhibits;
}

function ballotOf({ ballots, box }: Seat, kind: string): string {
  const [round, question] = kind.split(' ');
  if (question === '') return box[Number(round) - 1] ?? '';
  return (
    ballots.find((one) => one.question === question && one.round === Number(round))?.ballot ?? ''
  );
}

/** The same room with a leak in it. */
function planted(exhibit: Exhibit, leak: (found: Found, seat: number) => Found): Exhibit {
  const change = (some: readonly Found[], which: 0 | 1) =>
    some.map((found) => {
      const seat = exhibit.seats.findIndex((pair) => pair[which] === found.ballot);
      return seat === -1 ? found : leak(found, seat);
    });
  const [one, other] = [change(exhibit.one, 0), change(exhibit.other, 1)];
  const now = (before: readonly Found[], after: readonly Found[], ballot: string) =>
    after[before.findIndex((found) => found.ballot === ballot)]?.ballot ?? '';
  return {
    one,
    other,
    seats: exhibit.seats.map(([mine, its]) => [
      now(exhibit.one, one, mine),
      now(exhibit.other, other, its),
    ]),
  };
}

/** Rooms kept one way, one after the other. */
async function manyRooms(
  open: () => OpenStore | Promise<OpenStore>,
  count: number,
  isRaised = false,
): Promise<readonly (readonly Exhibit[])[]> {
  const rooms = [];
  for (let at = 0; at < count; at += 1) rooms.push(await storedRoom(await open(), isRaised));
  return rooms;
}

const nothing: Exhibit = { one: [], other: [], seats: [] };

/** What must be found, and how. */
const leaks: readonly (readonly [string, string, (found: Found, seat: number) => Found])[] = [
  ['a shared id', 'what stands beside it', (found, seat) => ({ ...found, beside: `seat ${seat}` })],
  [
    'the order of seats',
    'its place among the others in the files',
    (found, seat) => ({ ...found, place: seat }),
  ],
  [
    'a nonce used twice',
    'the longest beginning they share',
    (found, seat) => ({ ...found, ballot: `nonce${seat}x${found.ballot.slice(8)}` }),
  ],
  [
    'a time',
    'what stands beside it',
    (found, seat) => ({ ...found, beside: String(NINE + seat * 1371) }),
  ],
];

describe.each([
  ['on disk', onDisk, true],
  ['in Valkey', inValkey, hasValkey],
] as const)('two ballots of one seat, %s,', (_, open, isThere) => {
  it.skipIf(!isThere)(
    '[R2] are tied together by nothing: no way of guessing does better than chance, and each leak would be found',
    async () => {
      const rooms = await manyRooms(open, ROOMS);
      for (const [at, tie] of TIES.entries()) {
        const exhibits = rooms.map((room) => room[at] ?? nothing);
        expect(
          exhibits.map(({ one, other, seats }) => [one.length, other.length, seats.length]),
        ).toEqual(rooms.map(() => [15, 15, 15]));
        expect([tie, waysThatWork(exhibits)]).toEqual([tie, []]);
        for (const [leaked, way, leak] of leaks) {
          expect([
            tie,
            leaked,
            ...waysThatWork(exhibits.map((exhibit) => planted(exhibit, leak))),
          ]).toContain(way);
        }
      }
    },
  );

  it.skipIf(!isThere)(
    '[R2] do not show when they were issued: more seats write all of them again, once each and in order',
    async () => {
      for (const { one, other, seats } of (await manyRooms(open, 3, true)).flat()) {
        expect(seats).toHaveLength(4);
        for (const some of [one, other]) {
          expect(some.map(({ times }) => times)).toEqual(some.map(() => 1));
          const order = inPlace(some).map(({ ballot }) => ballot);
          // SQLite fills a page from its end.
          expect([order, order.toReversed()]).toContainEqual(
            sorted(some).map(({ ballot }) => ballot),
          );
        }
      }
    },
  );
});
