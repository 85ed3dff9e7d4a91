import type { Problem } from '../../document/problem.ts';

/** What the staff door tells of a lesson's file: the stamps of the deck that is to be shown and of its notes, and the mistake that keeps a newer text from it. */
export type LessonChange = {
  /** The version of what pages and program say to each other (R32). */
  readonly v: number;
  readonly deck: string;
  readonly notes: string;
  /** The deck itself, as `deck.json` has it, where it has just changed and is not long: who hears of it need not ask for it. */
  readonly body?: string;
  readonly held: Problem | null;
};

/** The first mistake that a text has and the text before it had not; null when it has none more. A lesson is often half written while it is typed. */
export function newMistake(before: readonly Problem[], after: readonly Problem[]): Problem | null {
  const left = new Map<string, number>();
  for (const { code } of before.filter(isMistake)) left.set(code, (left.get(code) ?? 0) + 1);
  for (const problem of after.filter(isMistake)) {
    const known = left.get(problem.code) ?? 0;
    if (known === 0) return problem;
    left.set(problem.code, known - 1);
  }
  return null;
}

function isMistake({ severity }: Problem): boolean {
  return severity === 'error';
}
