import { randomBytes } from 'node:crypto';
import { allowsCamera } from '../../subjects/pack.ts';
import { todaysNames, withNames } from '../../lesson/names.ts';
import { makePhrase } from '../../room/phrase.ts';
import type { NewRoom, OpenedRoom, StaffView, StampedView, Step } from '../../room/protocol.ts';
import type { Room } from '../../room/room.ts';
import type { Snapshot } from '../../room/store.ts';
import { recordView, staffView } from '../../room/views.ts';
import type { LessonChange } from '../../outputs/board/lesson-change.ts';
import {
  answer,
  BAD_SHAPE,
  NO_LESSON,
  NO_ROOM,
  refuse,
  refuseAs,
  TOO_MANY,
  type Answer,
  type Asked,
} from './answer.ts';
import { findForStaff, type Classrooms } from '../rooms/classrooms.ts';
import { wireEvent } from './event-stream.ts';
import { nextView } from './long-poll.ts';
import { helpOnDevices, type Lesson } from '../../lesson/lesson.ts';
import type { Opening } from '../../room/store.ts';
import { hashOf, holdsKey, keyFromPhrase } from '../rooms/room-key.ts';
import { parseNewRoom, parseStep } from './shapes.ts';

/** `POST /api/rooms`: opens a room for a lesson, and the pupils' door with it when devices are wanted. */
export async function openRoom(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const { body, session, gone } = asked;
  const wanted = parseNewRoom(body);
  if (wanted === null) return BAD_SHAPE;
  const seconds = rooms.openings.take(session, wanted.pupils);
  if (seconds !== null) return tooManySeats(seconds);
  return (await rooms.openings.inTurn(gone, () => openInTurn(rooms, wanted))) ?? GONE;
}

/** No one reads it. */
const GONE = refuse(499, 'gone', 'The page that asked for this has been closed.');

function tooManySeats(seconds: number): Answer {
  const minutes = Math.ceil(seconds / 60);
  const message = `Too many lessons have been started in a short time. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again. Lessons that are running go on.`;
  return { ...refuse(429, 'too-many-rooms', message), retryAfter: seconds };
}

async function openInTurn(rooms: Classrooms, wanted: NewRoom): Promise<Answer> {
  const file = await rooms.lessons.one(wanted.lesson);
  if (file === null) return NO_LESSON;
  const names = todaysNames(file.lesson.names, wanted.names);
  if (names === null) {
    return refuse(
      400,
      'bad-names',
      'The characters cannot be called this. Change their names on the lesson’s page.',
    );
  }
  const shut = wanted.devices ? await rooms.door.open() : null;
  if (shut !== null) return refuseAs(shut);
  const phrase = makePhrase(randomBytes);
  const roomKey = await keyFromPhrase(phrase, wanted.lesson);
  const opened = await rooms.store.create(
    {
      ...wanted,
      names,
      ...helpFor(file.lesson),
      questions: withNames(file.lesson.questions, names),
      keyHash: hashOf(roomKey).toString('base64url'),
    },
    rooms.now(),
  );
  if ('refused' in opened) return refuseAs(opened);
  const text = await rooms.own.read(wanted.lesson).catch(() => null);
  if (text !== null) await rooms.history.taught(text);
  return answer(201, {
    code: opened.room.code,
    roomKey,
    address: wanted.devices ? rooms.door.address().typed : '',
    phrase,
  } satisfies OpenedRoom);
}

// Left out where it is as in every room.
function helpFor(lesson: Lesson): Pick<Opening, 'help'> {
  const help = helpOnDevices(lesson);
  return help === undefined ? {} : { help };
}

/** `POST steps`: takes a step of the teacher who holds the room's key. */
export async function step(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const found = await findOwn(rooms, asked);
  if ('refusal' in found) return found.refusal;
  const taken = parseStep(asked.body);
  if (taken === null) return BAD_SHAPE;
  if (taken.type === 'cards' && !(await allowsCards(rooms, found.room.lesson))) return NO_CAMERA;
  const seats = newSeatsOf(taken, found.room);
  const seconds = seats > 0 ? rooms.openings.take(asked.session, seats) : null;
  if (seconds !== null) return tooManySeats(seconds);
  const shut = taken.type === 'devices' ? await rooms.door.open() : null;
  if (shut !== null) return refuseAs(shut);
  const stepped = await rooms.store.update(found.room.id, taken, rooms.now());
  if ('refused' in stepped) return refuseAs(stepped);
  rooms.timers.follow(stepped);
  return answer(200, staffView(stepped, rooms.door.address()));
}

/** Seats that get ballots by a step: what a large room costs when it is opened, it costs again. */
function newSeatsOf(taken: Step, room: Room): number {
  if (room.state === 'finished') return 0;
  if (taken.type === 'reset-seats') return room.seats.cap;
  return taken.type === 'pupils' ? taken.pupils - room.pupils : 0;
}

const NO_CAMERA = refuse(409, 'no-camera', 'No camera reads cards in lessons of this subject.');

// Whatever page asks for it (TEACHING 0.16).
async function allowsCards({ lessons }: Classrooms, slug: string): Promise<boolean> {
  const file = await lessons.one(slug);
  return file !== null && allowsCamera(file.lesson.subject.pack);
}

/** `GET staff`: the staff view now and after every change, as a stream. */
export async function staffEvents(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const found = await findOwn(rooms, asked);
  if ('refusal' in found) return found.refusal;
  if (rooms.hub.isFull(found, 'staff')) return TOO_MANY;
  return {
    start: (send) =>
      rooms.hub.listen(found, 'staff', ({ view, event }) => send(event, view.state === 'finished')),
  };
}

/** `GET staff/view?after=STAMP`: the staff view with its stamp as soon as it is another than this one, or as it is after 25 seconds: for networks that hold streams back. */
export async function staffPoll(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const found = await findOwn(rooms, asked);
  if ('refusal' in found) return found.refusal;
  if (rooms.hub.isFull(found, 'staff')) return TOO_MANY;
  let stamp = '';
  const isNew = (_: unknown, json: string) =>
    (stamp = hashOf(json).toString('base64url')) !== asked.after;
  // The hub gives staff the staff's view.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const view = (await nextView(rooms.hub, found, {
    audience: 'staff',
    isNew,
    gone: asked.gone,
  })) as StaffView;
  return answer(200, { stamp, view } satisfies StampedView);
}

/** `GET record` at the staff door, where a room has its first code for good: what is stored of it, by name. */
export async function record(rooms: Classrooms, { code }: Asked): Promise<Answer> {
  const found = await findForStaff(rooms, code);
  return 'refusal' in found ? found.refusal : answer(200, recordView(found.room));
}

/** `GET changes`: what pages that show a lesson are to know of its file, now and whenever it changes, as a stream; `after` is the stamp of the deck that the page shows. */
export async function lessonChanges(
  { changes }: Classrooms,
  { lesson, after, gone }: Asked,
): Promise<Answer> {
  if (changes.isFull(lesson)) return TOO_MANY;
  const news: LessonChange[] = [];
  let tell = (change: LessonChange): void => void news.push(change);
  const stop = await changes.follow(lesson, (change) => tell(change), after);
  if (gone.aborted) stop?.();
  if (stop === null || gone.aborted) return NO_LESSON;
  return {
    start(send) {
      tell = (change) => send(wireEvent(JSON.stringify(change)), false);
      news.forEach(tell);
      return stop;
    },
  };
}

// Without the limits of the pupils' requests: a pupil who uses those up must not stop the teacher
// from closing.
async function findOwn(
  { store }: Classrooms,
  { code, key }: Asked,
): Promise<Snapshot | { readonly refusal: Answer }> {
  if (key === '') return { refusal: refuse(401, 'no-key', 'This needs the key of the room.') };
  const found = await store.read(code);
  if (found === null) return { refusal: NO_ROOM };
  return holdsKey(found, key)
    ? found
    : { refusal: refuse(403, 'wrong-key', 'This is not the key of the room.') };
}
