import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from '../../src/poll/bands.ts';
import { largestOf, rungOf, rungsFor } from '../../src/poll/rungs.ts';
import type { Known, Rung } from '../../src/poll/rungs.ts';
import { everySortedTally, everyTally, openAdversary } from './all-tallies.ts';

const noHands = (options: number): readonly number[] => Array.from({ length: options }, () => 0);

/** What the screen says, as one text; `all` is in it because the class may know exactly how many answered. */
function shown(tablets: readonly number[], known: Known, rungs?: readonly Rung[]): string {
  const sums = tablets.map((count, at) => count + (known.hands[at] ?? 0));
  const rung = rungOf(tablets, known, rungs);
  if (rung === 'bands') return `${known.all} ${sums.map((sum) => bandOf(sum, known.all)).join(' ')}`;
  return rung === 'largest' ? `${known.all} largest ${largestOf(sums)}` : `${known.all} words`;
}

/** The groups the teacher can work out of everything the tablets may have said beside these hands. */
function teacherFinds(hands: readonly number[], byTablet: number): readonly string[] {
  const known = { hands, all: byTablet + hands.reduce((sum, count) => sum + count, 0) };
  const rungs = rungsFor(known);
  const adversary = openAdversary();
  for (const tablets of everyTally(hands.length, byTablet)) {
    const name = shown(tablets, known, rungs);
    for (let group = 1; group < 2 ** hands.length; group += 1) adversary.add(`${name}: ${group}`, sizeOf(tablets, group));
  }
  return adversary.givenAway();
}

function sizeOf(counts: readonly number[], group: number): number {
  return counts.reduce((sum, count, at) => (group & (1 << at) ? sum + count : sum), 0);
}

describe('the rungs', () => {
  it.each([2, 3, 4, 5])('[D4] give no group of one to four away in any tally of %i options and 10 to 60 answers', (options) => {
    const adversary = openAdversary();
    for (let all = 10; all <= 60; all += 1) {
      const known = { all, hands: noHands(options) };
      const rungs = rungsFor(known);
      for (const tally of everySortedTally(options, all)) addAlike(adversary, tally, { known, rungs });
    }
    expect(adversary.givenAway()).toEqual([]);
  });

  it('[D2] [D4] give the teacher, who knows the hands, nobody away: two options, up to 60 answers', () => {
    const found: string[] = [];
    for (let all = 11; all <= 60; all += 1) {
      for (let byTablet = 10; byTablet < all; byTablet += all > 30 ? 7 : 1) {
        for (const hands of everyTally(2, all - byTablet)) found.push(...teacherFinds(hands, byTablet));
      }
    }
    expect(found).toEqual([]);
  });

  it('[D2] [D4] give the teacher, who knows the hands, nobody away: three to five options, hands as they come', () => {
    const hands = fc.integer({ min: 3, max: 5 }).chain((options) => fc.array(fc.nat({ max: 12 }), { minLength: options, maxLength: options }));
    fc.assert(
      fc.property(hands, fc.integer({ min: 10, max: 16 }), (counted, byTablet) => {
        expect(teacherFinds(counted, byTablet)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('[D4] give the class nobody away whatever part of it raised hands', () => {
    const adversary = openAdversary();
    for (const [options, all] of [
      [2, 11],
      [2, 25],
      [2, 40],
      [3, 12],
      [3, 17],
      [3, 21],
    ] as const) {
      for (let byTablet = 10; byTablet <= all; byTablet += 1) {
        for (const hands of everyTally(options, all - byTablet)) {
          const known = { all, hands };
          const rungs = rungsFor(known);
          for (const tablets of everyTally(options, byTablet)) {
            const name = `${options} ${shown(tablets, known, rungs)}`;
            const sums = tablets.map((count, at) => count + (hands[at] ?? 0));
            for (let group = 1; group < 2 ** options; group += 1) adversary.add(`${name}: ${group}`, sizeOf(sums, group));
          }
        }
      }
    }
    expect(adversary.givenAway()).toEqual([]);
  });

  it('[D4] are needed: bands alone would give two or three of ten away', () => {
    const adversary = openAdversary();
    for (const [first, second] of everySortedTally(2, 10)) {
      const bands = [first ?? 0, second ?? 0].map((count) => bandOf(count, 10));
      adversary.add(bands.join(' '), second ?? 0);
    }
    expect(adversary.givenAway()).toEqual(['about-three-quarters about-a-quarter']);
  });

  it('[D4] show bands for nearly every class of 24 or more', () => {
    let bands = 0;
    let tallies = 0;
    for (const tally of everySortedTally(4, 27)) {
      tallies += 1;
      if (rungOf(tally, { all: 27, hands: noHands(4) }) === 'bands') bands += 1;
    }
    expect(bands / tallies).toBeGreaterThan(0.9);
  });

  it('[D4] go down to the largest option, then to words, in a small class', () => {
    const known = { all: 12, hands: noHands(3) };
    expect([rungOf([12, 0, 0], known), rungOf([8, 2, 2], known), rungOf([5, 5, 2], known)]).toEqual(['bands', 'largest', 'words']);
  });
});

/** Adds a tally in all orders of its options that look the same: those are the ones within one band, or below the largest. */
function addAlike(
  adversary: ReturnType<typeof openAdversary>,
  tally: readonly number[],
  { known, rungs }: { readonly known: Known; readonly rungs: readonly Rung[] },
): void {
  const name = `${tally.length} ${shown(tally, known, rungs)}`;
  const rung = rungOf(tally, known, rungs);
  const blocks = tally.map((count, at) => {
    if (rung === 'bands') return bandOf(count, known.all);
    return rung === 'largest' && at === 0 ? 'largest' : 'rest';
  });
  for (let group = 1; group < 2 ** tally.length; group += 1) {
    const kind = blocks.filter((_, at) => group & (1 << at)).join(' ');
    adversary.add(`${name}: ${kind}`, sizeOf(tally, group));
  }
}
