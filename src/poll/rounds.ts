/** How often one question may be asked in one room (R2). */
export const ROUNDS = 3;

/** Which of a question's slides this is: its only one, or the one before or after where the same item is asked twice (M12). */
export type Moment = 'once' | 'before' | 'after';

/** The rounds that belong to a slide: a question asked before and after has its first round before, and what comes then after. */
export function roundsAt(moment: Moment): readonly number[] {
  const all = Array.from({ length: ROUNDS }, (_, at) => at + 1);
  switch (moment) {
    case 'once':
      return all;
    case 'before':
      return all.slice(0, 1);
    case 'after':
      return all.slice(1);
  }
}
