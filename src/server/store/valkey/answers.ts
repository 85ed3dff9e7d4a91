import { countAnswers, noAnswers } from '../../../poll/tally.ts';
import { acceptVote, NO_BALLOT, NO_DEVICES, NOT_OPEN } from '../../../room/accept-vote.ts';
import { aboutOf, pairOf } from '../../../room/held-room.ts';
import type { Receipt } from '../../../room/protocol.ts';
import { NO_ROOM, openOf } from '../../../room/room.ts';
import type { Open, Refused } from '../../../room/room.ts';
import { step } from '../../../room/step.ts';
import type { Snapshot, Vote } from '../../../room/store.ts';
import { readVoteText, voteText } from '../../../room/votes.ts';
import type { Voted } from '../../../room/votes.ts';
import { attempt, enter } from './attempt.ts';
import type { Means } from './attempt.ts';
import { ballotsKey, newsChannel, roomKey } from './keys.ts';
import { snapshotOf, versionText, withTaken } from './known.ts';
import type { Entry } from './known.ts';
import { STALE } from './rooms.ts';
import { scripts } from './scripts.ts';

/** Counts a vote and seals its receipt (R4, R5). */
export function cast(means: Means, vote: Vote, now: number): Promise<Receipt | Refused> {
  return enter(means, vote.code, async (entry) => {
    const accepted = acceptVote(entry.room, vote, now);
    if ('refused' in accepted) return accepted;
    const { open, voted } = accepted;
    if (entry.key === null) return NO_DEVICES;
    const counted = await count(means, entry, { open, votes: [voted] });
    if (counted === STALE || 'refused' in counted) return counted;
    if (counted.merged === 0) return NO_BALLOT;
    return { receipt: means.sealer.seal(entry.key, aboutOf(entry.room, pairOf(open)), voteText(voted)) };
  });
}

/** Counts again what pages have receipts for: what a Valkey that took over may have missed (R5). */
export function merge(means: Means, code: string, receipts: readonly string[]): Promise<{ readonly merged: number } | Refused> {
  return enter(means, code, async (entry) => {
    const open = openOf(entry.room);
    const { key } = entry;
    if (!open || key === null) return NONE;
    const about = aboutOf(entry.room, pairOf(open));
    const votes = receipts.map((receipt) => readVoteText(means.sealer.open(key, about, receipt) ?? 'null')).filter((vote) => vote !== null);
    const counted = votes.length === 0 ? NONE : await count(means, entry, { open, votes });
    return counted !== STALE && 'refused' in counted ? NONE : counted;
  });
}

const NONE = { merged: 0 } as const;

/** Ends a closing question: no more votes are taken, they are counted, and the totals take the place of all else (R7). */
export function close(means: Means, code: string, now: number): Promise<Snapshot | Refused> {
  return attempt(means, code, async (entry) => {
    const open = openOf(entry.room);
    const early = step(entry.room, { type: 'closed', tablets: noAnswers({ options: [] }) }, now);
    if ('refused' in early) return early;
    if (!open) return NO_ROOM;
    const said = await means.link.run(scripts.count, [roomKey(entry.room.id), ballotsKey(entry.room.id, pairOf(open))], [versionText(entry.version)]);
    if (!Array.isArray(said)) return STALE;
    const stepped = step(entry.room, { type: 'closed', tablets: countAnswers(open.question, said as readonly string[]) }, now);
    if ('refused' in stepped || stepped.room.state === 'finished') return NO_ROOM;
    const written = await means.rooms.write(entry, { room: stepped.room, spent: pairOf(open), now });
    return written === STALE ? STALE : snapshotOf(written);
  });
}

async function count(
  { link, known }: Means,
  entry: Entry,
  { open, votes }: { readonly open: Open; readonly votes: readonly Voted[] },
): Promise<{ readonly merged: number } | Refused | typeof STALE> {
  const { id } = entry.room;
  const keys = [roomKey(id), newsChannel(id), ballotsKey(id, pairOf(open))];
  const given = votes.flatMap(({ ballot, n, answer }) => [ballot, String(n), answer]);
  const reply = await link.run(scripts.vote, keys, [versionText(entry.version), ...given]);
  if (reply === 'counted') return NOT_OPEN;
  if (!Array.isArray(reply)) return STALE;
  const [taken, answers, ...each] = reply as readonly (string | number)[];
  known.learn({ ...entry, room: withTaken(entry.room, Number(taken)), answers: Number(answers) });
  return { merged: each.filter((isCounted) => isCounted === 1).length };
}
