import type { EarlierTally } from '../poll/disclose.ts';
import { mayShowOnBoard } from '../poll/question.ts';
import type { Question } from '../poll/question.ts';
import { turnoutOf } from '../poll/tally.ts';
import { lastRound, openOf, refuse } from './room.ts';
import type { Closed, Discarded, Live, Refused, Running } from './room.ts';

type Rounds = Pick<Running, 'closed'>;

/** True for a round of which no answers are left. */
export function isDiscarded(one: Closed | Discarded): one is Discarded {
  return 'turnout' in one;
}

/** How many rounds of a question were discarded; `before` leaves out later ones. */
export function discardedOf({ closed }: Rounds, question: string, before = Infinity): number {
  return closed.filter((one) => isDiscarded(one) && one.question === question && one.round < before)
    .length;
}

/** The number of a round as people count it: discarded rounds have none, so that a question before and after stays a pair (R21). */
export function numberOf(room: Rounds, question: string, round: number): number {
  return round - discardedOf(room, question, round);
}

/** The round whose ballots are used for a number, or for the next one where none is wanted. */
export function roundFor(room: Running, question: string, number: number | undefined): number {
  return number === undefined
    ? lastRound(room, question) + 1
    : number + discardedOf(room, question);
}

/** The rounds whose answers are there, in their order. */
export function talliedIn({ closed }: Rounds): readonly Closed[] {
  return closed.filter((one): one is Closed => !isDiscarded(one));
}

/** The newest round of a question that is not discarded. */
export function newestOf(room: Rounds, question: string): Closed | null {
  return talliedIn(room).findLast((one) => one.question === question) ?? null;
}

/** What is known of a question's earlier rounds, in their order: tallies, and whether the class was shown them or the teacher will be when the lesson is over; of discarded ones the turnout (D5). */
export function earlierOf(
  { closed }: Rounds,
  question: Question,
  before: number,
): readonly EarlierTally[] {
  return closed
    .filter(({ question: id, round }) => id === question.id && round < before)
    .map((one) =>
      isDiscarded(one)
        ? { turnout: one.turnout, isDisclosed: false }
        : { ...one.tally, isDisclosed: one.told !== null || isForAfter(question) },
    );
}

/** True for what the class thinks and how sure it is, and whatever is asked before and after: its results are for the end of the lesson (M7, M12). */
export function isForAfter(question: Question): boolean {
  return question.paired || !mayShowOnBoard(question);
}

/** The round of a question that may be discarded: its last one, closed, with nothing of it shown; else why there is none (R21). */
export function discardable(room: Live, question: string): Closed | Refused {
  if (openOf(room)) {
    return refuse(409, 'question-open', 'A question is still open. Close it first.');
  }
  const last = room.closed.findLast((one) => one.question === question);
  if (!last) return refuse(409, 'not-closed', 'This question has not been asked and closed yet.');
  if (isDiscarded(last)) {
    return refuse(409, 'discarded', 'The answers to this question have been discarded.');
  }
  return last.told === null
    ? last
    : refuse(409, 'already-shown', 'This result has been shown. It cannot be discarded any more.');
}

/** What is left of a round: how many took part on tablets, answers and passes together. */
export function discardedRound({ question, round, tally: { tablets } }: Closed): Discarded {
  return { question, round, turnout: turnoutOf(tablets) };
}
