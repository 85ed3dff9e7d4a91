import { readPhrase } from '../room/phrase.ts';
import type { RejoinedRoom } from '../room/protocol.ts';
import { answer, BAD_SHAPE, refuse, TOO_MANY, type Answer, type Asked } from './answer.ts';
import { findRoom, type Classrooms } from './classrooms.ts';
import { MOST } from './limits.ts';
import { holdsKey, keyFromPhrase } from './room-key.ts';
import { readRejoin } from './shapes.ts';

const WRONG = refuse(403, 'wrong-phrase', 'These are not the words of this room. Look at them once more in the window that leads.');

/** `POST rejoin`: the room's key, for a teacher's new browser that brings its phrase (R13). Guessing is slow, for all callers together. */
export async function rejoin(rooms: Classrooms, { code, body }: Asked): Promise<Answer> {
  const typed = readRejoin(body);
  if (typed === null) return BAD_SHAPE;
  if (!rooms.limits.take('phrase', MOST.phrases)) return TOO_MANY;
  const found = await findRoom(rooms, code);
  if ('refusal' in found) return found.refusal;
  const phrase = readPhrase(typed);
  if (phrase === null || found.room.state === 'finished') return WRONG;
  const roomKey = await keyFromPhrase(phrase, found.room.lesson);
  if (!holdsKey(found, roomKey)) return WRONG;
  const { lesson, devices } = found.room;
  return answer(200, { code: found.room.code, roomKey, address: devices ? rooms.door.address() : '', phrase, lesson } satisfies RejoinedRoom);
}
