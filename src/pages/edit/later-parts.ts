import { later } from './later.tsx';

/** Two texts of one lesson, where the program has both. */
export const CompareDialog = later(
  async () => (await import('./compare-dialog.tsx')).CompareDialog,
);
/** The review of a safeguarding lesson, which the program has. */
export const ReviewPane = later(async () => (await import('./review/review-pane.tsx')).ReviewPane);
