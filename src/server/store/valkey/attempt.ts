import { parseEntry } from '../../../room/code.ts';
import { entryRefusal, NO_ROOM } from '../../../room/room.ts';
import type { Refused } from '../../../room/room.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import type { Entry } from './known.ts';
import type { RoomsParts, ValkeyRooms } from './rooms.ts';
import { STALE } from './rooms.ts';

/** All that one request works with. */
export type StoreDeps = RoomsParts & { readonly rooms: ValkeyRooms };

/** More would be a room that never rests. */
const MAX_TRIES = 200;

/**
 * Does something to a room as this process knows it, and again with the room as it is wherever someone else was first.
 * Nothing is refused because of what was only remembered.
 */
export async function attempt<Answer extends object>(
  { rooms, known }: StoreDeps,
  typed: string,
  act: (entry: Entry) => Promise<Answer | Refused | typeof STALE>,
): Promise<Answer | Refused> {
  const named = parseEntry(typed);
  if (named === null) return NO_ROOM;
  let isFresh = false;
  let entry: Entry | null = known.find(named) ?? null;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const answer = entry ? await act(entry) : NO_ROOM;
    if (answer !== STALE && (isFresh || !('refused' in answer))) return answer;
    entry = await rooms.read(named);
    isFresh = true;
  }
  throw new StoreUnavailable('The room was changed too often at once');
}

/** The same for what pupils' pages do, who get in by the room's code or pass alone (R19, R20). */
export function enter<Answer extends object>(
  deps: StoreDeps,
  typed: string,
  act: (entry: Entry) => Promise<Answer | Refused | typeof STALE>,
): Promise<Answer | Refused> {
  return attempt<Answer>(
    deps,
    typed,
    async (entry) => entryRefusal(entry.room, typed) ?? act(entry),
  );
}
