import { askedOf } from './question.ts';
import type { AskedQuestion, Question, SharedQuestion } from './question.ts';
import { release } from './release.ts';
import type { Release } from './release.ts';
import type { Earlier } from './history.ts';
import { screenOf, screenOfHands, screenOfSeveral, screenOfSeveralHands } from './screen.ts';
import type { Hands, Screen, SeveralScreen } from './screen.ts';
import { releaseSeveral } from './several.ts';
import type { SeveralRelease } from './several.ts';
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
  return shares.every((share) => share !== null && isExact(share));
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
      return discloseShares(question.options, tally, earlier);
    case 'several':
      return tellEach(question.options, tally, earlier);
  }
}

type Options = Question['options'];
type Rounds = readonly EarlierTally[];

function discloseShares(options: Options, tally: Tally, earlier: Rounds): DisclosedResult {
  const screen = screenTogether(options, tally, earlier);
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

function screenTogether(options: Options, { tablets, hands }: Tally, earlier: Rounds): Screen {
  const raised = handsOf(options, hands);
  if (turnoutOf(tablets) === 0) return screenOfHands(raised);
  const released = (one: TabletCount, before: readonly Earlier<Release>[]): Release =>
    release({ chose: countsOf(options, one), passes: one.passes ?? 0 }, before);
  return screenOf(released(tablets, releasesOf(earlier, released)), raised);
}

function tellEach(options: Options, tally: Tally, earlier: Rounds): DisclosedResult {
  const { shares, isAsBefore } = screenEach(options, tally, earlier);
  if (shares.every((share) => share === null)) return { rung: 'words' };
  return {
    rung: 'each',
    shares: byOption(options, shares),
    turnout: inFives(turnoutOf(tally.tablets)),
    ...(isAsBefore && { asBefore: true }),
  };
}

function screenEach(options: Options, { tablets, hands }: Tally, earlier: Rounds): SeveralScreen {
  const raised = handsOf(options, hands);
  if (turnoutOf(tablets) === 0) return screenOfSeveralHands(raised);
  const released = (one: TabletCount, before: readonly Earlier<SeveralRelease>[]): SeveralRelease =>
    releaseSeveral(
      { picked: countsOf(options, one), answering: one.answering, passes: one.passes ?? 0 },
      before,
    );
  return screenOfSeveral(released(tablets, releasesOf(earlier, released)), raised);
}

function handsOf(options: Options, hands: Count | null): Hands {
  return hands
    ? { answering: hands.answering, chose: countsOf(options, hands) }
    : { answering: 0, chose: options.map(() => 0) };
}

function countsOf(options: Options, { chose }: Count): readonly number[] {
  return options.map(({ id }) => chose[id] ?? 0);
}

/** What was published of each earlier round, in their order, and how many turned out for it. */
function releasesOf<One>(
  earlier: Rounds,
  released: (tablets: TabletCount, before: readonly Earlier<One>[]) => One,
): readonly Earlier<One>[] {
  return earlier.reduce<readonly Earlier<One>[]>((before, one) => {
    if (!('tablets' in one)) return [...before, { turnout: one.turnout, release: null }];
    const turnout = turnoutOf(one.tablets);
    // Of a round without tablets nothing was published that could be compared with another.
    const isPublished = one.isDisclosed && turnout > 0 && !isTooFew(one);
    return [...before, { turnout, release: isPublished ? released(one.tablets, before) : null }];
  }, []);
}

function byOption<Value>(
  options: Options,
  values: readonly Value[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    options.flatMap(({ id }, at) => values.slice(at, at + 1).map((value) => [id, value])),
  );
}
