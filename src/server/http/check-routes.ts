import type { CheckReply, CheckWords } from '../../outputs/home/room-check.ts';
import { withNames } from '../../lesson/names.ts';
import {
  answer,
  BAD_SHAPE,
  NO_LESSON,
  refuse,
  refuseAs,
  TOO_MANY,
  type Answer,
  type Asked,
} from './answer.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import { wireEvent } from './event-stream.ts';
import { LIMITS } from '../rooms/limits.ts';
import { HERE } from '../rooms/room-check.ts';
import { parseCheck } from './shapes.ts';

const NO_CHECK = refuse(
  404,
  'no-check',
  'No check is under way. Ask the teacher to press “Try one tablet”.',
);

/** `POST /api/room-check`: opens the pupils' door and begins to look out for one tablet. */
export async function startCheck(rooms: Classrooms, { body }: Asked): Promise<Answer> {
  const lesson = parseCheck(body);
  if (lesson === null) return BAD_SHAPE;
  if ((await rooms.lessons.one(lesson)) === null) return NO_LESSON;
  const shut = await rooms.door.open();
  if (shut !== null) return refuseAs(shut);
  return tell(rooms, await rooms.check.start(lesson));
}

/** `GET /api/room-check/:code`: whether a tablet has been there. */
export async function seeCheck(rooms: Classrooms, { code }: Asked): Promise<Answer> {
  return tell(rooms, code);
}

async function tell({ check, door }: Classrooms, code: string): Promise<Answer> {
  const address = `${door.address().typed}/check${code === HERE ? '' : `/${code.toLowerCase()}`}`;
  return answer(200, {
    code,
    address,
    isReached: await check.isReached(code),
  } satisfies CheckReply);
}

/** `GET /api/room-check/:code/words`: the words that pupils' tablets would be sent in the lesson, so that a filter can object now and not then. */
export async function checkWords(rooms: Classrooms, { code }: Asked): Promise<Answer> {
  const words = await wordsOf(rooms, code);
  return words === null ? refuseCheck(rooms) : answer(200, words);
}

/** `GET /api/room-check/:code/events`: the same words as a stream, which ends with them. */
export async function checkEvents(rooms: Classrooms, { code }: Asked): Promise<Answer> {
  const words = await wordsOf(rooms, code);
  if (words === null) return refuseCheck(rooms);
  return {
    start(send) {
      send(wireEvent(JSON.stringify(words)), true);
      return () => {};
    },
  };
}

/** `POST /api/room-check/:code/reached`: a tablet has seen all of it. Nothing of the request is looked at. */
export async function reached(rooms: Classrooms, { code }: Asked): Promise<Answer> {
  if ((await rooms.check.lesson(code)) === null) return refuseCheck(rooms);
  await rooms.check.reach(code);
  return answer(200, {});
}

// A check that is under way is always served, whatever else is asked for (R19).
function refuseCheck({ limits }: Classrooms): Answer {
  return limits.take('wrong check', LIMITS.wrongChecks) ? NO_CHECK : TOO_MANY;
}

async function wordsOf({ check, lessons }: Classrooms, code: string): Promise<CheckWords | null> {
  const slug = await check.lesson(code);
  const file = slug === null ? null : await lessons.one(slug);
  if (file === null) return null;
  const { questions, names } = file.lesson;
  return {
    questions: withNames(questions, names).map(({ prompt, options }) => ({
      prompt,
      options: options.map(({ text }) => text).filter((text) => text !== ''),
    })),
  };
}
