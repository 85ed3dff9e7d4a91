/** A pupil's answer over the wire: ids of options joined by commas, `none` for none of them, or `pass` for "I'd rather not say". */
export type Answer = string;

/** "I'd rather not say": always offered, never counted, never shown (D2). */
export const PASS = 'pass';

/** The words of the row that is always there. */
export const PASS_TEXT = 'I’d rather not say';

/** None of the options, where any number of them may be picked. */
const NONE = 'none';

/** The answer that picks these options, in this order. */
export function writeAnswer(ids: readonly string[]): Answer {
  return ids.length === 0 ? NONE : ids.join(',');
}

/** The ids an answer names, in its order; null where it says that someone would rather not say. */
export function readAnswer(answer: Answer): readonly string[] | null {
  if (answer === PASS) return null;
  return answer === NONE ? [] : answer.split(',');
}
