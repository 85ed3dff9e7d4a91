import type { Picks } from '../../../poll/question.ts';
import { noAnswers } from '../../../poll/tally.ts';
import type { TabletCount } from '../../../poll/tally.ts';
import { acceptVote, NO_BALLOT, NOT_OPEN } from '../../../room/accept-vote.ts';
import { aboutOf, pairOf } from '../../../room/room-runtime.ts';
import type { Receipt } from '../../../room/protocol.ts';
import { NO_DEVICES, NO_ROOM, openOf } from '../../../room/room.ts';
import type { Open, Refused } from '../../../room/room.ts';
import { step } from '../../../room/step.ts';
import type { ReceiptKey, Snapshot, Vote } from '../../../room/store.ts';
import { answerWidth } from '../../../room/answer-bytes.ts';
import { formatReceipt, parseReceipt } from '../../../room/receipt-text.ts';
import {
  ANSWER_AT,
  BALLOT_BYTES,
  ballotIn,
  changeIn,
  openBytes,
  recordOf,
} from '../../../room/vote-record.ts';
import type { VoteRecord } from '../../../room/vote-record.ts';
import { acceptRecord } from '../../../room/votes.ts';
import { attempt, enter } from './attempt.ts';
import type { StoreDeps } from './attempt.ts';
import { ballotsKey, newsChannel, roomKey } from './keys.ts';
import { snapshotOf, versionText, withTaken } from './known.ts';
import type { Entry } from './known.ts';
import { STALE } from './rooms.ts';
import { scripts } from './scripts.ts';

/** Counts a vote and seals its receipt (R4, R5). */
export async function cast(deps: StoreDeps, vote: Vote, now: number): Promise<Receipt | Refused> {
  const record = 'record' in vote ? vote.record : recordOf(vote);
  try {
    return await enter(deps, vote.code, async (entry) => {
      const accepted = acceptVote(entry.room, { question: vote.question, record }, now);
      if ('refused' in accepted) return accepted;
      if (entry.key === null) return NO_DEVICES;
      const counted = await count(deps, entry, { ...accepted, records: [record] });
      if (counted === STALE || 'refused' in counted) return counted;
      return counted.merged === 0
        ? NO_BALLOT
        : { receipt: receiptOf(deps, { entry, ...accepted, key: entry.key }, record) };
    });
  } finally {
    record.fill(0);
  }
}

type Sealing = { readonly entry: Entry; readonly open: Open; readonly key: ReceiptKey };

function receiptOf(
  { sealer }: StoreDeps,
  { entry, open, key }: Sealing,
  record: VoteRecord,
): string {
  const text = formatReceipt(record);
  const receipt = sealer.seal(key, aboutOf(entry.room, pairOf(open)), text);
  text.fill(0);
  return receipt;
}

/** Counts again what pages have receipts for: what a Valkey that took over may have missed (R5). */
export function merge(
  deps: StoreDeps,
  code: string,
  receipts: readonly string[],
): Promise<{ readonly merged: number } | Refused> {
  return enter(deps, code, async (entry) => {
    const open = openOf(entry.room);
    const { key } = entry;
    if (!open || key === null) return NONE;
    const about = aboutOf(entry.room, pairOf(open));
    const records = receipts
      .flatMap((receipt) => recordIn(deps.sealer.open(key, about, receipt)) ?? [])
      .filter((record) => acceptRecord(open.question, record));
    try {
      const counted = records.length === 0 ? NONE : await count(deps, entry, { open, records });
      return counted !== STALE && 'refused' in counted ? NONE : counted;
    } finally {
      for (const record of records) record.fill(0);
    }
  });
}

function recordIn(text: Uint8Array | null): VoteRecord | null {
  const record = text && parseReceipt(text);
  text?.fill(0);
  return record;
}

const NONE = { merged: 0 } as const;

/** Ends a closing question: no more votes are taken, they are counted, and the totals take the place of all else (R7). */
export function close(deps: StoreDeps, code: string, now: number): Promise<Snapshot | Refused> {
  return attempt(deps, code, async (entry) => {
    const open = openOf(entry.room);
    const early = step(entry.room, { type: 'closed', tablets: noAnswers({ options: [] }) }, now);
    if ('refused' in early) return early;
    if (!open) return NO_ROOM;
    const reply = await deps.link.run(
      scripts.count,
      [roomKey(entry.room.id), ballotsKey(entry.room.id, pairOf(open))],
      [versionText(entry.version), countedBy(open.question.picks)],
    );
    if (!Array.isArray(reply)) return STALE;
    const stepped = step(
      entry.room,
      { type: 'closed', tablets: tallyOf(open.question, reply as readonly (string | number)[]) },
      now,
    );
    if ('refused' in stepped || stepped.room.state === 'finished') return NO_ROOM;
    const written = await deps.rooms.write(entry, {
      room: stepped.room,
      spent: pairOf(open),
      now,
    });
    return written === STALE ? STALE : snapshotOf(written);
  });
}

async function count(
  { link, known }: StoreDeps,
  entry: Entry,
  { open, records }: { readonly open: Open; readonly records: readonly VoteRecord[] },
): Promise<{ readonly merged: number } | Refused | typeof STALE> {
  const { id } = entry.room;
  const keys = [roomKey(id), newsChannel(id), ballotsKey(id, pairOf(open))];
  const width = answerWidth(open.question);
  const given = records.map((record) => ({
    ballot: ballotOf(record),
    n: String(changeIn(record)),
    answer: answerOf(record, width),
  }));
  const reply = await link
    .run(scripts.vote, keys, [
      versionText(entry.version),
      ...given.flatMap(({ ballot, n, answer }) => [ballot, n, answer]),
    ])
    .finally(() => {
      for (const { ballot, answer } of given) for (const bytes of [ballot, answer]) bytes.fill(0);
    });
  if (reply === 'counted') return NOT_OPEN;
  if (!Array.isArray(reply)) return STALE;
  const [taken, answers, ...each] = reply as readonly (string | number)[];
  known.learn({ ...entry, room: withTaken(entry.room, Number(taken)), answers: Number(answers) });
  return { merged: each.filter((isCounted) => isCounted === 1).length };
}

/** Filled up with spaces to one length: how long an answer is would else be in a string, among what goes to Valkey. */
function answerOf(record: VoteRecord, width: number): Buffer {
  const answer = ownBytes(width).fill(0x20);
  for (let at = 0; at < width && (record[ANSWER_AT + at] ?? 0) !== 0; at += 1) {
    answer[at] = record[ANSWER_AT + at] ?? 0;
  }
  return answer;
}

function ballotOf(record: VoteRecord): Buffer {
  const ballot = ownBytes(BALLOT_BYTES);
  ballot.set(ballotIn(record));
  return ballot;
}

/** Outside the heap, as a small `Buffer.alloc` is not. */
function ownBytes(length: number): Buffer {
  return Buffer.from(openBytes(length).buffer);
}

/** The totals as the script has counted them; what the question does not offer is left out. */
function tallyOf(
  { options }: Open['question'],
  [answering, passes, ...chosen]: readonly (string | number)[],
): TabletCount {
  const often = new Map(
    Array.from({ length: chosen.length / 2 }, (_, at) => [
      String(chosen[2 * at]),
      Number(chosen[2 * at + 1]),
    ]),
  );
  const chose = Object.fromEntries(options.map(({ id }) => [id, often.get(id) ?? 0]));
  return { answering: Number(answering), chose, passes: Number(passes) };
}

function countedBy(picks: Picks): string {
  switch (picks) {
    case 'one':
    case 'order':
      return 'first';
    case 'several':
      return 'each';
  }
}
