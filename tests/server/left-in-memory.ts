import type { OpenedRoom, Receipt, Seat, StaffView, Step } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { eachPartOf, openFinder, processesOf } from './process-memory.ts';
import { ballotOf } from './school.ts';
import type { Apart } from './serve-apart.ts';

/** What is found of a class in the memory of a program: how many pupils' ballots, and which of them lie beside what they answered. */
export type Left = {
  /** Pupils whose ballot and answer lie within `REACH` bytes of each other. */
  readonly beside: number;
  readonly ballots: number;
  readonly answers: number;
  /** How often the receipt key that was asked for is left, in letters or as the 32 bytes that they stand for. */
  readonly keys: number;
};

/** A pupil as the measuring knows one: ballots, and an answer that no one else gave, by question. */
export type Known = { readonly seat: Seat; readonly answers: Readonly<Record<string, string>> };

/** Bytes between a ballot and an answer that still count as beside each other. */
const REACH = 512;

/** The name of the lesson that the measuring needs, and its text: orders of five have an answer for everyone. */
export const MEMORY_LESSON = 'memory';
export const memoryLesson = `---
title: Orders
on the board: Orders
summary: Put them in order.
stage: KS3
minutes: 20
---

# Orders

## Ask (10 min)
${['first', 'second']
  .map(
    (id) => `::: order ${id} character
What comes ${id}?
- One
- Two
- Three
- Four
- Five
:::
`,
  )
  .join('\n')}`;

/** An order of the letters a to e for each number below 120. */
function orderOf(at: number): string {
  const left = [...'abcde'];
  let rest = at;
  const picked = [24, 6, 2, 1, 1].map((size) => {
    const place = Math.floor(rest / size);
    rest %= size;
    return left.splice(place, 1)[0] ?? '';
  });
  return picked.join(',');
}

/** A room at a server in a process of its own, and its class. */
export type MemoryClass = Taken & {
  /** The same room at another server. */
  at(server: Apart): Taken;
  readonly room: OpenedRoom;
  readonly known: readonly Known[];
};

/** What a class and its teacher do. */
type Taken = {
  take(step: Step): Promise<StaffView>;
  /** Everyone answers; the receipts. */
  vote(question: string): Promise<readonly string[]>;
  handIn(receipts: readonly string[]): Promise<void>;
  /** Resolves when the question is closed. */
  close(): Promise<void>;
};

/** Opens a room and seats as many as it has seats for, so that no ballot is one that no one knows. */
export async function openMemoryClass(server: Apart, pupils: number): Promise<MemoryClass> {
  const body = { lesson: MEMORY_LESSON, pupils, devices: true };
  const room = json<OpenedRoom>(await ask(`${server.staff}api/rooms`, { method: 'POST', body }));
  const known: Known[] = [];
  for (;;) {
    const reply = await ask(`${server.pupils}api/rooms/${room.code}/seats`, { method: 'POST' });
    if (reply.status !== 201) break;
    known.push({
      seat: json<Seat>(reply),
      answers: { first: orderOf(3 * known.length + 7), second: orderOf(3 * known.length + 11) },
    });
  }
  const at = (one: Apart) => takeAt(one, room, known);
  return { room, known, at, ...at(server) };
}

function takeAt(
  { staff, pupils }: Apart,
  { code, roomKey }: OpenedRoom,
  known: readonly Known[],
): Taken {
  const headers = { authorization: `Bearer ${roomKey}` };
  const api = `${pupils}api/rooms/${code}`;
  const take = async (step: Step) =>
    json<StaffView>(
      await ask(`${staff}api/rooms/${code}/steps`, { method: 'POST', headers, body: step }),
    );
  return {
    take,
    async vote(question) {
      const receipts: string[] = [];
      for (const { seat, answers } of known) {
        const vote = {
          round: 1,
          ballot: ballotOf(seat, question),
          n: 1,
          answer: answers[question] ?? '',
        };
        receipts.push(
          json<Receipt>(
            await ask(`${api}/questions/${question}/ballot`, { method: 'PUT', body: vote }),
          ).receipt,
        );
      }
      return receipts;
    },
    async handIn(receipts) {
      await ask(`${api}/receipts`, { method: 'POST', body: { receipts } });
    },
    async close() {
      const events = await openEvents(`${staff}api/rooms/${code}/staff`, headers);
      await take({ type: 'close' });
      while ((await events.next<StaffView>()).poll?.state !== 'closed');
      events.stop();
    },
  };
}

/** Looks once through the memory of a program, and of all that it started, for what a class answered and for a receipt key. */
export function whatIsLeft(
  pid: number,
  known: readonly Known[],
  { question, key = null }: { readonly question: string; readonly key?: string | null },
): Left {
  const ballots = known.map(({ seat }) => ballotOf(seat, question));
  const answers = known.map((one) => one.answers[question] ?? '');
  const keys = key === null ? [] : [key, Buffer.from(key, 'base64url').toString('latin1')];
  const [find, size] = [openFinder([...ballots, ...answers, ...keys]), known.length];
  const seen = {
    beside: new Set<number>(),
    ballots: new Set<number>(),
    answers: new Set<number>(),
  };
  let keysSeen = 0;
  eachPartOf(processesOf(pid), (part) => {
    const places = new Map<number, number[]>();
    find(part, (text, at) => {
      if (text >= 2 * size) keysSeen += 1;
      else places.set(text, [...(places.get(text) ?? []), at]);
    });
    for (const pupil of known.keys()) {
      const [ofBallot, ofAnswer] = [places.get(pupil) ?? [], places.get(pupil + size) ?? []];
      if (ofBallot.length > 0) seen.ballots.add(pupil);
      if (ofAnswer.length > 0) seen.answers.add(pupil);
      if (ofBallot.some((at) => ofAnswer.some((other) => Math.abs(at - other) <= REACH))) {
        seen.beside.add(pupil);
      }
    }
  });
  return {
    beside: seen.beside.size,
    ballots: seen.ballots.size,
    answers: seen.answers.size,
    keys: keysSeen,
  };
}
