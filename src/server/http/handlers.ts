import { seeApproval, stepApproval } from './approval-routes.ts';
import { checkEvents, checkWords, reached, seeCheck, startCheck } from './check-routes.ts';
import {
  cast,
  post,
  pupilEvents,
  pupilRecord,
  pupilView,
  reading,
  receipts,
  seat,
} from './pupil-routes.ts';
import {
  deleteLesson,
  seeLessonText,
  seeOwnLessons,
  seeVersion,
  seeVersions,
  writeLessonText,
  writePicture,
} from './lesson-routes.ts';
import { deleteFilm, seeFilm, writeFilm } from './film-routes.ts';
import { lessonChanges, openRoom, record, staffEvents, staffPoll, step } from './staff-routes.ts';
import { cancelPrinting, seePress, seePrinting, startPrinting } from './print-routes.ts';
import {
  endPhone,
  joinPhone,
  openPhone,
  pressPhone,
  seePhone,
  showPhone,
  takeFromPhone,
} from './phone-routes.ts';
import { rejoin } from './rejoin.ts';
import { seeReview, seeReviews, stepReview } from './review-routes.ts';
import { changeSchool, seeSchool } from './school-routes.ts';
import { dealWithNote, leftNotes, makeKey, waitingNotes } from './safeguarding-routes.ts';
import type { Answer, Asked } from './answer.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import type { RouteName } from './routes.ts';

/** Answers a request. */
export type Handler = (rooms: Classrooms, asked: Asked) => Promise<Answer>;

/** What answers each request of `routes.ts`. */
export const handlers: Readonly<Record<RouteName, Handler>> = {
  cancelPrinting,
  cast,
  changeSchool,
  checkEvents,
  checkWords,
  dealWithNote,
  deleteLesson,
  endPhone,
  joinPhone,
  leftNotes,
  lessonChanges,
  makeKey,
  openPhone,
  openRoom,
  post,
  pressPhone,
  pupilEvents,
  pupilRecord,
  pupilView,
  reached,
  reading,
  receipts,
  record,
  rejoin,
  seat,
  seeApproval,
  seeCheck,
  seeLessonText,
  seeOwnLessons,
  seePhone,
  seePress,
  seePrinting,
  seeReview,
  seeReviews,
  seeSchool,
  seeVersion,
  seeVersions,
  showPhone,
  staffEvents,
  staffPoll,
  startCheck,
  startPrinting,
  step,
  stepApproval,
  stepReview,
  takeFromPhone,
  waitingNotes,
  writeLessonText,
  writePicture,
  seeFilm,
  writeFilm,
  deleteFilm,
};
