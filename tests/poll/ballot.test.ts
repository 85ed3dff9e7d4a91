import { describe, expect, it } from 'vitest';
import { issueBallot, isBallot, makeBallots, randomBelow } from '../../src/poll/ballot.ts';
import { countAnswers, inFives } from '../../src/poll/tally.ts';
import { pressure } from './questions.ts';
import { seededRandom } from './seeded-random.ts';

describe('ballots', () => {
  it('[R2] are 32 random bytes as base64url, made in sorted order', () => {
    const ballots = makeBallots(40, seededRandom(1));
    expect(ballots).toEqual(ballots.toSorted());
    expect(new Set(ballots).size).toBe(40);
    for (const ballot of ballots) {
      expect(isBallot(ballot)).toBe(true);
      expect(Buffer.from(ballot, 'base64url').toString('base64url')).toBe(ballot);
      expect(Buffer.from(ballot, 'base64url')).toHaveLength(32);
    }
  });

  it('[R2] have each character as often as the next, and in the last place each of the sixteen that 32 bytes end in', () => {
    const ballots = makeBallots(4000, seededRandom(5));
    const countsOf = (characters: readonly string[]) => {
      const counts = new Map<string, number>();
      for (const one of characters) counts.set(one, (counts.get(one) ?? 0) + 1);
      return counts;
    };
    const isEven = (counts: ReadonlyMap<string, number>, mean: number) =>
      [...counts.values()].every((count) => Math.abs(count - mean) < 5 * Math.sqrt(mean));
    const [body, ends] = [
      countsOf(ballots.flatMap((ballot) => [...ballot.slice(0, 42)])),
      countsOf(ballots.map((ballot) => ballot.slice(42))),
    ];
    expect([body.size, ends.size]).toEqual([64, 16]);
    expect(isEven(body, (4000 * 42) / 64)).toBe(true);
    expect(isEven(ends, 4000 / 16)).toBe(true);
  });

  it('[R2] are dealt once each, until none is left', () => {
    const random = seededRandom(2);
    const all = makeBallots(12, random);
    const dealt: string[] = [];
    const free = [...all];
    for (let one = issueBallot(free, random); one !== null; one = issueBallot(free, random)) {
      dealt.push(one);
      // What is left lies as it lay: a ballot moved into the gap would tell when that one was dealt.
      expect(free).toEqual(all.filter((ballot) => !dealt.includes(ballot)));
    }
    expect(dealt.toSorted()).toEqual(all);
    expect(dealt).not.toEqual(all);
  });

  it('draws every number below the limit', () => {
    const random = seededRandom(3);
    expect(new Set(Array.from({ length: 300 }, () => randomBelow(7, random)))).toEqual(
      new Set([0, 1, 2, 3, 4, 5, 6]),
    );
  });

  it('[D2] [D5] are counted by option, "I’d rather not say" apart from them', () => {
    expect(countAnswers(pressure, ['a', 'pass', 'c', 'a', 'nonsense'])).toEqual({
      answering: 3,
      chose: { a: 2, b: 0, c: 1, d: 0 },
      passes: 1,
    });
  });

  it('[D6] are counted option by option where several may be picked, and by first place alone in an order', () => {
    expect(
      countAnswers({ ...pressure, picks: 'several' }, ['a,c', 'none', 'pass', 'c', 'a,e']),
    ).toEqual({
      answering: 3,
      chose: { a: 1, b: 0, c: 2, d: 0 },
      passes: 1,
    });
    expect(countAnswers({ ...pressure, picks: 'order' }, ['b,a,d,c', 'b,c,d,a', 'pass'])).toEqual({
      answering: 2,
      chose: { a: 0, b: 2, c: 0, d: 0 },
      passes: 1,
    });
  });

  it('[D1] are given in fives', () => {
    expect([0, 4, 5, 9, 10, 29].map(inFives)).toEqual([0, 0, 5, 5, 10, 25]);
  });
});
