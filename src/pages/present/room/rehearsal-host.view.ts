import type { Random } from '../../../poll/ballot.ts';
import type { Question } from '../../../poll/question.ts';
import { openMemoryStore } from '../../../room/memory-store.ts';
import type { Seat } from '../../../room/protocol.ts';
import type { Sealer, Snapshot } from '../../../room/store.ts';
import { pageNow } from './page-clock.view.ts';
import { pretendAnswer } from './pretend-class.ts';
import type { RoomHost } from './room-host.ts';
import { storeHost } from './store-host.view.ts';

const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
// No one comes back with a receipt: no page of a pupil ever hears of this room.
const noReceipts: Sealer = { newKey: () => new Uint8Array(1), seal: () => '', open: () => null };
/** Pretend pupils take between half a second and so many ms more to answer. */
const SLOWEST_MS = 5_000;

/** A room for rehearsing in this page alone: a pretend class sits in it and answers through the same steps and the same disclosure. */
export function rehearsalHost(readQuestions: () => Promise<readonly Question[]>): RoomHost {
  const store = openMemoryStore({ random, sealer: noReceipts, keeper: null });
  let seats: readonly Seat[] = [];
  let asked = '';

  async function begun({ room }: Snapshot): Promise<void> {
    if (room.state === 'finished') return;
    const all = await Promise.all(
      Array.from({ length: room.pupils }, () => store.seat(room.code, pageNow())),
    );
    seats = all.flatMap((seat) => ('refused' in seat ? [] : [seat]));
    asked = '';
  }

  function taken({ room }: Snapshot): void {
    if (room.state !== 'asking') return;
    const { question, round } = room.open;
    const pair = `${room.id} ${round} ${question.id}`;
    if (pair === asked) return;
    asked = pair;
    for (const { ballots } of seats) {
      const ballot =
        ballots.find((one) => one.question === question.id && one.round === round)?.ballot ?? '';
      const vote = {
        code: room.code,
        question: question.id,
        round,
        ballot,
        n: 1,
        answer: pretendAnswer(question, random),
      };
      setTimeout(() => void store.cast(vote, pageNow()), 500 + Math.random() * SLOWEST_MS);
    }
  }

  return storeHost(store, { readQuestions, devices: true, begun, taken });
}

/** One room or the other, by what is said each time. */
export function eitherHost(
  real: RoomHost,
  pretend: RoomHost,
  isRehearsal: () => boolean,
): RoomHost {
  const host = () => (isRehearsal() ? pretend : real);
  return {
    hasDevices: real.hasDevices,
    open: (wanted) => host().open(wanted),
    rejoin: (code, phrase) => real.rejoin(code, phrase),
    step: (room, step) => host().step(room, step),
    record: (room) => host().record(room),
    subscribe: (room, onEvent) => host().subscribe(room, onEvent),
  };
}
