/** A lesson as one file with its pictures: saved, opened, taken over. */
export { adoptPictures, openPacked, packedLesson } from './packed-file.ts';
/** Names a film. */
export { FilmDialog } from './film-dialog.tsx';
/** Puts a picture in. */
export { PictureDialog } from './picture-dialog.tsx';
/** Asks for a question. */
export { QuestionDialog } from './question-dialog.tsx';
/** Shares it: its file needs no network. */
export { ShareDialog } from './share-dialog.tsx';
