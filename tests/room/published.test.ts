import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../../src/poll/question.ts';
import type { TabletCount } from '../../src/poll/tally.ts';
import { CLOSING_MS } from '../../src/room/room.ts';
import type { Room, RoomEvent } from '../../src/room/room.ts';
import { boardView, pupilView, recordView, staffView } from '../../src/room/views.ts';
import { everyCourse, everyNext, openSolver, type Course } from '../poll/history-solver.ts';
import { pressure, sure } from '../poll/questions.ts';
import { runs } from '../thorough.ts';
import { aRoom, after, NINE } from './a-room.ts';

const options = pressure.options.slice(0, 2);

/** Questions a room may hold, by how and to which audience their results are disclosed. */
const questions = {
  shown: { ...pressure, options },
  paired: { ...pressure, options, paired: true },
  'after the lesson': { ...sure, options, paired: true },
} satisfies Record<string, Question>;

type Kind = keyof typeof questions;

/** A room's history up to what the tablets said: how many answered first, how many more each time, and what the teacher did. */
type History = {
  readonly kind: Kind;
  readonly first: number;
  readonly more: readonly number[];
  /** What the teacher types in each time. */
  readonly hands: readonly (readonly [number, number])[] | null;
  readonly isShown: readonly boolean[];
};

const histories: fc.Arbitrary<History> = fc.record({
  kind: fc.constantFrom<Kind>('shown', 'paired', 'after the lesson'),
  first: fc.integer({ min: 10, max: 19 }),
  more: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 2 }),
  hands: fc.option(
    fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 3, maxLength: 3 }),
  ),
  isShown: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
});

/** A room after some rounds, and every view of every audience after every step so far, as one text. */
type Played = { readonly room: Room; readonly text: string };

/** What rooms of one history published, by their rounds: many histories begin alike, and a room is not played twice. */
type Known = Map<string, Played>;

/** Every view of every audience after every step of this room, as one text. */
function publishedOf(
  history: History,
  rounds: readonly Course[],
  known: Known = new Map(),
): string {
  return step(playedAfter(history, rounds, known), { type: 'finish' }).text;
}

function playedAfter(history: History, rounds: readonly Course[], known: Known): Played {
  const tablets = rounds.at(-1);
  if (tablets === undefined) return { room: aRoom([questions[history.kind]]), text: '' };
  const name = JSON.stringify(rounds);
  const played =
    known.get(name) ??
    roundOf(history, {
      at: rounds.length - 1,
      tablets,
      before: playedAfter(history, rounds.slice(0, -1), known),
    });
  known.set(name, played);
  return played;
}

type Round = { readonly at: number; readonly tablets: Course; readonly before: Played };

function roundOf({ kind, hands, isShown }: History, { at, tablets, before }: Round): Played {
  const { id } = questions[kind];
  const [a, b] = hands?.[at] ?? [0, 0];
  const asked = step(before, { type: 'ask', question: id });
  const counted =
    hands && kind !== 'after the lesson'
      ? step(asked, { type: 'hands', question: id, counts: { a, b } })
      : asked;
  const closing = step(counted, { type: 'close' });
  const closed = step(closing, { type: 'closed', tablets: countOf(tablets) }, NINE + CLOSING_MS);
  const isPublic =
    isShown[at] === true && kind !== 'after the lesson' && !(kind === 'paired' && at === 0);
  if (!isPublic) return closed;
  const shown = step(closed, { type: 'show', question: id });
  return step(step(shown, { type: 'hide' }), { type: 'show', question: id });
}

function step({ room: before, text }: Played, event: RoomEvent, now = NINE): Played {
  const room = after(before, [event], now);
  const snapshot = { room, answersIn: 0 };
  const views = [staffView(snapshot), boardView(snapshot), pupilView(room), recordView(room)];
  return { room, text: `${text}\n${JSON.stringify(views)}` };
}

function countOf({ chose: [a = 0, b = 0], passes }: Course): TabletCount {
  return { answering: a + b, chose: { a, b }, passes };
}

/** Everything the tablets may have said in such a history where no one changed their answer but those who came or went. */
function coursesOf({ first, more }: History): readonly (readonly Course[])[] {
  return more.reduce<readonly (readonly Course[])[]>(
    (histories, step) =>
      histories.flatMap((history) =>
        history
          .slice(-1)
          .flatMap((last) => everyNext(last, step).map((next) => [...history, next])),
      ),
    everyCourse(2, first).map((course) => [course]),
  );
}

/** The groups of one to four that someone who saw every view of such a room can work out. */
function foundIn(history: History, published = publishedOf): readonly string[] {
  const solver = openSolver();
  const known: Known = new Map();
  for (const rounds of coursesOf(history)) {
    // What was published before the last round tells what the turnouts alone do not.
    const views = rounds.map((_, at) => published(history, rounds.slice(0, at + 1), known));
    solver.add(views, rounds);
  }
  return solver.givenAway().map((found) => found.slice(found.lastIndexOf(': ')));
}

test('[D5] all that a room ever publishes, in any history of it, gives no group of one to four away, nor one pupil who came or went', () => {
  fc.assert(
    fc.property(histories, (history) => {
      expect(foundIn(history)).toEqual([]);
    }),
    runs(12, 2),
  );
});

test('[D5] the same solver finds the late pupil where each round is disclosed for itself', () => {
  const history: History = {
    kind: 'shown',
    first: 12,
    more: [1],
    hands: null,
    isShown: [true, true, true],
  };
  const apart = (one: History, rounds: readonly Course[]) =>
    rounds.map((round) => publishedOf(one, [round])).join('\n');
  expect(foundIn(history)).toEqual([]);
  expect(foundIn(history, apart)).not.toEqual([]);
});

test('[D5] a round that was never shown holds nothing of the next one back', () => {
  const resultsAfter = (isShown: readonly boolean[]) =>
    publishedOf({ kind: 'shown', first: 20, more: [1], hands: null, isShown }, [
      { chose: [7, 13], passes: 0 },
      { chose: [8, 13], passes: 0 },
    ]);
  expect(resultsAfter([false, true])).toContain('"bands":{"a":"about-half","b":"about-half"}');
  expect(resultsAfter([true, true])).not.toContain('"bands":{"a":"about-half","b":"about-half"}');
});
