import type { Door } from './origin-check.ts';

/** One request the program answers, and the doors it answers at. */
export type Route = {
  readonly doors: readonly Door[];
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Bytes a body may have. */
  readonly maxBytes: number;
  /** Its body comes in bytes, which are wiped once it is answered (R18). */
  readonly bytes?: true;
  /** Half a character in its body is replaced: what a pupil writes is never refused for it. */
  readonly mends?: true;
  /** Which of `handlers.ts` answers it. */
  readonly handler: string;
};

const STAFF: readonly Door[] = ['staff'];
const PUPILS: readonly Door[] = ['pupils'];
const BOTH: readonly Door[] = ['staff', 'pupils'];
const SMALL = 16 * 1024;
const RECEIPTS = 64 * 1024;
const SCHOOL = 64 * 1024;
/** What a phone shows: notes, the slide and the list of slides. */
const PHONE = 256 * 1024;
/** A text of the greatest length, each character written by JSON with a backslash or in three bytes. */
const LESSON = 6 * 1024 * 1024;
/** A film.yaml and captions of the greatest length. */
const FILM = 2 * 1024 * 1024;
/** A picture of the greatest size, in base64. */
const PICTURE = 7 * 1024 * 1024;

const list = [
  { doors: STAFF, method: 'POST', path: '/api/rooms', maxBytes: SMALL, handler: 'openRoom' },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/rooms/:code/steps',
    maxBytes: SMALL,
    handler: 'step',
  },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/rooms/:code/rejoin',
    maxBytes: SMALL,
    handler: 'rejoin',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/rooms/:code/staff',
    maxBytes: SMALL,
    handler: 'staffEvents',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/rooms/:code/staff/view',
    maxBytes: SMALL,
    handler: 'staffPoll',
  },
  { doors: STAFF, method: 'POST', path: '/api/phones', maxBytes: SMALL, handler: 'openPhone' },
  { doors: STAFF, method: 'POST', path: '/api/phones/join', maxBytes: SMALL, handler: 'joinPhone' },
  {
    doors: STAFF,
    method: 'PUT',
    path: '/api/phones/:code/view',
    maxBytes: PHONE,
    handler: 'showPhone',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/phones/:code/commands',
    maxBytes: SMALL,
    handler: 'takeFromPhone',
  },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/phones/:code/end',
    maxBytes: SMALL,
    handler: 'endPhone',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/phones/:code/view',
    maxBytes: SMALL,
    handler: 'seePhone',
  },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/phones/:code/commands',
    maxBytes: SMALL,
    handler: 'pressPhone',
  },
  { doors: STAFF, method: 'GET', path: '/api/box', maxBytes: SMALL, handler: 'leftNotes' },
  { doors: STAFF, method: 'POST', path: '/api/box', maxBytes: SMALL, handler: 'dealWithNote' },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/box/waiting',
    maxBytes: SMALL,
    handler: 'waitingNotes',
  },
  { doors: STAFF, method: 'POST', path: '/api/box/keys', maxBytes: SMALL, handler: 'makeKey' },
  { doors: STAFF, method: 'GET', path: '/api/lessons', maxBytes: SMALL, handler: 'seeOwnLessons' },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/lessons/:lesson/text',
    maxBytes: SMALL,
    handler: 'seeLessonText',
  },
  {
    doors: STAFF,
    method: 'PUT',
    path: '/api/lessons/:lesson/text',
    maxBytes: LESSON,
    handler: 'writeLessonText',
  },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/lessons/:lesson/delete',
    maxBytes: SMALL,
    handler: 'deleteLesson',
  },
  {
    doors: STAFF,
    method: 'PUT',
    path: '/api/lessons/:lesson/pictures/:picture',
    maxBytes: PICTURE,
    handler: 'writePicture',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/lessons/:lesson/versions',
    maxBytes: SMALL,
    handler: 'seeVersions',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/lessons/:lesson/versions/:saved',
    maxBytes: SMALL,
    handler: 'seeVersion',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/films/:film',
    maxBytes: SMALL,
    handler: 'seeFilm',
  },
  {
    doors: STAFF,
    method: 'PUT',
    path: '/api/films/:film',
    maxBytes: FILM,
    handler: 'writeFilm',
  },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/films/:film/delete',
    maxBytes: SMALL,
    handler: 'deleteFilm',
  },
  { doors: STAFF, method: 'GET', path: '/api/reviews', maxBytes: SMALL, handler: 'seeReviews' },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/lessons/:lesson/review',
    maxBytes: SMALL,
    handler: 'seeReview',
  },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/lessons/:lesson/review',
    maxBytes: SMALL,
    handler: 'stepReview',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/lessons/:lesson/approval',
    maxBytes: SMALL,
    handler: 'seeApproval',
  },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/lessons/:lesson/approval',
    maxBytes: SMALL,
    handler: 'stepApproval',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/lessons/:lesson/changes',
    maxBytes: SMALL,
    handler: 'lessonChanges',
  },
  { doors: STAFF, method: 'GET', path: '/api/school', maxBytes: SMALL, handler: 'seeSchool' },
  { doors: STAFF, method: 'PUT', path: '/api/school', maxBytes: SCHOOL, handler: 'changeSchool' },
  { doors: STAFF, method: 'GET', path: '/api/print', maxBytes: SMALL, handler: 'seePress' },
  { doors: STAFF, method: 'POST', path: '/api/print', maxBytes: SMALL, handler: 'startPrinting' },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/print/:code',
    maxBytes: SMALL,
    handler: 'seePrinting',
  },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/print/:code/cancel',
    maxBytes: SMALL,
    handler: 'cancelPrinting',
  },
  { doors: STAFF, method: 'POST', path: '/api/room-check', maxBytes: SMALL, handler: 'startCheck' },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/room-check/:code',
    maxBytes: SMALL,
    handler: 'seeCheck',
  },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/room-check/:code/words',
    maxBytes: SMALL,
    handler: 'checkWords',
  },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/room-check/:code/events',
    maxBytes: SMALL,
    handler: 'checkEvents',
  },
  {
    doors: PUPILS,
    method: 'POST',
    path: '/api/room-check/:code/reached',
    maxBytes: SMALL,
    handler: 'reached',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/rooms/:code/record',
    maxBytes: SMALL,
    handler: 'record',
  },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/rooms/:code/record',
    maxBytes: SMALL,
    handler: 'pupilRecord',
  },
  {
    doors: PUPILS,
    method: 'POST',
    path: '/api/rooms/:code/seats',
    maxBytes: SMALL,
    handler: 'seat',
  },
  {
    doors: BOTH,
    method: 'GET',
    path: '/api/rooms/:code/events',
    maxBytes: SMALL,
    handler: 'pupilEvents',
  },
  {
    doors: BOTH,
    method: 'GET',
    path: '/api/rooms/:code/view',
    maxBytes: SMALL,
    handler: 'pupilView',
  },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/rooms/:code/reading',
    maxBytes: SMALL,
    handler: 'reading',
  },
  {
    doors: PUPILS,
    method: 'PUT',
    path: '/api/rooms/:code/questions/:question/ballot',
    maxBytes: SMALL,
    bytes: true,
    handler: 'cast',
  },
  {
    doors: PUPILS,
    method: 'POST',
    path: '/api/rooms/:code/box',
    maxBytes: SMALL,
    mends: true,
    handler: 'post',
  },
  {
    doors: PUPILS,
    method: 'POST',
    path: '/api/rooms/:code/receipts',
    maxBytes: RECEIPTS,
    handler: 'receipts',
  },
] as const satisfies readonly Route[];

/** What a request is called, here and in `handlers.ts`. */
export type RouteName = (typeof list)[number]['handler'];

/** Every request of the program; pages and files are in `site/site.ts`, what answers is in `handlers.ts`. */
export const routes: readonly (Route & { readonly handler: RouteName })[] = list;
