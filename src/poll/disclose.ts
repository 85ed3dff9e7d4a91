import type { Band } from './bands.ts';
import { askedOf } from './question.ts';
import type { AskedQuestion, Question, SharedQuestion } from './question.ts';
import { showRound } from './later-round.ts';
import type { EarlierRound, Round } from './later-round.ts';
import { inFives } from './tally.ts';
import type { Count, Tally } from './tally.ts';

export { bandBlocks, bandText } from './bands.ts';
export type { Band } from './bands.ts';

/** How many picked one of the options of which any number may be picked; null where saying it could give someone away. */
export type Share = Band | 'more-than-half' | 'less-than-half' | null;

/** A tally as far as it may be told. `answering` is in steps of five; `each` is for questions of which several options may be picked. */
export type Told =
  | { readonly rung: 'bands'; readonly bands: Readonly<Record<string, Band>>; readonly answering: number }
  | { readonly rung: 'largest'; readonly largest: string; readonly answering: number }
  | { readonly rung: 'each'; readonly shares: Readonly<Record<string, Share>>; readonly answering: number }
  | { readonly rung: 'words' }
  | { readonly rung: 'too-few' };

/** All that may ever be shown of a tally to the class. `right` holds the ids of the right answers, in their order where the answer is an order. */
export type Published = Told & { readonly right: readonly string[]; readonly explanation: string };

/** What the teacher alone is told of one closed round once the lesson is over, in bands as well (M7, M12). Nothing that draws the board takes it. */
export type AfterLesson = { readonly question: AskedQuestion; readonly round: number; readonly paired: boolean; readonly told: Told };

/** A round before, and whether anyone has been told of it or will be (D5). Of a round that was discarded there is its turnout alone. */
export type EarlierTally = (Tally & { readonly isTold: boolean }) | { readonly turnout: number; readonly isTold: false };

/** Fewer answers are never shown, nor fewer tablets beside counted hands (D2). */
export const LEAST_ANSWERS = 10;

/**
 * The only way out for a tally (D2-D6). `earlier` are the rounds of this question before it, in their order. What
 * is about a view or confidence has no way to the class.
 */
export function disclose(question: SharedQuestion, tally: Tally, earlier: readonly EarlierTally[] = []): Published {
  return { ...tell(question, tally, earlier), right: question.tag === 'knowledge' ? question.right : [], explanation: question.explanation };
}

/** The only way out for what the class thinks, how sure it is, and what it said before and after: to the teacher, when the lesson is over. */
export function discloseAfter(
  question: Question,
  { round, tally }: { readonly round: number; readonly tally: Tally },
  earlier: readonly EarlierTally[] = [],
): AfterLesson {
  return { question: askedOf(question), round, paired: question.paired, told: tell(question, tally, earlier) };
}

/** The one honest sentence under a result. */
export function resultNote(told: Told): string {
  switch (told.rung) {
    case 'bands':
      return 'This is the class together, not who said what.';
    case 'largest':
      return 'Only the most chosen answer is shown, so that nobody is given away.';
    case 'each':
      return Object.values(told.shares).includes(null)
        ? 'Where a number could give someone away, none is shown.'
        : 'This is the class together, not who said what.';
    case 'words':
      return 'Showing the answers could give someone away. Talk about it instead.';
    case 'too-few':
      return 'Too few answers to show without giving someone away. Talk about it instead.';
  }
}

type Asked = Pick<Question, 'options' | 'picks'>;

function tell(question: Asked, tally: Tally, earlier: readonly EarlierTally[]): Told {
  if (isTooFew(tally)) return { rung: 'too-few' };
  const whole = earlier.filter((one): one is Tally & { readonly isTold: boolean } => 'tablets' in one);
  const tallies = { tally, earlier: whole.map((one) => ({ ...one, isTold: one.isTold && !isTooFew(one) })) };
  switch (question.picks) {
    case 'one':
    case 'order':
      return tellTogether(question, tallies);
    case 'several':
      return tellEach(question, tallies);
  }
}

/** True where nothing but that may be told of a tally (D2). */
export function isTooFew(tally: Tally): boolean {
  return answering(tally) < LEAST_ANSWERS || (tally.tablets.answering > 0 && tally.tablets.answering < LEAST_ANSWERS);
}

type Tallies = { readonly tally: Tally; readonly earlier: readonly (Tally & { readonly isTold: boolean })[] };

function tellTogether({ options }: Asked, { tally, earlier }: Tallies): Told {
  const roundOf = (one: Tally) => toRound(one, (count) => options.map(({ id }) => chose(count, id)));
  const shown = showRound(
    roundOf(tally),
    earlier.map((one): EarlierRound => ({ ...roundOf(one), isTold: one.isTold })),
  );
  switch (shown.rung) {
    case 'bands':
      return { rung: 'bands', bands: byOption(options, shown.bands), answering: inFives(answering(tally)) };
    case 'largest':
      return { rung: 'largest', largest: options[shown.at]?.id ?? '', answering: inFives(answering(tally)) };
    case 'words':
      return { rung: 'words' };
  }
}

// Each option is a question of its own, answered yes or no by everyone who answered (D4).
function tellEach({ options }: Asked, { tally, earlier }: Tallies): Told {
  const shares = options.map(({ id }): Share => {
    const roundOf = (one: Tally) => toRound(one, (count) => [chose(count, id), (count?.answering ?? 0) - chose(count, id)]);
    return shareOf(
      roundOf(tally),
      earlier.map((one): EarlierRound => ({ ...roundOf(one), isTold: one.isTold })),
    );
  });
  return shares.every((share) => share === null)
    ? { rung: 'words' }
    : { rung: 'each', shares: byOption(options, shares), answering: inFives(answering(tally)) };
}

function shareOf(round: Round, earlier: readonly EarlierRound[]): Share {
  const shown = showRound(round, earlier);
  switch (shown.rung) {
    case 'bands':
      return shown.bands[0] ?? null;
    case 'largest':
      return shown.at === 0 ? 'more-than-half' : 'less-than-half';
    case 'words':
      return null;
  }
}

function toRound(tally: Tally, split: (count: Count | null) => readonly number[]): Round {
  return { tablets: split(tally.tablets), known: { all: answering(tally), hands: split(tally.hands) } };
}

function byOption<Value>(options: Question['options'], values: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(options.flatMap(({ id }, at) => values.slice(at, at + 1).map((value) => [id, value])));
}

function answering({ tablets, hands }: Tally): number {
  return tablets.answering + (hands?.answering ?? 0);
}

function chose(count: Count | null, id: string): number {
  return count?.chose[id] ?? 0;
}
