import { describe, expect, it } from 'vitest';
import { disclose, discloseAfter } from '../../src/poll/disclose.ts';
import type { SharedQuestion } from '../../src/poll/question.ts';
import { sumOf } from '../../src/poll/tally.ts';
import type { Tally } from '../../src/poll/tally.ts';
import { everyTally } from './all-tallies.ts';
import { pressure, signs, sureTwice } from './questions.ts';
import { movesOf, openRoundsAdversary } from './rounds-adversary.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];

/** A question of so many options. */
function asking(options: number): SharedQuestion {
  return { ...pressure, options: IDS.slice(0, options).map((id) => ({ id, label: id, text: id })) };
}

/** What tablets, and hands beside them, came to. */
function tallyOf(tablets: readonly number[], hands?: readonly number[]): Tally & { readonly isTold: boolean } {
  const count = (counts: readonly number[]) => {
    const chose = Object.fromEntries(counts.map((one, at) => [IDS[at], one]));
    return { answering: sumOf(chose), chose };
  };
  return { tablets: count(tablets), hands: hands ? count(hands) : null, isTold: true };
}

type Setting = { readonly options: number; readonly first: number; readonly more: number; readonly isAware?: boolean };

/** What can be worked out of all pairs of rounds in which so many came or went and nobody else changed their answer. */
function foundIn({ options, first, more, isAware = true }: Setting): readonly string[] {
  const question = asking(options);
  const adversary = openRoundsAdversary();
  const told = new Map<string, string>();
  for (const one of everyTally(options, first)) {
    const before = JSON.stringify(disclose(question, tallyOf(one)));
    for (const move of movesOf(options, more)) {
      const other = one.map((count, at) => count + (move[at] ?? 0));
      if (other.some((count) => count < 0)) continue;
      const key = `${before} ${other.join(' ')}`;
      const now = told.get(key) ?? JSON.stringify(disclose(question, tallyOf(other), isAware ? [tallyOf(one)] : []));
      told.set(key, now);
      adversary.add(`${before} then ${now}`, { first: one, later: other, move });
    }
  }
  return adversary.givenAway();
}

type Beside = { readonly byTablet: number; readonly first: readonly number[]; readonly second: readonly number[] };

/** All pairs of rounds beside these hands in which up to two came or went and nobody else changed their answer. */
function besideHands({ byTablet, first, second }: Beside) {
  return [-2, -1, 0, 1, 2].flatMap((more) =>
    movesOf(2, more).flatMap((move) =>
      [...everyTally(2, byTablet)].flatMap((one) => {
        const later = one.map((count, at) => count + (first[at] ?? 0) + (move[at] ?? 0) - (second[at] ?? 0));
        if (later.some((count) => count < 0) || later.reduce((sum, count) => sum + count, 0) < 10) return [];
        return [{ before: tallyOf(one, first), after: tallyOf(later, second), name: `${more}`, rounds: { first: one, later, move } }];
      }),
    ),
  );
}

describe('a question that is asked again', () => {
  it('[D5] would give away who joined, were each round told for itself', () => {
    expect(foundIn({ options: 2, first: 20, more: 1, isAware: false })).not.toEqual([]);
    const [before, after] = [tallyOf([7, 13, 0, 0]), tallyOf([8, 13, 0, 0])];
    expect(disclose(pressure, before)).toMatchObject({ bands: { a: 'about-a-quarter', b: 'about-three-quarters' } });
    expect(disclose(pressure, after)).toMatchObject({ bands: { a: 'about-half', b: 'about-half' } });
    expect(disclose(pressure, after, [before])).not.toMatchObject({ bands: { a: 'about-half', b: 'about-half' } });
  });

  it('[D5] gives nobody away when one to four come or go: two options, 10 to 40 answers', () => {
    const found: string[] = [];
    for (let first = 10; first <= 40; first += first < 30 ? 1 : 3) {
      for (const more of [-4, -2, -1, 1, 2, 3]) found.push(...foundIn({ options: 2, first, more }));
    }
    expect(found).toEqual([]);
  });

  it.each([
    [3, 16, 1],
    [3, 20, 1],
    [3, 24, -1],
    [3, 22, -3],
    [4, 12, 1],
  ])('[D5] gives nobody away with %i options, %i answers and then %i more', (options, first, more) => {
    expect(foundIn({ options, first, more })).toEqual([]);
  });

  it.each([
    [
      [6, 5],
      [6, 5],
    ],
    [
      [9, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [8, 2],
    ],
    [
      [3, 8],
      [4, 8],
    ],
    [
      [1, 12],
      [0, 4],
    ],
  ])('[D5] tells the teacher, who counted %j hands and then %j, nothing that those hands do not tell', (first, second) => {
    const found: string[] = [];
    for (let byTablet = 10; byTablet <= 19; byTablet += 3) {
      const [told, untold] = [openRoundsAdversary(), openRoundsAdversary()];
      for (const { before, after, name, rounds } of besideHands({ byTablet, first, second })) {
        const [then, now] = [JSON.stringify(disclose(asking(2), before)), JSON.stringify(disclose(asking(2), after, [before]))];
        told.add(`${name} ${then} ${now}`, rounds);
        untold.add(`${name} ${then}`, rounds);
      }
      const anyway = untold.givenAway().map((one) => one.split(': '));
      found.push(...told.givenAway().filter((one) => !anyway.some(([name = '', group = '']) => one.startsWith(name) && one.endsWith(`: ${group}`))));
    }
    expect(found).toEqual([]);
  });

  it('[D5] is told as before where nobody came or went, and as it is where five or more did', () => {
    const [before, after] = [tallyOf([14, 14, 0, 0]), tallyOf([4, 24, 0, 0])];
    expect(disclose(pressure, after, [before])).toEqual(disclose(pressure, after));
    const more = tallyOf([5, 28, 0, 0]);
    expect(disclose(pressure, more, [before])).toEqual(disclose(pressure, more));
  });

  it('[D5] is told in words alone after a round of almost the same pupils that could not be told in bands', () => {
    const before = tallyOf([8, 2, 2, 0]);
    expect(disclose(pressure, before).rung).toBe('largest');
    expect(disclose(pressure, tallyOf([4, 4, 5, 0]), [before]).rung).toBe('words');
  });

  it('[D5] is held back option by option where several may be picked, and for the teacher after the lesson as well', () => {
    const few = (yes: number, all: number): Tally & { readonly isTold: boolean } => ({
      tablets: { answering: all, chose: { a: yes, b: 0, c: 0, d: 0 } },
      hands: null,
      isTold: true,
    });
    const crossing = disclose(signs, few(8, 21), [few(7, 20)]);
    expect(crossing).not.toMatchObject({ shares: { a: 'about-half' } });
    const rounds = { round: 2, tally: tallyOf([8, 13, 0, 0]) };
    expect(discloseAfter(sureTwice, rounds, [tallyOf([7, 13, 0, 0])]).told).not.toEqual(discloseAfter(sureTwice, rounds).told);
  });

  it('[D5] still shows a class of 24 to 32 how it answered, most of the time that one pupil more or less answers', () => {
    let told = 0;
    let asked = 0;
    for (let first = 24; first <= 32; first += 1) {
      for (const more of [-1, 1]) {
        for (const one of [
          [2, 3, 5],
          [3, 8, 9],
          [1, 1, 10],
          [6, 6, 6],
        ]) {
          const before = [...one, first - one.reduce((sum, count) => sum + count, 0)];
          for (const later of [
            [1, 2, 3],
            [2, 8, 10],
            [0, 4, 14],
          ]) {
            const after = [...later, first + more - later.reduce((sum, count) => sum + count, 0)];
            asked += 1;
            if (disclose(pressure, tallyOf(after), [tallyOf(before)]).rung === 'bands') told += 1;
          }
        }
      }
    }
    expect(told / asked).toBeGreaterThan(0.5);
  });
});
