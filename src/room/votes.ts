import { isBallot, laterMark, MAX_CHANGES } from '../poll/ballot.ts';
import type { Mark } from '../poll/ballot.ts';
import { countAnswers } from '../poll/tally.ts';
import type { TabletCount } from '../poll/tally.ts';
import { kindOf } from '../questions/kinds.ts';
import type { Open } from './room.ts';

/** One vote: what a receipt says when it is opened. */
export type Voted = Mark & { readonly ballot: string };

/** The answers to the open question, in memory alone (R6): every issued ballot in sorted order, so that the order of arrival leaves no trace. */
export type Votes = { readonly marks: Map<string, Mark | null>; answers: number };

/** No votes yet on these ballots; votes already given in `before` are kept. */
export function openVotes(ballots: readonly string[], before?: Votes): Votes {
  return { marks: new Map(ballots.map((ballot) => [ballot, before?.marks.get(ballot) ?? null])), answers: before?.answers ?? 0 };
}

/** Counts a vote; false for a ballot that was never issued. */
export function addVote(votes: Votes, { ballot, n, answer }: Voted): boolean {
  const before = votes.marks.get(ballot);
  if (before === undefined) return false;
  if (before === null) votes.answers += 1;
  votes.marks.set(ballot, laterMark(before, { n, answer }));
  return true;
}

/** The totals by option, and how many passed. */
export function countVotes(votes: Votes, question: Open['question']): TabletCount {
  return countAnswers(
    question,
    Iterator.from(votes.marks.values())
      .filter((mark) => mark !== null)
      .map(({ answer }) => answer),
  );
}

/** A vote whose parts are in order for this question, or null. */
export function readVote(question: Open['question'], { ballot, n, answer }: Voted): Voted | null {
  const accepted = kindOf(question.kind)?.accept(question, answer);
  if (accepted === undefined || !isBallot(ballot) || !Number.isInteger(n) || n < 1 || n > MAX_CHANGES) return null;
  return { ballot, n, answer: accepted };
}

/** What is sealed into a receipt. */
export function voteText({ ballot, n, answer }: Voted): string {
  return JSON.stringify([ballot, n, answer]);
}

/** Reads what `voteText` wrote; null for anything else. */
export function readVoteText(text: string): Voted | null {
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts)) return null;
  const [ballot, n, answer]: readonly unknown[] = parts;
  return typeof ballot === 'string' && typeof n === 'number' && typeof answer === 'string' ? { ballot, n, answer } : null;
}
