import { makeBallots } from '../../../poll/ballot.ts';
import { NO_NOTE } from '../../../room/accept-vote.ts';
import { boxPairs } from '../../../room/pool.ts';
import type { Post } from '../../../room/protocol.ts';
import { NO_ROOM } from '../../../room/room.ts';
import type { Refused } from '../../../room/room.ts';
import { step } from '../../../room/step.ts';
import type { Pair } from '../../../room/store.ts';
import { enter } from './attempt.ts';
import type { StoreDeps } from './attempt.ts';
import { ballotsKey } from './keys.ts';
import type { Link } from './link.ts';
import { STALE } from './rooms.ts';

/** Puts a note into the question box; its ballot is used up in the same step (R11). */
export function post(
  deps: StoreDeps,
  code: string,
  { posted, now }: { readonly posted: Post; readonly now: number },
): Promise<{ readonly posted: true } | Refused> {
  return enter(deps, code, async (entry) => {
    const pair = await boxPairOf(deps.link, entry.room.id, posted.ballot);
    if (now < entry.room.deadline && !pair) return NO_NOTE;
    const [id = ''] = makeBallots(1, deps.random);
    const stepped = step(entry.room, { type: 'note', id, text: posted.text }, now);
    if ('refused' in stepped) return stepped;
    if (stepped.room.state === 'finished' || !pair) return NO_ROOM;
    const written = await deps.rooms.write(entry, {
      room: stepped.room,
      used: { ...pair, ballot: posted.ballot },
      now,
    });
    return written === STALE ? STALE : { posted: true };
  });
}

async function boxPairOf(link: Link, id: string, ballot: string): Promise<Pair | undefined> {
  const found = await Promise.all(
    boxPairs.map((pair) => link.send('HEXISTS', ballotsKey(id, pair), ballot)),
  );
  return boxPairs[found.indexOf(1)];
}
