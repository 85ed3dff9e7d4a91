import { MAX_CHANGES } from '../poll/ballot.ts';
import { NO_ROOM, openOf, refuse } from './room.ts';
import type { Live, Open, Refused } from './room.ts';
import { roundIn } from './vote-record.ts';
import type { VoteRecord } from './vote-record.ts';
import { acceptRecord } from './votes.ts';

/** A vote for a question, in its record. */
type Sent = { readonly question: string; readonly record: VoteRecord };

/** The question that a room takes a vote for now (R4, R7). Whether its ballot was ever issued, only the store knows. */
export function acceptVote(
  room: Live,
  { question, record }: Sent,
  now: number,
): { readonly open: Open } | Refused {
  if (now >= room.deadline) return NO_ROOM;
  if (!room.questions.some(({ id }) => id === question)) return NO_QUESTION;
  const open = openOf(room);
  if (!open || open.question.id !== question || open.round !== roundIn(record)) return NOT_OPEN;
  return acceptRecord(open.question, record) ? { open } : BAD_VOTE;
}

/** The answer for a question that is not being answered. */
export const NOT_OPEN = refuse(409, 'not-open', 'This question is not open.');
/** The answer for a ballot that was never issued for the open question. */
export const NO_BALLOT = refuse(404, 'no-such-ballot', 'This ballot is not for this question.');
/** The answer for a box ballot that was never issued or is used up. */
export const NO_NOTE = refuse(
  404,
  'no-such-ballot',
  'This note has been sent already, or its seat is gone.',
);

const NO_QUESTION = refuse(404, 'no-such-question', 'This room has no such question.');
const BAD_VOTE = refuse(
  400,
  'bad-vote',
  `A vote needs a ballot, a number from 1 to ${MAX_CHANGES} and one of the answers.`,
);
