import { MAX_CHANGES } from '../poll/ballot.ts';
import { NO_ROOM, openOf, refuse } from './room.ts';
import type { Live, Open, Refused } from './room.ts';
import type { Vote } from './store.ts';
import { readVote } from './votes.ts';
import type { Voted } from './votes.ts';

/** A vote in order, and the question it is for. */
export type Accepted = { readonly open: Open; readonly voted: Voted };

/** Whether a room takes a vote now (R4, R7). Whether its ballot was ever issued, only the store knows. */
export function acceptVote(room: Live, vote: Vote, now: number): Accepted | Refused {
  if (now >= room.deadline) return NO_ROOM;
  if (!room.questions.some(({ id }) => id === vote.question)) return NO_QUESTION;
  const open = openOf(room);
  if (!open || open.question.id !== vote.question || open.round !== vote.round) return NOT_OPEN;
  const voted = readVote(open.question, vote);
  return voted ? { open, voted } : BAD_VOTE;
}

/** The answer for a question that is not being answered. */
export const NOT_OPEN = refuse(409, 'not-open', 'This question is not open.');
/** The answer for a ballot that was never issued for the open question. */
export const NO_BALLOT = refuse(404, 'no-such-ballot', 'This ballot is not for this question.');
/** The answer for a box ballot that was never issued or is used up. */
export const NO_NOTE = refuse(404, 'no-such-ballot', 'This note has been sent already, or its seat is gone.');
/** The answer where nobody was given a device. */
export const NO_DEVICES = refuse(409, 'no-devices', 'This class answers without devices.');

const NO_QUESTION = refuse(404, 'no-such-question', 'This room has no such question.');
const BAD_VOTE = refuse(400, 'bad-vote', `A vote needs a ballot, a number from 1 to ${MAX_CHANGES} and one of the answers.`);
