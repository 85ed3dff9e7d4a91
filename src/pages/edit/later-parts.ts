/** A lesson as one file with its pictures: saved, opened, taken over. */
export { packedLesson } from '../../edit/packed-lesson.ts';
export { filmHere } from '../../film/film-here.view.ts';
export { adoptFilms, adoptPictures, openPacked } from './packed-file.ts';
/** Two texts of one lesson: two windows of one browser can have both. */
export { CompareDialog } from './compare-dialog.tsx';
/** Names a film. */
export { FilmDialog } from './film-dialog.tsx';
/** A handout of the lesson as it is printed. */
export { HandoutPane } from './handout-pane.tsx';
/** Puts a picture in. */
export { PictureDialog } from './picture-dialog.tsx';
/** Makes a picture larger and smaller on the board. */
export { PictureHandle } from './picture-handle.tsx';
/** Asks for a question. */
export { QuestionDialog } from './question-dialog.tsx';
/** Shares it: its file needs no network. */
export { ShareDialog } from './share-dialog.tsx';
/** What the lesson was like before: this browser has it. */
export { VersionsDialog } from './versions/versions-dialog.tsx';
/** Has what draws a slide here before one is asked for. */
export { prepareDrawing } from '../../outputs/board/draw-later.view.ts';
/** Saves a slide as a picture that this page draws. */
export { saveDrawnSlide } from '../../outputs/plan/drawn-slide.view.ts';
