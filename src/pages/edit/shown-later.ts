import { dialogLater, later } from './later.tsx';

/** Loads what a lesson is begun without and may need without a network: one script, which comes once the lesson is shown. */
export const loadLater = () => import('./later-parts.ts');

/** Names a film. */
export const FilmDialog = dialogLater('Film', async () => (await loadLater()).FilmDialog);
/** A handout of the lesson as it is printed. */
export const HandoutPane = later(async () => (await loadLater()).HandoutPane);
/** Puts a picture in. */
export const PictureDialog = dialogLater('Picture', async () => (await loadLater()).PictureDialog);
/** Makes a picture larger and smaller on the board; without it the text is as it was. */
export const PictureHandle = later(
  async () => (await loadLater()).PictureHandle,
  () => null,
);
/** Asks for a question. */
export const QuestionDialog = dialogLater(
  'Question',
  async () => (await loadLater()).QuestionDialog,
);
/** Two texts of one lesson, where two have changed it. */
export const CompareDialog = dialogLater(
  'Two versions of this lesson',
  async () => (await loadLater()).CompareDialog,
);
/** The lesson’s link, its file, and the way into the library. */
export const ShareDialog = dialogLater(
  'Share this lesson',
  async () => (await loadLater()).ShareDialog,
);
/** What the lesson was like before. */
export const VersionsDialog = dialogLater(
  'Versions',
  async () => (await loadLater()).VersionsDialog,
);
/** The review of a safeguarding lesson, which the program has. */
export const ReviewPane = later(async () => (await import('./review/review-pane.tsx')).ReviewPane);
