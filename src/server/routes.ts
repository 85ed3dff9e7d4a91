import type { Answer, Asked } from './answer.ts';
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
import type { Classrooms } from './classrooms.ts';
import { lessonChanges, openRoom, record, staffEvents, staffPoll, step } from './staff-routes.ts';
import { cancelPrinting, seePress, seePrinting, startPrinting } from './print-routes.ts';
import { rejoin } from './rejoin.ts';
import { changeSchool, seeSchool } from './school-routes.ts';
import { dealWithNote, leftNotes, makeKey, waitingNotes } from './safeguarding-routes.ts';
import type { Door } from './strangers.ts';

/** One request the program answers, and the doors it answers at. */
export type Route = {
  readonly doors: readonly Door[];
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Bytes a body may have. */
  readonly most: number;
  /** Its body comes in bytes, which are wiped once it is answered (R18). */
  readonly bytes?: true;
  readonly handle: (rooms: Classrooms, asked: Asked) => Promise<Answer>;
};

const STAFF: readonly Door[] = ['staff'];
const PUPILS: readonly Door[] = ['pupils'];
const BOTH: readonly Door[] = ['staff', 'pupils'];
const SMALL = 16 * 1024;
const RECEIPTS = 64 * 1024;
const SCHOOL = 64 * 1024;

/** Every request of the program; pages and files are in `site.ts`. */
export const routes: readonly Route[] = [
  { doors: STAFF, method: 'POST', path: '/api/rooms', most: SMALL, handle: openRoom },
  { doors: STAFF, method: 'POST', path: '/api/rooms/:code/steps', most: SMALL, handle: step },
  { doors: STAFF, method: 'POST', path: '/api/rooms/:code/rejoin', most: SMALL, handle: rejoin },
  { doors: STAFF, method: 'GET', path: '/api/rooms/:code/staff', most: SMALL, handle: staffEvents },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/rooms/:code/staff/view',
    most: SMALL,
    handle: staffPoll,
  },
  { doors: STAFF, method: 'GET', path: '/api/box', most: SMALL, handle: leftNotes },
  { doors: STAFF, method: 'POST', path: '/api/box', most: SMALL, handle: dealWithNote },
  { doors: STAFF, method: 'GET', path: '/api/box/waiting', most: SMALL, handle: waitingNotes },
  { doors: STAFF, method: 'POST', path: '/api/box/keys', most: SMALL, handle: makeKey },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/lessons/:lesson/changes',
    most: SMALL,
    handle: lessonChanges,
  },
  { doors: STAFF, method: 'GET', path: '/api/school', most: SMALL, handle: seeSchool },
  { doors: STAFF, method: 'PUT', path: '/api/school', most: SCHOOL, handle: changeSchool },
  { doors: STAFF, method: 'GET', path: '/api/print', most: SMALL, handle: seePress },
  { doors: STAFF, method: 'POST', path: '/api/print', most: SMALL, handle: startPrinting },
  { doors: STAFF, method: 'GET', path: '/api/print/:code', most: SMALL, handle: seePrinting },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/print/:code/cancel',
    most: SMALL,
    handle: cancelPrinting,
  },
  { doors: STAFF, method: 'POST', path: '/api/room-check', most: SMALL, handle: startCheck },
  { doors: STAFF, method: 'GET', path: '/api/room-check/:code', most: SMALL, handle: seeCheck },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/room-check/:code/words',
    most: SMALL,
    handle: checkWords,
  },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/room-check/:code/events',
    most: SMALL,
    handle: checkEvents,
  },
  {
    doors: PUPILS,
    method: 'POST',
    path: '/api/room-check/:code/reached',
    most: SMALL,
    handle: reached,
  },
  { doors: STAFF, method: 'GET', path: '/api/rooms/:code/record', most: SMALL, handle: record },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/rooms/:code/record',
    most: SMALL,
    handle: pupilRecord,
  },
  { doors: PUPILS, method: 'POST', path: '/api/rooms/:code/seats', most: SMALL, handle: seat },
  { doors: BOTH, method: 'GET', path: '/api/rooms/:code/events', most: SMALL, handle: pupilEvents },
  { doors: BOTH, method: 'GET', path: '/api/rooms/:code/view', most: SMALL, handle: pupilView },
  { doors: PUPILS, method: 'GET', path: '/api/rooms/:code/reading', most: SMALL, handle: reading },
  {
    doors: PUPILS,
    method: 'PUT',
    path: '/api/rooms/:code/questions/:question/ballot',
    most: SMALL,
    bytes: true,
    handle: cast,
  },
  { doors: PUPILS, method: 'POST', path: '/api/rooms/:code/box', most: SMALL, handle: post },
  {
    doors: PUPILS,
    method: 'POST',
    path: '/api/rooms/:code/receipts',
    most: RECEIPTS,
    handle: receipts,
  },
];
