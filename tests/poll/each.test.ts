import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose } from '../../src/poll/disclose.ts';
import type { Published } from '../../src/poll/disclose.ts';
import type { Count } from '../../src/poll/tally.ts';
import { openAdversary } from './all-tallies.ts';
import { law, signs } from './questions.ts';

/** Answers of which this many picked `a` and `b`. */
const picked = (answering: number, a: number, b = 0): Count => ({
  answering,
  chose: { a, b, c: 0, d: 0 },
});

/** What is said of `a` and of `b`. */
function sharesOf(published: Published): readonly string[] {
  return published.rung === 'each'
    ? ['a', 'b'].map((id) => published.shares[id] ?? 'nothing')
    : [published.rung, published.rung];
}

/** What is said of an option that `yes` of `all` picked, where so many passed. */
function shareOf(all: number, yes: number, passes = 0): string {
  const tablets = { ...picked(all, yes), passes };
  return sharesOf(disclose(signs, { tablets, hands: null }))[0] ?? '';
}

describe('what is published of a question with several answers', () => {
  it('[D4] is a share for each option, of all who answered', () => {
    expect(
      disclose(signs, {
        tablets: { answering: 27, chose: { a: 25, b: 14, c: 7, d: 0 } },
        hands: null,
      }),
    ).toEqual({
      rung: 'each',
      shares: { a: 'nearly-all-or-all', b: 'about-half', c: 'about-a-quarter', d: 'few-or-none' },
      turnout: 25,
      right: [],
      explanation: 'Because help is always there.',
    });
  });

  it('[D2] is nothing under ten who answered, however many options they picked', () => {
    expect(
      disclose(signs, { tablets: { answering: 9, chose: { a: 9, b: 9, c: 9, d: 9 } }, hands: null })
        .rung,
    ).toBe('too-few');
    expect(disclose(signs, { tablets: picked(9, 9), hands: picked(20, 20) }).rung).toBe('too-few');
  });

  it('[D3] names every right answer', () => {
    expect(
      disclose(
        { ...law, picks: 'several', right: ['a', 'c'] },
        { tablets: picked(20, 10), hands: null },
      ).right,
    ).toEqual(['a', 'c']);
  });

  it('[D4] of one option does not hang on the others', () => {
    const part = fc
      .integer({ min: 10, max: 60 })
      .chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all }), fc.nat({ max: all })));
    fc.assert(
      fc.property(part, ([all, a, b]) => {
        const both = disclose(signs, { tablets: picked(all, a, b), hands: null });
        const alone = [shareOf(all, a), shareOf(all, b)];
        expect(sharesOf(both)).toEqual(alone);
      }),
    );
  });

  it('[D4] gives no group of one to four away who picked an option or left it, of 10 to 60 who answered', () => {
    const adversary = openAdversary();
    for (let all = 10; all <= 60; all += 1) {
      for (let yes = 0; yes <= all; yes += 1) {
        const name = `${all} ${shareOf(all, yes)}`;
        adversary.add(`${name}: picked`, yes);
        adversary.add(`${name}: left`, all - yes);
      }
    }
    expect(adversary.givenAway()).toEqual([]);
  });

  it('[D4] gives no group away who picked one option and left another, of 10 to 30, however many passed', () => {
    const found: string[] = [];
    for (let turnout = 10; turnout <= 30; turnout += 1) {
      for (let passes = 0; passes <= turnout - 10; passes += 1) {
        const all = turnout - passes;
        const alike = Map.groupBy(
          Array.from({ length: all + 1 }, (_, yes) => yes),
          (yes) => shareOf(all, yes, passes),
        );
        const pairs = [...alike].flatMap(([one, some]) =>
          [...alike].map(([other, more]) => ({ names: `${one}, ${other}`, some, more })),
        );
        for (const { names, some, more } of pairs) {
          const groups = givenAway(all, some, more);
          found.push(...groups.map((group) => `${turnout} ${passes} ${names}: ${group}`));
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('[D2] [D4] gives no pupil away to the teacher, who knows the hands', () => {
    for (let byTablet = 10; byTablet <= 25; byTablet += 3) {
      for (const [raised, hands] of [
        [5, 0],
        [5, 2],
        [12, 7],
        [12, 12],
        [20, 1],
      ] as const) {
        const adversary = openAdversary();
        for (let yes = 0; yes <= byTablet; yes += 1) {
          const published = disclose(signs, {
            tablets: picked(byTablet, yes),
            hands: picked(raised, hands),
          });
          const name = sharesOf(published)[0] ?? '';
          adversary.add(`${name}: picked`, yes);
          adversary.add(`${name}: left`, byTablet - yes);
        }
        expect(adversary.givenAway()).toEqual([]);
      }
    }
  });
});

/** Groups of those who picked or left either of two options that are one to four pupils in every tally that looks the same. */
function givenAway(
  all: number,
  some: readonly number[],
  more: readonly number[],
): readonly number[] {
  const bare = new Set(Array.from({ length: 14 }, (_, at) => at + 1));
  for (const a of some) {
    for (const b of more) {
      for (
        let both = Math.max(0, a + b - all);
        both <= Math.min(a, b) && bare.size > 0;
        both += 1
      ) {
        const cells = [both, a - both, b - both, all - a - b + both];
        for (const group of bare) {
          const size = cells.reduce((sum, cell, at) => (group & (1 << at) ? sum + cell : sum), 0);
          if (size === 0 || size > 4) bare.delete(group);
        }
      }
    }
  }
  return [...bare];
}
