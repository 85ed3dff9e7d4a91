import { readCode } from '../../../room/code.ts';
import { NO_ROOM } from '../../../room/room.ts';
import type { Refused } from '../../../room/room.ts';
import { StoreAway } from '../store-away.ts';
import type { Entry } from './known.ts';
import type { RoomsParts, ValkeyRooms } from './rooms.ts';
import { STALE } from './rooms.ts';

/** All that one request works with. */
export type Means = RoomsParts & { readonly rooms: ValkeyRooms };

/** More would be a room that never rests. */
const MOST_TRIES = 200;

/**
 * Does something to a room as this process knows it, and again with the room as it is wherever someone else was first.
 * Nothing is refused because of what was only remembered.
 */
export async function attempt<Answer extends object>(
  { rooms, known }: Means,
  typed: string,
  act: (entry: Entry) => Promise<Answer | Refused | typeof STALE>,
): Promise<Answer | Refused> {
  const code = readCode(typed);
  if (code === null) return NO_ROOM;
  let isFresh = false;
  let entry: Entry | null = known.find(code) ?? null;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = entry ? await act(entry) : NO_ROOM;
    if (answer !== STALE && (isFresh || !('refused' in answer))) return answer;
    entry = await rooms.read(code);
    isFresh = true;
  }
  throw new StoreAway('The room was changed too often at once');
}
