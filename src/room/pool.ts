import { issueBallot, makeBallots } from '../poll/ballot.ts';
import type { Random } from '../poll/ballot.ts';
import { ROUNDS } from '../poll/rounds.ts';
import { BOX, NOTES_PER_SEAT } from './box.ts';
import type { Ballot, Seat } from './protocol.ts';
import { lastRound } from './room.ts';
import type { Running } from './room.ts';
import type { Pair } from './store.ts';
import { groupBy } from '../text/group-by.ts';

/** A room's ballots in memory: all that were issued, and those no seat has yet. Who has which is written nowhere (R2). */
export type Pool = {
  readonly issued: Map<string, readonly string[]>;
  readonly free: Map<string, string[]>;
};

/** A pool with these ballots issued and none of them free. */
export function openPool(ballots: readonly Ballot[]): Pool {
  const pool: Pool = { issued: new Map(), free: new Map() };
  for (const [name, some] of groupBy(ballots, nameOf)) {
    pool.issued.set(name, some.map(({ ballot }) => ballot).sort());
  }
  return pool;
}

/** Makes ballots for `seats` more seats: one for each question and round still to close, and those for the question box. */
export function makeBatch(room: Running, seats: number, random: Random): readonly Ballot[] {
  return pairsOf(room).flatMap((pair) =>
    makeBallots(seats, random).map((ballot) => ({ ...pair, ballot })),
  );
}

/** Puts a fresh batch into the pool. */
export function addBatch({ issued, free }: Pool, batch: readonly Ballot[]): void {
  for (const [name, some] of groupBy(batch, nameOf)) {
    const ballots = some.map(({ ballot }) => ballot);
    issued.set(name, [...(issued.get(name) ?? []), ...ballots].sort());
    free.set(name, [...(free.get(name) ?? []), ...ballots]);
  }
}

/** Deals one seat its ballots, each drawn on its own, so that nothing ties two of them together (R2). */
export function dealSeat(pool: Pool, room: Running, random: Random): readonly Ballot[] {
  return pairsOf(room).map((pair) => {
    const ballot = issueBallot(pool.free.get(nameOf(pair)) ?? [], random);
    if (!ballot) {
      throw new Error(
        `Cannot deal a ballot for "${pair.question}", round ${pair.round}: none is left, there must be one for each seat`,
      );
    }
    return { ...pair, ballot };
  });
}

/** The seat as its page gets it: ballots for answers, and the rights to send notes. */
export function seatOf({ pass }: Pick<Running, 'pass'>, dealt: readonly Ballot[]): Seat {
  return {
    pass,
    ballots: dealt.filter(({ question }) => question !== BOX),
    box: dealt.filter(({ question }) => question === BOX).map(({ ballot }) => ballot),
  };
}

/** Where a box ballot lies, or null when it was never issued or is used up. */
export function boxPairOf({ issued }: Pool, ballot: string): Pair | null {
  return boxPairs.find((pair) => issued.get(nameOf(pair))?.includes(ballot)) ?? null;
}

/** Forgets one box ballot: it was good for one note. */
export function useUp({ issued }: Pool, { ballot, ...pair }: Ballot): void {
  issued.set(
    nameOf(pair),
    (issued.get(nameOf(pair)) ?? []).filter((one) => one !== ballot),
  );
}

/** Forgets every ballot: the seats were reset (R20). */
export function clearPool({ issued, free }: Pool): void {
  issued.clear();
  free.clear();
}

/** Forgets the ballots of a question that is closed. */
export function spend({ issued, free }: Pool, pair: Pair): void {
  issued.delete(nameOf(pair));
  free.delete(nameOf(pair));
}

/** All ballots issued for a question and round, sorted. */
export function issuedFor({ issued }: Pool, pair: Pair): readonly string[] {
  return issued.get(nameOf(pair)) ?? [];
}

/** Where the ballots of the question box lie. */
export const boxPairs: readonly Pair[] = Array.from({ length: NOTES_PER_SEAT }, (_, at) => ({
  question: BOX,
  round: at + 1,
}));

/** The questions and rounds a new seat gets ballots for: those still to close, and the question box. */
export function pairsOf(room: Running): readonly Pair[] {
  const asked = room.questions.flatMap(({ id }) => {
    const closed = lastRound(room, id);
    return Array.from({ length: ROUNDS - closed }, (_, at) => ({
      question: id,
      round: closed + 1 + at,
    }));
  });
  return [...asked, ...boxPairs];
}

function nameOf({ question, round }: Pair): string {
  return `${round} ${question}`;
}
