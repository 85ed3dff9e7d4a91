import { MAX_CHANGES } from '../poll/ballot.ts';
import type { TabletCount } from '../poll/tally.ts';
import { acceptAnswer, answerWidth, eachOption, isPassAt } from './answer-bytes.ts';
import type { Open } from './room.ts';
import {
  ANSWER_AT,
  BALLOT_BYTES,
  ballotIn,
  changeIn,
  hasBallot,
  openBytes,
  writeText,
  type VoteRecord,
} from './vote-record.ts';

/**
 * The answers to the open question, in memory alone (R6): every issued ballot in sorted order, so that the order of arrival leaves
 * no trace. Ballots, changes and answers are apart from each other, outside the heap, and wiped when the question closes (R18).
 */
export type Votes = {
  /** One after the other, `BALLOT_BYTES` each. */
  readonly ballots: Uint8Array<ArrayBuffer>;
  /** How often each has changed its answer; 0 where there is none. */
  readonly changes: Uint8Array<ArrayBuffer>;
  /** What each last said, `width` bytes each. */
  readonly answerBytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  answers: number;
};

/** No votes on no ballots. */
export function noVotes(): Votes {
  return {
    ballots: openBytes(0),
    changes: openBytes(0),
    answerBytes: openBytes(0),
    width: 0,
    answers: 0,
  };
}

/** No votes yet on these ballots, in sorted order; votes already given in `before` are taken over, and wiped there. */
export function openVotes(
  ballots: readonly string[],
  question: Open['question'],
  before: Votes = noVotes(),
): Votes {
  const width = answerWidth(question);
  const votes: Votes = {
    ballots: openBytes(ballots.length * BALLOT_BYTES),
    changes: openBytes(ballots.length),
    answerBytes: openBytes(ballots.length * width),
    width,
    answers: before.answers,
  };
  for (const [at, ballot] of ballots.entries()) {
    const bytes = votes.ballots.subarray(at * BALLOT_BYTES, (at + 1) * BALLOT_BYTES);
    writeText(bytes, 0, ballot);
    const old = find(before, bytes);
    if (old < 0) continue;
    votes.changes[at] = before.changes[old] ?? 0;
    votes.answerBytes.set(before.answerBytes.subarray(old * width, (old + 1) * width), at * width);
  }
  wipeVotes(before);
  return votes;
}

/** Overwrites all of them: nothing of a question outlives it (R7, R18). */
export function wipeVotes(votes: Votes): void {
  for (const bytes of [votes.ballots, votes.changes, votes.answerBytes]) bytes.fill(0);
  votes.answers = 0;
}

/** True for a vote whose parts are in order for this question; its answer is then written in the one way in which it is counted. */
export function acceptRecord(question: Open['question'], record: VoteRecord): boolean {
  const n = changeIn(record);
  return hasBallot(record) && n >= 1 && n <= MAX_CHANGES && acceptAnswer(question, record);
}

/** Counts a vote; false for a ballot that was never issued. The greater number of change stays, then the greater answer by its bytes (R4). */
export function addVote(votes: Votes, record: VoteRecord): boolean {
  const at = find(votes, ballotIn(record));
  if (at < 0) return false;
  const before = votes.changes[at] ?? 0;
  const n = changeIn(record);
  if (before === 0) votes.answers += 1;
  else if (n < before || (n === before && !isGreater(record, votes, at))) return true;
  votes.changes[at] = n;
  for (let offset = 0; offset < votes.width; offset += 1) {
    votes.answerBytes[at * votes.width + offset] = record[ANSWER_AT + offset] ?? 0;
  }
  return true;
}

/** The totals by option, and how many passed; never whole sets or orders (D6). */
export function countVotes(
  { changes, answerBytes, width }: Votes,
  question: Open['question'],
): TabletCount {
  const counts = question.options.map(() => 0);
  let [answering, passes] = [0, 0];
  // A copy with a zero behind it: an answer may fill all of its bytes.
  const answer = openBytes(width + 1);
  for (const [vote, n] of changes.entries()) {
    if (n === 0) continue;
    answer.set(answerBytes.subarray(vote * width, (vote + 1) * width));
    if (isPassAt(answer, 0)) passes += 1;
    else {
      answering += 1;
      let picked = 0;
      eachOption(question, answer, {
        at: 0,
        picked: (option) => {
          if (question.picks === 'several' || picked === 0) {
            counts[option] = (counts[option] ?? 0) + 1;
          }
          picked += 1;
        },
      });
    }
  }
  answer.fill(0);
  return {
    answering,
    chose: Object.fromEntries(question.options.map(({ id }, at) => [id, counts[at] ?? 0])),
    passes,
  };
}

function isGreater(record: VoteRecord, { answerBytes, width }: Votes, at: number): boolean {
  for (let offset = 0; offset < width; offset += 1) {
    const [mine, its] = [record[ANSWER_AT + offset] ?? 0, answerBytes[at * width + offset] ?? 0];
    if (mine !== its) return mine > its;
  }
  return false;
}

/** The place of a ballot among those in sorted order, or -1. */
function find({ ballots }: Pick<Votes, 'ballots'>, ballot: Uint8Array): number {
  let [from, to] = [0, ballots.length / BALLOT_BYTES - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const order = compareAt(ballots, middle * BALLOT_BYTES, ballot);
    if (order === 0) return middle;
    if (order < 0) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

function compareAt(ballots: Uint8Array, at: number, ballot: Uint8Array): number {
  for (let offset = 0; offset < BALLOT_BYTES; offset += 1) {
    const difference = (ballots[at + offset] ?? 0) - (ballot[offset] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
