import { askedOf } from './question.ts';
import type { AskedQuestion, Question, SharedQuestion } from './question.ts';
import { release } from './release.ts';
import type { EarlierRelease } from './release.ts';
import { screenOf, screenOfHands } from './screen.ts';
import type { Screen } from './screen.ts';
import { isExact } from './share.ts';
import type { OptionShare, Share } from './share.ts';
import { inFives, turnoutOf } from './tally.ts';
import type { Count, TabletCount, Tally } from './tally.ts';

export { BLOCKS, shareBands, shareBlocks, shareText, SHARES } from './share.ts';
export type { OptionShare, Share } from './share.ts';

/** A share for each option; null where it would be no more than a guess. */
type Shares<One> = Readonly<Record<string, One>>;

/**
 * A tally as far as it may be told. `turnout`, answers and passes of tablets together, is in steps of five and is the only number
 * (D5); `asBefore` is there where a round is shown as the one before, since only a few came or went; `each` is for questions of
 * which several options may be picked.
 */
export type DisclosedResult =
  | {
      readonly rung: 'bands';
      readonly bands: Shares<Share | null>;
      readonly turnout: number;
      readonly asBefore?: true;
    }
  | { readonly rung: 'largest'; readonly largest: string; readonly turnout: number }
  | {
      readonly rung: 'each';
      readonly shares: Shares<OptionShare>;
      readonly turnout: number;
      readonly asBefore?: true;
    }
  | { readonly rung: 'words' }
  | { readonly rung: 'too-few' };

/** All that may ever be shown of a tally to the class. `right` holds the ids of the right answers, in their order where the answer is an order. */
export type Published = DisclosedResult & {
  readonly right: readonly string[];
  readonly explanation: string;
};

/**
 * What the teacher alone learns of one closed round once the lesson is over, in bands as well (M7,
 * M12). Nothing that draws the board takes it.
 */
export type AfterLesson = {
  readonly question: AskedQuestion;
  readonly round: number;
  readonly paired: boolean;
  readonly told: DisclosedResult;
};

/** A round before, and whether anyone has been told of it or will be (D5). Of a round that was discarded there is its turnout alone. */
export type EarlierTally =
  | (Tally & { readonly isDisclosed: boolean })
  | { readonly turnout: number; readonly isDisclosed: false };

/** Nothing is shown where fewer turned out, nor where fewer turned out by tablet beside counted hands (D2). */
export const MIN_TURNOUT = 10;

/**
 * The only way out for a tally (D2-D6). `earlier` are the rounds of this question before it, in their order. What
 * is about a view or confidence has no way to the class.
 */
export function disclose(
  question: SharedQuestion,
  tally: Tally,
  earlier: readonly EarlierTally[] = [],
): Published {
  return {
    ...tell(question, tally, earlier),
    right: question.tag === 'knowledge' ? question.right : [],
    explanation: question.explanation,
  };
}

/** The only way out for what the class thinks, how sure it is, and what it said before and after: to the teacher, when the lesson is over. */
export function discloseAfter(
  question: Question,
  { round, tally }: { readonly round: number; readonly tally: Tally },
  earlier: readonly EarlierTally[] = [],
): AfterLesson {
  return {
    question: askedOf(question),
    round,
    paired: question.paired,
    told: tell(question, tally, earlier),
  };
}

/** The one honest sentence under a result: it says why, where the result is less exact than it could be. */
export function resultNote(result: DisclosedResult): string {
  switch (result.rung) {
    case 'bands':
    case 'each':
      if (result.asBefore) {
        return 'About as before. A few more or fewer took part, and small changes could give them away.';
      }
      return areExact(Object.values(result.rung === 'bands' ? result.bands : result.shares))
        ? 'Everyone together, rounded so that nobody stands out.'
        : 'Shown less exactly where a number could give someone away.';
    case 'largest':
      return 'Only the most chosen answer is shown, so that nobody is given away.';
    case 'words':
      return 'Showing the answers could give someone away.';
    case 'too-few':
      return 'Too few took part to show answers without giving someone away.';
  }
}

function areExact(shares: readonly OptionShare[]): boolean {
  return shares.every(
    (share) =>
      share === 'more-than-half' ||
      share === 'less-than-half' ||
      (share !== null && isExact(share)),
  );
}

/** True where nothing but that may be told of a tally (D2). It hangs on who took part, never on what they said, nor on how many passed. */
export function isTooFew({ tablets, hands }: Tally): boolean {
  const turnout = turnoutOf(tablets);
  return turnout + (hands?.answering ?? 0) < MIN_TURNOUT || (turnout > 0 && turnout < MIN_TURNOUT);
}

function tell(
  question: Pick<Question, 'options' | 'picks'>,
  tally: Tally,
  earlier: readonly EarlierTally[],
): DisclosedResult {
  if (isTooFew(tally)) return { rung: 'too-few' };
  switch (question.picks) {
    case 'one':
    case 'order':
      return tellTogether(question.options, tally, earlier);
    case 'several':
      return tellEach(question.options, tally, earlier);
  }
}

type Options = Question['options'];
/** Splits what came in by one way over what was to choose from. */
type Split = (count: Count) => readonly number[];

function tellTogether(
  options: Options,
  tally: Tally,
  earlier: readonly EarlierTally[],
): DisclosedResult {
  const screen = screenFor(tally, earlier, ({ chose }) => options.map(({ id }) => chose[id] ?? 0));
  const turnout = inFives(turnoutOf(tally.tablets));
  switch (screen.detail) {
    case 'bands':
      return {
        rung: 'bands',
        bands: byOption(options, screen.shares),
        turnout,
        ...(screen.isAsBefore && { asBefore: true }),
      };
    case 'largest':
      return { rung: 'largest', largest: options[screen.at]?.id ?? '', turnout };
    case 'words':
      return { rung: 'words' };
  }
}

// Each option is a question of its own, answered yes or no by everyone who answered (D4).
function tellEach(
  options: Options,
  tally: Tally,
  earlier: readonly EarlierTally[],
): DisclosedResult {
  const screens = options.map(({ id }) =>
    screenFor(tally, earlier, ({ answering, chose }) => [
      chose[id] ?? 0,
      answering - (chose[id] ?? 0),
    ]),
  );
  if (screens.every(({ detail }) => detail === 'words')) return { rung: 'words' };
  const isAsBefore = screens.some((screen) => screen.detail === 'bands' && screen.isAsBefore);
  const turnout = inFives(turnoutOf(tally.tablets));
  return {
    rung: 'each',
    shares: byOption(options, screens.map(shareOf)),
    turnout,
    ...(isAsBefore && { asBefore: true }),
  };
}

function shareOf(screen: Screen): OptionShare {
  switch (screen.detail) {
    case 'bands':
      return screen.shares[0] ?? null;
    case 'largest':
      return screen.at === 0 ? 'more-than-half' : 'less-than-half';
    case 'words':
      return null;
  }
}

function screenFor(
  { tablets, hands }: Tally,
  earlier: readonly EarlierTally[],
  split: Split,
): Screen {
  const raised = hands
    ? { answering: hands.answering, chose: split(hands) }
    : { answering: 0, chose: split(NONE) };
  if (turnoutOf(tablets) === 0) return screenOfHands(raised);
  return screenOf(release(secretOf(tablets, split), releasesOf(earlier, split)), raised);
}

const NONE: Count = { answering: 0, chose: {} };

/** What was published of each earlier round, in their order, and how many turned out for it. */
function releasesOf(earlier: readonly EarlierTally[], split: Split): readonly EarlierRelease[] {
  return earlier.reduce<readonly EarlierRelease[]>((before, one) => {
    if (!('tablets' in one)) return [...before, { turnout: one.turnout, release: null }];
    const turnout = turnoutOf(one.tablets);
    // Of a round without tablets nothing was published that could be compared with another.
    const isPublished = one.isDisclosed && turnout > 0 && !isTooFew(one);
    return [
      ...before,
      { turnout, release: isPublished ? release(secretOf(one.tablets, split), before) : null },
    ];
  }, []);
}

function secretOf(tablets: TabletCount, split: Split): Parameters<typeof release>[0] {
  return { chose: split(tablets), passes: tablets.passes ?? 0 };
}

function byOption<Value>(
  options: Options,
  values: readonly Value[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    options.flatMap(({ id }, at) => values.slice(at, at + 1).map((value) => [id, value])),
  );
}
