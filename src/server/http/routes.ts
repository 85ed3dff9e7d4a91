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
  /** Which of `handlers.ts` answers it. */
  readonly handler: string;
};

const STAFF: readonly Door[] = ['staff'];
const PUPILS: readonly Door[] = ['pupils'];
const BOTH: readonly Door[] = ['staff', 'pupils'];
const SMALL = 16 * 1024;
const RECEIPTS = 64 * 1024;
const SCHOOL = 64 * 1024;

const list = [
  { doors: STAFF, method: 'POST', path: '/api/rooms', most: SMALL, handler: 'openRoom' },
  { doors: STAFF, method: 'POST', path: '/api/rooms/:code/steps', most: SMALL, handler: 'step' },
  { doors: STAFF, method: 'POST', path: '/api/rooms/:code/rejoin', most: SMALL, handler: 'rejoin' },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/rooms/:code/staff',
    most: SMALL,
    handler: 'staffEvents',
  },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/rooms/:code/staff/view',
    most: SMALL,
    handler: 'staffPoll',
  },
  { doors: STAFF, method: 'GET', path: '/api/box', most: SMALL, handler: 'leftNotes' },
  { doors: STAFF, method: 'POST', path: '/api/box', most: SMALL, handler: 'dealWithNote' },
  { doors: STAFF, method: 'GET', path: '/api/box/waiting', most: SMALL, handler: 'waitingNotes' },
  { doors: STAFF, method: 'POST', path: '/api/box/keys', most: SMALL, handler: 'makeKey' },
  {
    doors: STAFF,
    method: 'GET',
    path: '/api/lessons/:lesson/changes',
    most: SMALL,
    handler: 'lessonChanges',
  },
  { doors: STAFF, method: 'GET', path: '/api/school', most: SMALL, handler: 'seeSchool' },
  { doors: STAFF, method: 'PUT', path: '/api/school', most: SCHOOL, handler: 'changeSchool' },
  { doors: STAFF, method: 'GET', path: '/api/print', most: SMALL, handler: 'seePress' },
  { doors: STAFF, method: 'POST', path: '/api/print', most: SMALL, handler: 'startPrinting' },
  { doors: STAFF, method: 'GET', path: '/api/print/:code', most: SMALL, handler: 'seePrinting' },
  {
    doors: STAFF,
    method: 'POST',
    path: '/api/print/:code/cancel',
    most: SMALL,
    handler: 'cancelPrinting',
  },
  { doors: STAFF, method: 'POST', path: '/api/room-check', most: SMALL, handler: 'startCheck' },
  { doors: STAFF, method: 'GET', path: '/api/room-check/:code', most: SMALL, handler: 'seeCheck' },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/room-check/:code/words',
    most: SMALL,
    handler: 'checkWords',
  },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/room-check/:code/events',
    most: SMALL,
    handler: 'checkEvents',
  },
  {
    doors: PUPILS,
    method: 'POST',
    path: '/api/room-check/:code/reached',
    most: SMALL,
    handler: 'reached',
  },
  { doors: STAFF, method: 'GET', path: '/api/rooms/:code/record', most: SMALL, handler: 'record' },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/rooms/:code/record',
    most: SMALL,
    handler: 'pupilRecord',
  },
  { doors: PUPILS, method: 'POST', path: '/api/rooms/:code/seats', most: SMALL, handler: 'seat' },
  {
    doors: BOTH,
    method: 'GET',
    path: '/api/rooms/:code/events',
    most: SMALL,
    handler: 'pupilEvents',
  },
  { doors: BOTH, method: 'GET', path: '/api/rooms/:code/view', most: SMALL, handler: 'pupilView' },
  {
    doors: PUPILS,
    method: 'GET',
    path: '/api/rooms/:code/reading',
    most: SMALL,
    handler: 'reading',
  },
  {
    doors: PUPILS,
    method: 'PUT',
    path: '/api/rooms/:code/questions/:question/ballot',
    most: SMALL,
    bytes: true,
    handler: 'cast',
  },
  { doors: PUPILS, method: 'POST', path: '/api/rooms/:code/box', most: SMALL, handler: 'post' },
  {
    doors: PUPILS,
    method: 'POST',
    path: '/api/rooms/:code/receipts',
    most: RECEIPTS,
    handler: 'receipts',
  },
] as const satisfies readonly Route[];

/** What a request is called, here and in `handlers.ts`. */
export type RouteName = (typeof list)[number]['handler'];

/** Every request of the program; pages and files are in `site/site.ts`, what answers is in `handlers.ts`. */
export const routes: readonly (Route & { readonly handler: RouteName })[] = list;
