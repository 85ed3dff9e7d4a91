import type { ReadingView } from '../../outputs/reading/reading.ts';
import { parseVote } from '../../room/parse-vote.ts';
import type { Seat } from '../../room/protocol.ts';
import { entryRefusal } from '../../room/room.ts';
import { checksumOf } from '../../room/vote-record.ts';
import { pupilView as viewForPupils, recordView } from '../../room/views.ts';
import { answer, BAD_SHAPE, refuseAs, TOO_MANY, type Answer, type Asked } from './answer.ts';
import { findRoom, refuseEntry, type Classrooms } from '../rooms/classrooms.ts';
import { LIMITS } from '../rooms/limits.ts';
import { nextView } from './long-poll.ts';
import { parsePost, parseReceipts, parseSeat } from './shapes.ts';

/** `POST seats {pass?}`: a seat with its ballots; nothing is asked and nothing is noted. */
export async function seat(rooms: Classrooms, { code, body }: Asked): Promise<Answer> {
  const found = await findRoom(rooms, code);
  if ('refusal' in found) return found.refusal;
  const seated = await rooms.store.seat(code, rooms.now(), parseSeat(body));
  return 'refused' in seated ? refuseAs(seated) : answer(201, seated satisfies Seat);
}

/** `GET events`: the pupil view now and after every step, as a stream. */
export async function pupilEvents(rooms: Classrooms, { code }: Asked): Promise<Answer> {
  const found = await findRoom(rooms, code);
  if ('refusal' in found) return found.refusal;
  if (rooms.hub.isFull(found, 'pupils')) return TOO_MANY;
  return {
    start: (send) =>
      rooms.hub.listen(found, 'pupils', ({ view, event }) =>
        send(event, view.state === 'finished' || view.state === 'reset'),
      ),
  };
}

/** `GET view?after=N`: the pupil view as soon as it is not view N, or as it is after 25 seconds. */
export async function pupilView(rooms: Classrooms, { code, after, gone }: Asked): Promise<Answer> {
  const found = await findRoom(rooms, code);
  if ('refusal' in found) return found.refusal;
  // A client that takes every place to listen must not shut the others out: they are answered
  // without waiting.
  if (rooms.hub.isFull(found, 'pupils')) return answer(200, viewForPupils(found.room));
  return answer(
    200,
    await nextView(rooms.hub, found, {
      audience: 'pupils',
      isNew: ({ n }) => String(n) !== after,
      gone,
    }),
  );
}

/** `GET record`: what is stored of a room, by name, for anyone who has its code. */
export async function pupilRecord(rooms: Classrooms, { code }: Asked): Promise<Answer> {
  const found = await findRoom(rooms, code);
  return 'refusal' in found ? found.refusal : answer(200, recordView(found.room));
}

/** `GET reading?after=N`: the slides shown so far as soon as the room is not at step N, or after 25 seconds; it takes no seat and counts nothing (R16). */
export async function reading(rooms: Classrooms, { code, after, gone }: Asked): Promise<Answer> {
  const found = await findRoom(rooms, code);
  if ('refusal' in found) return found.refusal;
  const { room } = found;
  if (String(room.n) === after && !rooms.hub.isFull(found, 'pupils')) {
    await nextView(rooms.hub, found, {
      audience: 'pupils',
      isNew: ({ n }) => String(n) !== after,
      gone,
    });
  }
  const now = await rooms.store.read(code);
  const refused =
    now === null || now.room.state === 'finished' ? null : entryRefusal(now.room, code);
  if (refused) return refuseAs(refused);
  return answer(
    200,
    now === null
      ? ({ state: 'finished', n: room.n + 1 } satisfies ReadingView)
      : await rooms.readings(now.room),
  );
}

/** `PUT ballot`: counts a vote and answers with its sealed receipt. */
export async function cast(rooms: Classrooms, { code, question, body }: Asked): Promise<Answer> {
  const record = body instanceof Uint8Array ? parseVote(body) : null;
  if (record === null) return BAD_SHAPE;
  try {
    if (!rooms.limits.take(`ballot ${checksumOf(record)}`, LIMITS.ballot)) return TOO_MANY;
    const counted = await rooms.store.cast({ code, question, record }, rooms.now());
    return 'refused' in counted ? refuseEntry(rooms, counted, code) : answer(200, counted);
  } finally {
    record.fill(0);
  }
}

/** `POST box`: puts a note into the question box; 202 once it is written down. */
export async function post(rooms: Classrooms, { code, body }: Asked): Promise<Answer> {
  const posted = parsePost(body);
  if (posted === null) return BAD_SHAPE;
  if (!rooms.limits.take(`ballot ${posted.ballot}`, LIMITS.ballot)) return TOO_MANY;
  const taken = await rooms.store.post(code, posted, rooms.now());
  return 'refused' in taken ? refuseEntry(rooms, taken, code) : answer(202, {});
}

/**
 * `POST receipts`: counts again what pages were given receipts for before a restart. The answer
 * does not say what a receipt was worth: to the next pupil with the tablet it looks like a dummy
 * (R10).
 */
export async function receipts(rooms: Classrooms, { code, body }: Asked): Promise<Answer> {
  const handedIn = parseReceipts(body);
  if (handedIn === null) return BAD_SHAPE;
  const merged = await rooms.store.merge(code, handedIn, rooms.now());
  return 'refused' in merged ? refuseEntry(rooms, merged, code) : answer(200, {});
}
