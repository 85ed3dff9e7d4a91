import { readAnswer, type Answer } from './answer.ts';
import type { Picks, Question } from './question.ts';

/** How many chose each option, by option id: put it first, where the answer is an order (D6). */
export type Counts = Readonly<Record<string, number>>;

/** What came in by one way. Those who answered and those who chose are counted apart, since an answer may pick several options or none. "I'd rather not say" is in neither. */
export type Count = { readonly answering: number; readonly chose: Counts };

/** What came in by tablets, cards or slips; `passes` is how many would rather not say, none where it is left out (D5). */
export type TabletCount = Count & { readonly passes?: number };

/** What is stored of a closed question: the tablets' part and the hands' part, apart, because the teacher knows the hands (D2). `hands` is null where none were counted. */
export type Tally = { readonly tablets: TabletCount; readonly hands: Count | null };

type Counted = Pick<Question, 'options' | 'picks'>;

/** Counts answers option by option, and never as whole sets or orders (D6), with the passes apart; anything that the question does not offer is left out. */
export function countAnswers({ options, picks }: Counted, answers: Iterable<Answer>): TabletCount {
  const chose = new Map(options.map(({ id }) => [id, 0]));
  let [answering, passes] = [0, 0];
  for (const answer of answers) {
    const ids = readAnswer(answer);
    if (ids === null) passes += 1;
    else if (ids.every((id) => chose.has(id))) {
      answering += 1;
      for (const id of countedOf(picks, ids)) chose.set(id, (chose.get(id) ?? 0) + 1);
    }
  }
  return { answering, chose: Object.fromEntries(chose), passes };
}

/**
 * How many turned out by tablet or slip, answers and passes together: the only number of a round
 * that is ever disclosed (D5).
 */
export function turnoutOf({ answering, passes = 0 }: TabletCount): number {
  return answering + passes;
}

/** Tablets' answers with those that came by cards, which no one has counted by eye either: they are as secret (D5). */
export function withCards(tablets: TabletCount, cards: Count | null): TabletCount {
  if (cards === null) return tablets;
  const chose = Object.entries(tablets.chose).map(([id, count]) => [
    id,
    count + (cards.chose[id] ?? 0),
  ]);
  return {
    ...tablets,
    answering: tablets.answering + cards.answering,
    chose: Object.fromEntries(chose),
  };
}

/** No answers at all. */
export function noAnswers({ options }: Pick<Question, 'options'>): Count {
  return { answering: 0, chose: Object.fromEntries(options.map(({ id }) => [id, 0])) };
}

/** The sum of some counts. */
export function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The greatest multiple of five that is not above `n`: the only way a number of answers is ever told (D1, D4). */
export function inFives(n: number): number {
  return n - (n % 5);
}

function countedOf(picks: Picks, ids: readonly string[]): readonly string[] {
  switch (picks) {
    case 'one':
    case 'order':
      return ids.slice(0, 1);
    case 'several':
      return ids;
  }
}
