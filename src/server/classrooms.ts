import type { Refused } from '../room/room.ts';
import type { Snapshot, Store } from '../room/store.ts';
import { NO_ROOM, TOO_MANY, type Answer } from './answer.ts';
import type { Closings } from './closings.ts';
import type { Hub } from './hub.ts';
import type { LessonChanges } from './lesson-changes.ts';
import type { Lessons } from './lessons.ts';
import { MOST, type Limits } from './limits.ts';
import type { PrintDesk } from './pdf/print-desk.ts';
import type { Readings } from './readings.ts';
import type { RoomCheck } from './room-check.ts';
import type { SafeguardingKeys } from './safeguarding/safeguarding-keys.ts';
import type { SchoolFile } from './school-file.ts';

/** The door for pupils' devices as the routes see it. */
export type PupilsDoor = {
  /** Opens the door if it is shut; a refusal says why it cannot be opened. */
  open(): Promise<Refused | null>;
  /** What the class types in; empty while the door is shut. */
  address(): string;
};

/** All that the handlers work with. */
export type Classrooms = {
  readonly store: Store;
  readonly hub: Hub;
  readonly closings: Closings;
  readonly limits: Limits;
  readonly lessons: Lessons;
  readonly changes: LessonChanges;
  readonly readings: Readings;
  readonly door: PupilsDoor;
  readonly check: RoomCheck;
  readonly school: SchoolFile;
  readonly keys: SafeguardingKeys;
  readonly printing: PrintDesk;
  /** Ms since 1970. */
  readonly now: () => number;
};

const WRONG = 'wrong code';

/** The room of a code, or the answer that refuses it. Guessing is slow: after too many wrong codes none is looked up for a moment. */
export async function findRoom({ store, limits }: Classrooms, code: string): Promise<Snapshot | { readonly refusal: Answer }> {
  if (limits.isSpent(WRONG, MOST.wrongCodes)) return { refusal: TOO_MANY };
  const snapshot = await store.read(code);
  if (snapshot === null) {
    limits.take(WRONG, MOST.wrongCodes);
    return { refusal: NO_ROOM };
  }
  return limits.take(`room ${snapshot.room.id}`, MOST.room) ? snapshot : { refusal: TOO_MANY };
}

/** Counts a refused vote as a wrong code if it was one; true while a refusal may not tell wrong codes from right ones. */
export function countWrongCode({ limits }: Classrooms, { refused }: Refused): boolean {
  if (refused.status === 404) limits.take(WRONG, MOST.wrongCodes);
  return limits.isSpent(WRONG, MOST.wrongCodes);
}
