import { bandOf } from './bands.ts';
import type { Band } from './bands.ts';
import { askedOf } from './question.ts';
import type { AskedQuestion, Question, SharedQuestion } from './question.ts';
import { largestOf, rungOf } from './rungs.ts';
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

/** Fewer answers are never shown, nor fewer tablets beside counted hands (D2). */
const LEAST_ANSWERS = 10;

/** The only way out for a tally (D2-D4, D6). What is about a view or confidence has no way to the class. */
export function disclose(question: SharedQuestion, tally: Tally): Published {
  return { ...tell(question, tally), right: question.tag === 'knowledge' ? question.right : [], explanation: question.explanation };
}

/** The only way out for what the class thinks, how sure it is, and what it said before and after: to the teacher, when the lesson is over. */
export function discloseAfter(question: Question, { round, tally }: { readonly round: number; readonly tally: Tally }): AfterLesson {
  return { question: askedOf(question), round, paired: question.paired, told: tell(question, tally) };
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

function tell(question: Asked, { tablets, hands }: Tally): Told {
  const all = tablets.answering + (hands?.answering ?? 0);
  if (all < LEAST_ANSWERS || (tablets.answering > 0 && tablets.answering < LEAST_ANSWERS)) return { rung: 'too-few' };
  switch (question.picks) {
    case 'one':
    case 'order':
      return tellTogether(question, { tablets, hands, all });
    case 'several':
      return tellEach(question, { tablets, hands, all });
  }
}

type Both = Tally & { readonly all: number };

function tellTogether({ options }: Asked, { tablets, hands, all }: Both): Told {
  const counts = options.map(({ id }) => chose(tablets, id));
  const known = options.map(({ id }) => chose(hands, id));
  const sums = counts.map((count, at) => count + (known[at] ?? 0));
  const rung = rungOf(counts, { all, hands: known });
  switch (rung) {
    case 'bands':
      return { rung, bands: Object.fromEntries(options.map(({ id }, at) => [id, bandOf(sums[at] ?? 0, all)])), answering: inFives(all) };
    case 'largest':
      return { rung, largest: options[largestOf(sums) ?? 0]?.id ?? '', answering: inFives(all) };
    case 'words':
      return { rung };
  }
}

// Each option is a question of its own, answered yes or no by everyone who answered (D4).
function tellEach({ options }: Asked, { tablets, hands, all }: Both): Told {
  const shares = options.map(({ id }): readonly [string, Share] => {
    const split = (count: Count | null) => [chose(count, id), (count?.answering ?? 0) - chose(count, id)];
    const [byTablet, known] = [split(tablets), split(hands)];
    return [id, shareOf(byTablet, known, all)];
  });
  return shares.every(([, share]) => share === null)
    ? { rung: 'words' }
    : { rung: 'each', shares: Object.fromEntries(shares), answering: inFives(all) };
}

function shareOf(byTablet: readonly number[], hands: readonly number[], all: number): Share {
  const yes = (byTablet[0] ?? 0) + (hands[0] ?? 0);
  const rung = rungOf(byTablet, { all, hands });
  switch (rung) {
    case 'bands':
      return bandOf(yes, all);
    case 'largest':
      return yes * 2 > all ? 'more-than-half' : 'less-than-half';
    case 'words':
      return null;
  }
}

function chose(count: Count | null, id: string): number {
  return count?.chose[id] ?? 0;
}
