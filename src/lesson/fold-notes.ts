/** How many words of a slide's notes may be open: as many as a glance takes in (TEACHING 0.5). */
export const MAX_OPEN_WORDS = 45;

const FOLDS = /^(?:listen for|don[’']t|leave out|avoid)\b/i;

/**
 * Which paragraphs of a slide's notes fold away, by the bold words that each begins with, empty for
 * one that begins otherwise: what to listen for, what not to do, and all that comes after. Where
 * nothing comes before them, what comes after stays open.
 */
export function foldedOf(openings: readonly string[]): readonly boolean[] {
  const marked = openings.map((words) => FOLDS.test(words.trim()));
  const first = marked.indexOf(true);
  return marked.map((isMarked, at) => isMarked || (first > 0 && at > first));
}
