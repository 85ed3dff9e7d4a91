import { readPhrase } from '../../room/phrase.ts';
import type { RejoinedRoom } from '../../room/protocol.ts';
import { answer, BAD_SHAPE, refuse, TOO_MANY, type Answer, type Asked } from './answer.ts';
import { findForStaff, type Classrooms } from '../rooms/classrooms.ts';
import { LIMITS } from '../rooms/limits.ts';
import { holdsKey, keyFromPhrase } from '../rooms/room-key.ts';
import { parseRejoin } from './shapes.ts';

const WRONG = refuse(
  403,
  'wrong-phrase',
  'These are not the words of this room. Check them in the window that leads.',
);

/** `POST rejoin`: the room's key, for a teacher's new browser that brings its phrase (R13). Guessing is slow for all who know the room's code, and who does not keeps no one out (R19). */
export async function rejoin(rooms: Classrooms, { code, body }: Asked): Promise<Answer> {
  const typed = parseRejoin(body);
  if (typed === null) return BAD_SHAPE;
  const found = await findForStaff(rooms, code);
  if ('refusal' in found) return found.refusal;
  const phrase = readPhrase(typed);
  // What is no phrase costs nothing to refuse, and uses up nothing of those that may be right.
  if (
    !rooms.limits.take(
      `${phrase === null ? 'no phrase' : 'phrase'} ${found.room.id}`,
      LIMITS.phrases,
    )
  ) {
    return TOO_MANY;
  }
  if (phrase === null || found.room.state === 'finished') return WRONG;
  const roomKey = await keyFromPhrase(phrase, found.room.lesson);
  if (!holdsKey(found, roomKey)) return WRONG;
  const { lesson, devices } = found.room;
  return answer(200, {
    code: found.room.code,
    roomKey,
    address: devices ? rooms.door.address().typed : '',
    phrase,
    lesson,
  } satisfies RejoinedRoom);
}
