/** Puts a picture in. */
export { PictureDialog } from './picture-dialog.tsx';
/** Asks for a question. */
export { QuestionDialog } from './question-dialog.tsx';
