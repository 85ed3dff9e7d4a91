import type { Answer, Question } from './question.ts';

/** How many chose each option, by option id. "I'd rather not say" is never in it. */
export type Counts = Readonly<Record<string, number>>;

/** What is kept of a closed question: the tablets' part and the hands' part, apart, because the teacher knows the hands (D2). */
export type Tally = { readonly tablets: Counts; readonly hands: Counts };

/** Counts answers option by option; a pass, and anything that is no option, is left out. */
export function countAnswers({ options }: Pick<Question, 'options'>, answers: Iterable<Answer>): Counts {
  const counts = new Map(options.map(({ id }) => [id, 0]));
  for (const answer of answers) {
    const before = counts.get(answer);
    if (before !== undefined) counts.set(answer, before + 1);
  }
  return Object.fromEntries(counts);
}

/** No answers at all. */
export function noCounts({ options }: Pick<Question, 'options'>): Counts {
  return Object.fromEntries(options.map(({ id }) => [id, 0]));
}

/** The greatest multiple of five that is not above `n`: the only way a number of answers is ever told (D1, D4). */
export function inFives(n: number): number {
  return n - (n % 5);
}
