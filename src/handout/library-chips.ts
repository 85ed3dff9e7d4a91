import { agesOf, type LessonCard } from './lesson-card.ts';

/** One filter of the library, in a teacher's words. */
export type Chip = { readonly name: string; readonly fits: (card: LessonCard) => boolean };

/** The filters for these lessons: all of them first, then only those that some lesson fits. */
export function chipsFor(cards: readonly LessonCard[]): readonly Chip[] {
  const stages = (['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'] as const).filter((stage) => cards.some((card) => card.stage === stage));
  const all: Chip = { name: 'All', fits: () => true };
  const more: readonly Chip[] = [
    ...stages.map((stage) => ({ name: agesOf(stage), fits: (card: LessonCard) => card.stage === stage })),
    // Every activity of every lesson works with hands and paper (M9).
    { name: 'No devices needed', fits: (card) => card.opens },
    { name: '20 minutes', fits: ({ coreMinutes }) => coreMinutes !== null && coreMinutes <= 20 },
  ];
  return [all, ...more.filter(({ fits }) => cards.some(fits))];
}
