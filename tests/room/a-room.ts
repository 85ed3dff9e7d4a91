import { openRoom } from '../../src/room/room.ts';
import type { Refused, Room, RoomEvent } from '../../src/room/room.ts';
import { step } from '../../src/room/step.ts';
import type { Opening } from '../../src/room/store.ts';
import { law, pressure, sure } from '../poll/questions.ts';

/** Ten past nine on some morning. */
export const NINE = 1_700_000_000_000;

/** A class of thirty with tablets and three questions. */
export const opening: Opening = {
  lesson: 'a-lesson',
  questions: [pressure, law, sure],
  pupils: 30,
  devices: true,
  keyHash: 'hash-of-the-key',
};

/** The pass of that room. */
const PASS = 'P'.repeat(42) + 'A';

/** The room as it opens, with these questions. */
export function aRoom(questions = opening.questions): Room {
  return openRoom({ ...opening, questions, code: 'BKT472', pass: PASS, now: NINE });
}

/** The room after these events, none of which may be refused. */
export function after(room: Room, events: readonly RoomEvent[], now = NINE): Room {
  return events.reduce((before, event) => {
    const stepped = step(before, event, now);
    if ('refused' in stepped) {
      throw new Error(`${event.type} was refused: ${stepped.refused.message}`);
    }
    return stepped.room;
  }, room);
}

/** Status and code of a refusal; null when nothing was refused. */
export function refusal(answer: object): string | null {
  return isRefused(answer) ? `${answer.refused.status} ${answer.refused.code}` : null;
}

/** What came of it, when it was not refused. */
export function granted<Answer extends object>(answer: Answer): Exclude<Answer, Refused> {
  if (isRefused(answer)) throw new Error(`Refused: ${answer.refused.message}`);
  return answer as Exclude<Answer, Refused>;
}

function isRefused(answer: object): answer is Refused {
  return 'refused' in answer;
}
