import { isPass } from '../../room/pass.ts';
import { entryRefusal, LOST_ROOM, NO_ROOM } from '../../room/room.ts';
import type { Refused } from '../../room/room.ts';
import type { Snapshot, Store } from '../../room/store.ts';
import type { DoorAddress } from '../../room/views.ts';
import { refuseAs, TOO_MANY, type Answer } from '../http/answer.ts';
import type { RoomTimers } from './room-timers.ts';
import type { Hub } from './hub.ts';
import type { LessonChanges } from '../../site/lesson-changes.ts';
import type { Lessons } from '../../site/lessons.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Openings } from './openings.ts';
import type { PrintDesk } from '../../print/print-desk.ts';
import type { PhoneLines } from './phone-lines.ts';
import type { SlidePictures } from '../../print/slide-pictures.ts';
import type { Readings } from './readings.ts';
import type { RoomCheck } from './room-check.ts';
import type { LessonApprovals } from '../schools/lesson-approvals.ts';
import type { LessonHistory } from '../schools/lesson-history.ts';
import type { LessonReviews } from '../schools/lesson-reviews.ts';
import type { OwnFilms } from '../schools/own-films.ts';
import type { OwnLessons } from '../schools/own-lessons.ts';
import type { SafeguardingKeys } from '../schools/safeguarding-keys.ts';
import type { SchoolFile } from '../schools/school-file.ts';

/** The door for pupils' devices as the routes see it. */
export type PupilsDoor = {
  /** Opens the door if it is shut; a refusal says why it cannot be opened. */
  open(): Promise<Refused | null>;
  /** Where the class comes in. */
  address(): DoorAddress;
};

/** All that the handlers work with. */
export type Classrooms = {
  readonly store: Store;
  readonly hub: Hub;
  readonly timers: RoomTimers;
  readonly limits: Limits;
  readonly openings: Openings;
  readonly lessons: Lessons;
  readonly own: OwnLessons;
  readonly films: OwnFilms;
  readonly reviews: LessonReviews;
  readonly approvals: LessonApprovals;
  readonly history: LessonHistory;
  readonly changes: LessonChanges;
  readonly readings: Readings;
  readonly door: PupilsDoor;
  readonly check: RoomCheck;
  readonly school: SchoolFile;
  readonly keys: SafeguardingKeys;
  readonly printing: PrintDesk;
  readonly phones: PhoneLines;
  readonly slidePictures: SlidePictures;
  /** Ms since 1970. */
  readonly now: () => number;
};

const WRONG = 'wrong code';

/** The room that a pupil's page names by code or pass, or the answer that refuses it. What is right is served, however much is wrong around it (R19). */
export async function findRoom(
  rooms: Classrooms,
  entry: string,
): Promise<Snapshot | { readonly refusal: Answer }> {
  const snapshot = await rooms.store.read(entry);
  if (snapshot === null || snapshot.room.state === 'finished') {
    return { refusal: refuseMissing(rooms, entry) };
  }
  const refused = entryRefusal(snapshot.room, entry);
  return refused ? { refusal: refuseEntry(rooms, refused, entry) } : snapshot;
}

/** The room that staff name, by any code it has had. */
export async function findForStaff(
  rooms: Classrooms,
  code: string,
): Promise<Snapshot | { readonly refusal: Answer }> {
  return (await rooms.store.read(code)) ?? { refusal: refuseMissing(rooms, code) };
}

/** A code that was right is no guess, and the pupil who typed it made no mistake. */
function refuseMissing(rooms: Classrooms, entry: string): Answer {
  return rooms.store.wasLost?.(entry) === true
    ? refuseAs(LOST_ROOM)
    : refuseEntry(rooms, NO_ROOM, entry);
}

/** The answer to a pupil's page that was refused. Codes can be guessed, so wrong ones are few a second, by all callers together; a pass cannot. */
export function refuseEntry({ limits }: Classrooms, refused: Refused, entry: string): Answer {
  const isGuess = refused.refused.code === NO_ROOM.refused.code && !isPass(entry);
  return isGuess && !limits.take(WRONG, LIMITS.wrongCodes) ? TOO_MANY : refuseAs(refused);
}
