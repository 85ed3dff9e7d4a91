import { describe, expect, it } from 'vitest';
import { disclose } from '../../src/poll/disclose.ts';
import { chosenOf, isThorough } from '../thorough.ts';
import { asking, tallyOf } from './asking.ts';
import { seededRandom } from './seeded-random.ts';
import {
  askingSeveral,
  countOf,
  everyPicked,
  foundInSeveral,
  openSeveralSolver,
  tabletsOf,
} from './several-solver.ts';
import type { Picked } from './several-solver.ts';

/** All there is takes minutes. */
const WHOLE = { timeout: isThorough ? 3_600_000 : 120_000 };

const upTo = (max: number, min = 0) =>
  Array.from({ length: max - min + 1 }, (_, count) => min + count);

/** A round that everyone was shown. */
const SHOWN = {};
const UNSHOWN = { isDisclosed: false };
const DISCARDED = { isDisclosed: false, isDiscarded: true } as const;

describe('all options of a question of which several may be picked', () => {
  it('[D5] would tell side by side that one to four passed, were each judged alone', () => {
    const solver = openSeveralSolver(2);
    for (const one of everyPicked(2, 15)) {
      const each = one.picked.map((yes) =>
        disclose(asking(2), tallyOf({ chose: [yes, one.answering - yes], passes: one.passes })),
      );
      solver.add([JSON.stringify(each)], [one]);
    }
    expect(solver.givenAway()).toContainEqual(expect.stringMatching(/passed$/));
    expect(foundInSeveral(2, [{ turnout: 15 }])).toEqual([]);
  });

  it('[D5] are shown in bands to a class of 20 and more, whether or not some passed', () => {
    for (const turnout of [20, 25, 30, 60]) {
      for (const passes of [0, 1, 4, turnout - 10]) {
        const answering = turnout - passes;
        const tablets = tabletsOf({ picked: [2, 4, answering], answering, passes });
        expect(disclose(askingSeveral(3), { tablets, hands: null }).rung).toBe('each');
      }
    }
    const tablets = tabletsOf({ picked: [2, 26, 13], answering: 29, passes: 1 });
    expect(disclose(askingSeveral(3), { tablets, hands: null })).toMatchObject({
      shares: { a: 'few-or-none', b: 'about-three-quarters', c: 'about-half' },
    });
  });

  it('[D5] are shown in neighbouring bands to a small class, and with words where fewer than ten answered', () => {
    const sharesOf = (one: Picked) => {
      const published = disclose(askingSeveral(3), { tablets: tabletsOf(one), hands: null });
      return published.rung === 'each' ? Object.values(published.shares) : published.rung;
    };
    expect(sharesOf({ picked: [1, 6, 9], answering: 12, passes: 0 })).toEqual([
      'up-to-a-quarter',
      'about-half',
      'three-quarters-or-more',
    ]);
    expect(sharesOf({ picked: [1, 4, 12], answering: 14, passes: 1 })).toEqual([
      'few-or-none',
      'about-a-quarter',
      'three-quarters-or-more',
    ]);
    expect(sharesOf({ picked: [1, 4, 9], answering: 9, passes: 6 })).toBe('words');
  });

  it(
    '[D4] [D5] give away no one who passed, picked an option or left it: two, 10 to 40 tablets',
    WHOLE,
    () => {
      for (const turnout of chosenOf(upTo(40, 10), (one) => one <= 20 || one % 10 === 0)) {
        expect(foundInSeveral(2, [{ turnout }])).toEqual([]);
      }
    },
  );

  it(
    '[D4] [D5] give away no one who passed, picked an option or left it: three, 10 to 30 tablets',
    WHOLE,
    () => {
      for (const turnout of chosenOf(upTo(30, 10), (one) => one <= 15 || one === 19)) {
        expect(foundInSeveral(3, [{ turnout }])).toEqual([]);
      }
    },
  );

  it(
    '[D4] [D5] give away no one who passed, picked an option or left it: four and five, some of 10 to 60 tablets',
    WHOLE,
    () => {
      const random = seededRandom(41);
      const below = (max: number) => {
        const [high = 0, low = 0] = random(2);
        return (high * 256 + low) % max;
      };
      for (const options of [4, 5]) {
        for (let sample = 0; sample < (isThorough ? 300 : 8); sample += 1) {
          const turnout = 10 + below(isThorough ? 51 : 21);
          const passes = sample % 2 === 0 ? below(5) : below(turnout + 1);
          const answering = turnout - passes;
          const picked = upTo(options - 1).map(() => below(answering + 1));
          expect(foundAround({ picked, answering, passes })).toEqual([]);
        }
      }
    },
  );

  it('[D5] give no pupil away who came or went: two rounds', WHOLE, () => {
    const all = upTo(22, 10).flatMap((first) =>
      [-4, -3, -2, -1, 0, 1, 2, 3, 4]
        .filter((more) => first + more >= 10)
        .map((more) => [first, more] as const),
    );
    for (const [first, more] of chosenOf(all, ([one]) => one === 11)) {
      for (const how of [SHOWN, UNSHOWN, DISCARDED]) {
        const rounds = [{ turnout: first, ...how }, { turnout: first + more }];
        expect(foundInSeveral(2, rounds)).toEqual([]);
      }
    }
    expect(foundInSeveral(3, [{ turnout: 10 }, { turnout: 11 }])).toEqual([]);
  });

  it('[D5] give no pupil away who came or went: three rounds', WHOLE, () => {
    const all = [10, 11, 14, 15, 19, 20].flatMap((first) =>
      [
        [0, 1],
        [1, 1],
        [1, 0],
        [1, 2],
        [-1, -1],
        [2, -1],
        [4, 4],
      ].map(([second = 0, third = 0]) => [first, first + second, first + third] as const),
    );
    for (const turnouts of chosenOf(all, ([first]) => first === 11)) {
      if (Math.min(...turnouts) < 10) continue;
      for (const how of [SHOWN, UNSHOWN, DISCARDED]) {
        for (const start of [SHOWN, UNSHOWN]) {
          const rounds = turnouts.map((turnout, at) => ({
            turnout,
            ...[start, how, SHOWN][at],
          }));
          expect(foundInSeveral(1, rounds)).toEqual([]);
        }
      }
    }
  });

  it('[D5] are shown as before where a few came, and each for itself where the class must have changed its mind', () => {
    const published = (
      picked: readonly number[],
      answering: number,
      earlier: readonly Picked[] = [],
    ) =>
      disclose(
        askingSeveral(2),
        { tablets: tabletsOf({ picked, answering, passes: 0 }), hands: null },
        earlier.map((one) => ({ tablets: tabletsOf(one), hands: null, isDisclosed: true })),
      );
    const before = { picked: [11, 3], answering: 30, passes: 0 };
    expect(published([12, 3], 30)).toMatchObject({ shares: { a: 'about-half' } });
    expect(published([12, 3], 31, [before])).toMatchObject({
      shares: { a: 'about-a-quarter', b: 'few-or-none' },
      asBefore: true,
    });
    const changed = published([20, 25], 31, [before]);
    expect(changed).toEqual(published([20, 25], 31));
    expect(changed).not.toHaveProperty('asBefore');
  });

  it('[D5] tell no more with any hands beside them than the tablets alone', () => {
    const solver = openSeveralSolver(2);
    const grid = isThorough ? [0, 1, 2, 4, 7, 12] : [0, 2, 7, 12];
    const hands = grid.flatMap((raised) =>
      grid.flatMap((a) =>
        grid.map((b) => countOf([Math.min(a, raised), Math.min(b, raised)], raised)),
      ),
    );
    for (const turnout of chosenOf([10, 14, 15, 19, 20], (one) => one === 14)) {
      for (const one of everyPicked(2, turnout)) {
        const tablets = tabletsOf(one);
        const all = hands.map((beside) =>
          JSON.stringify(disclose(askingSeveral(2), { tablets, hands: beside })),
        );
        solver.add([all.join()], [one]);
      }
    }
    expect(solver.givenAway()).toEqual([]);
  });
});

/** What can be worked out of what is published of this round, by those alone of the tallies like it in which one option's count, and how many passed, is another. */
function foundAround({ picked, answering, passes }: Picked): readonly string[] {
  const options = picked.length;
  const solver = openSeveralSolver(options);
  const turnout = answering + passes;
  const question = askingSeveral(options);
  const publish = (one: Picked) =>
    JSON.stringify(disclose(question, { tablets: tabletsOf(one), hands: null }));
  const published = publish({ picked, answering, passes });
  for (const passed of upTo(turnout)) {
    const all = turnout - passed;
    for (const [at] of picked.entries()) {
      for (const count of upTo(all)) {
        const some = picked.map((yes, place) => (place === at ? count : Math.min(yes, all)));
        const one = { picked: some, answering: all, passes: passed };
        if (publish(one) === published) solver.add([published], [one]);
      }
    }
  }
  return solver.givenAway();
}
