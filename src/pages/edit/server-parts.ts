import { later } from './later.tsx';

/** Two texts of one lesson, where the program has both. */
export const CompareDialog = later(
  async () => (await import('./compare-dialog.tsx')).CompareDialog,
);
/** The review of a safeguarding lesson, which the program has. */
export const ReviewPane = later(async () => (await import('./review/review-pane.tsx')).ReviewPane);
/** The lesson’s link, its file, and the way into the library. */
export const ShareDialog = later(async () => (await import('./share-dialog.tsx')).ShareDialog);
