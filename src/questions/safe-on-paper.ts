import { lookOf } from './looks.ts';
import { mayCountHands, type Question } from '../poll/question.ts';

/**
 * True where a question may be on a sheet that lies on a desk: a view, or how sure someone feels,
 * is answered on a tablet or a slip that is handed in, never where a neighbour can read it (M7a),
 * and a myth goes home with no one before it is corrected.
 */
export function isSafeOnPaper(question: Question): boolean {
  return !lookOf(question).isStatement && mayCountHands(question);
}

/** True where an answer may be held up or counted before everyone, by hand or on a card: about the story or about facts alone (M7a). */
export function mayHoldUp(question: Question): boolean {
  return mayCountHands(question);
}
