import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingOf } from '../../../src/outputs/board/finding.ts';
import { resultHtml } from '../../../src/outputs/board/poll-result.ts';
import {
  disclose,
  shareText,
  SHARES,
  type OptionShare,
  type Published,
  type Share,
} from '../../../src/poll/disclose.ts';
import type { SharedAsked, SharedQuestion } from '../../../src/poll/question.ts';
import { sumOf } from '../../../src/poll/tally.ts';
import { everyTally } from '../../poll/all-tallies.ts';

const options = ['A friend', 'An adult', 'Nobody', 'Both'].map((text, at) => ({
  id: 'abcd'.charAt(at),
  label: 'ABCD'.charAt(at),
  text,
}));
const choice: SharedAsked = {
  id: 'who',
  kind: 'choice',
  picks: 'one',
  tag: 'character',
  prompt: 'What would help Sam?',
  options,
};
const several: SharedAsked = { ...choice, kind: 'choices', picks: 'several' };
const order: SharedAsked = { ...choice, kind: 'order', picks: 'order' };
const myth: SharedAsked = {
  ...choice,
  kind: 'myth',
  options: ['Myth', 'Fact'].map((text, at) => ({
    id: 'ab'.charAt(at),
    label: 'AB'.charAt(at),
    text,
  })),
};
const rest = { turnout: 30, right: [], explanation: '' };

function byId<One>(shares: readonly One[]): Readonly<Record<string, One>> {
  return Object.fromEntries(shares.map((share, at) => ['abcd'.charAt(at), share]));
}

function found(shares: readonly (Share | null)[], question = choice): string {
  const asked = { ...question, options: question.options.slice(0, shares.length) };
  return findingOf(asked, { rung: 'bands', bands: byId(shares), ...rest });
}

function foundEach(shares: readonly OptionShare[]): string {
  return findingOf(
    { ...several, options: options.slice(0, shares.length) },
    { rung: 'each', shares: byId(shares), ...rest },
  );
}

type Counted = {
  readonly answering: number;
  readonly chose: readonly number[];
  readonly passes?: number;
};

function askedFor(picks: 'one' | 'several', count: number): SharedQuestion {
  return {
    ...(picks === 'one' ? choice : several),
    options: options.slice(0, count),
    paired: false,
    right: [],
    explanation: '',
  };
}

function* everyPair(all: number): Generator<readonly number[]> {
  for (let a = 0; a <= all; a += 1) {
    for (let b = 0; b <= a; b += 1) yield [a, b];
  }
}

/** The sentence over the real result of a tally, where an answer it does not name was chosen by more than one it names. */
function wrongIn(
  asked: SharedQuestion,
  tablets: Counted,
  hands: Counted | null,
): readonly string[] {
  const countOf = ({ answering, chose, passes = 0 }: Counted) => ({
    answering,
    chose: byId(chose),
    passes,
  });
  const finding = findingOf(
    asked,
    disclose(asked, { tablets: countOf(tablets), hands: hands && countOf(hands) }),
  );
  const all = tablets.chose.map((count, at) => count + (hands?.chose[at] ?? 0));
  const isNamed = (at: number) => new RegExp(`\\b${'ABCD'.charAt(at)}[,.]`).test(finding);
  const named = all.filter((_, at) => isNamed(at));
  const others = all.filter((_, at) => !isNamed(at));
  return named.length > 0 && Math.min(...named) < Math.max(...others, 0)
    ? [`${finding} ${all.join()}`]
    : [];
}

const tallies = fc
  .tuple(fc.constantFrom('one' as const, 'several' as const), fc.integer({ min: 2, max: 4 }))
  .chain(([picks, count]) => {
    const counted = fc
      .record({
        chose: fc.array(fc.nat({ max: 16 }), { minLength: count, maxLength: count }),
        more: fc.nat({ max: 16 }),
      })
      .map(({ chose, more }): Counted => ({
        chose,
        answering: picks === 'one' ? sumOf(byId(chose)) : Math.max(...chose) + more,
      }));
    return fc.record({
      picks: fc.constant(picks),
      tablets: counted,
      passes: fc.nat({ max: 3 }),
      hands: fc.option(counted),
    });
  });

describe('What a result comes to', () => {
  test('names the share of the answer that most chose', () => {
    expect(found(['few-or-none', 'about-a-quarter', 'about-two-thirds'])).toBe(
      'About two thirds chose C.',
    );
    expect(found(['few-or-none', 'nearly-all-or-all'])).toBe('Nearly all or all chose B.');
    expect(found(['about-two-thirds', 'about-a-third'], myth)).toBe(
      'About two thirds said it’s a myth.',
    );
    expect(found(['about-half', 'about-a-quarter', 'few-or-none'], order)).toBe(
      'About half put “A friend” first.',
    );
    expect(findingOf(choice, { rung: 'largest', largest: 'b', ...rest })).toBe(
      'The largest group chose B.',
    );
  });

  test('says that answers are split where all shares are the same and whole', () => {
    expect(found(['about-half', 'about-half'])).toBe('Answers are split in half.');
    expect(found(['about-a-third', 'about-a-third', 'about-a-third'])).toBe(
      'Answers are split three ways.',
    );
    expect(
      found(['about-a-quarter', 'about-a-quarter', 'about-a-quarter', 'about-a-quarter']),
    ).toBe('Answers are split four ways.');
  });

  test('names two answers that were chosen as often, and no more than two', () => {
    expect(found(['few-or-none', 'about-half', 'about-half'])).toBe(
      'About half chose B, and about half C.',
    );
    expect(found(['about-a-third', 'about-a-third', 'about-a-third', 'few-or-none'])).toBe('');
  });

  test('of several answers goes by each one’s own share, and never says that they are split', () => {
    expect(foundEach(['about-a-quarter', 'more-than-half', 'few-or-none'])).toBe(
      'More than half chose B.',
    );
    expect(foundEach(['about-half', 'about-half'])).toBe('About half chose A, and about half B.');
    expect(foundEach(['less-than-half', 'less-than-half'])).toBe('');
  });

  test('is silent where the largest may be an answer that is not shown, and where nothing is shown', () => {
    expect(found([null, 'about-a-quarter', 'few-or-none'])).toBe('');
    expect(found([null, 'about-two-thirds', 'few-or-none'])).toBe('About two thirds chose B.');
    expect([foundEach([null, 'about-half']), foundEach([null, 'about-two-thirds'])]).toEqual([
      '',
      '',
    ]);
    for (const level of ['words', 'too-few'] as const) {
      expect(findingOf(choice, { rung: level, right: [], explanation: '' })).toBe('');
    }
  });

  test('[D8] is silent where another answer may be as large: in the same band, or in one that a wider share reaches', () => {
    expect(foundEach(['about-a-quarter', 'less-than-half'])).toBe('');
    expect(foundEach(['about-three-quarters', 'more-than-half'])).toBe('');
    expect(foundEach(['about-half', 'more-than-half', 'few-or-none'])).toBe('');
    expect(found(['about-half', 'a-quarter-to-a-half', 'few-or-none'])).toBe('');
    expect(found(['about-a-third', 'about-a-quarter', 'few-or-none'])).toBe('');
  });

  test('[D8] names as the most what is the most, for every tally of two answers and 10 to 33 pupils, and with hands beside tablets', () => {
    const sizes = Array.from({ length: 24 }, (_, at) => at + 10);
    for (const picks of ['one', 'several'] as const) {
      const asked = askedFor(picks, 2);
      const wrong = sizes.flatMap((answering) =>
        [...(picks === 'one' ? everyTally(2, answering) : everyPair(answering))].flatMap((chose) =>
          wrongIn(asked, { answering, chose }, null),
        ),
      );
      expect(wrong).toEqual([]);
    }
    fc.assert(
      fc.property(tallies, ({ picks, tablets, passes, hands }) => {
        expect(
          wrongIn(askedFor(picks, tablets.chose.length), { ...tablets, passes }, hands),
        ).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('[D8] says only shares of the result below it', () => {
    const shares: readonly OptionShare[] = [null, ...SHARES, 'more-than-half', 'less-than-half'];
    const texts = shares.flatMap((share) => (share === null ? [] : shareText(share, '')));
    for (const a of shares) {
      for (const b of shares) {
        const published: Published = {
          rung: 'each',
          shares: { a, b, c: 'about-a-quarter' },
          ...rest,
        };
        const asked = { ...several, options: options.slice(0, 3) };
        const finding = findingOf(asked, published).toLowerCase();
        const rows = `${resultHtml(asked, published)}`.split('<ul')[1] ?? '';
        for (const text of texts.filter((one) => finding.includes(one))) {
          expect(rows, finding).toContain(text);
        }
      }
    }
  });
});
