import {
  joinPhoneSchema,
  newPhoneSchema,
  phoneCommandSchema,
  phoneViewSchema,
} from '../../room/phone-protocol.ts';
import { readAs } from '../../text/schema.ts';
import { answer, BAD_SHAPE, refuse, TOO_MANY, type Answer, type Asked } from './answer.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import { LIMITS } from '../rooms/limits.ts';

const NO_LINE = refuse(
  404,
  'no-such-phone',
  'There is no lesson with this code and these words. Check them on the laptop.',
);
const LOCKED = refuse(403, 'locked', 'Wrong words came too often. Make a new code on the laptop.');
const CUT = refuse(
  403,
  'cut',
  'This phone is not connected any more. Get a new code on the laptop.',
);
const AWAY = refuse(409, 'desk-away', 'The laptop does not answer. Nothing was done.');

/** `POST /api/phones {minutes}`: opens a line for a phone, for the desk of a lesson that has so many minutes left. */
export async function openPhone({ phones }: Classrooms, { body }: Asked): Promise<Answer> {
  const wanted = readAs(newPhoneSchema, body);
  if (wanted === null) return BAD_SHAPE;
  const opened = phones.open(wanted.minutes);
  return opened === null ? TOO_MANY : answer(201, opened);
}

/** `POST /api/phones/join {code, words}`: a phone's key. Guesses at codes are few a second by all together, and wrong words few for one code (R43). */
export async function joinPhone({ phones, limits }: Classrooms, { body }: Asked): Promise<Answer> {
  const typed = readAs(joinPhoneSchema, body);
  if (typed === null) return BAD_SHAPE;
  const joined = phones.join(typed.code, typed.words);
  if ('key' in joined) return answer(200, joined);
  if (joined.no === 'locked') return LOCKED;
  return limits.take('wrong phone', LIMITS.wrongPhones) ? NO_LINE : TOO_MANY;
}

/** `PUT …/view`: what the phone is to show. */
export async function showPhone({ phones }: Classrooms, asked: Asked): Promise<Answer> {
  const view = readAs(phoneViewSchema, asked.body);
  if (view === null) return BAD_SHAPE;
  const desk = phones.desk(asked.code, asked.key);
  return desk === null ? CUT : answer(200, { phone: desk.show(view) });
}

/** `GET …/commands?after=N:PRESENCE`: what was pressed on the phone after command N, or that a phone is there or not, as soon as there is news, or after 25 seconds. */
export async function takeFromPhone(
  { phones }: Classrooms,
  { code, key, after, gone }: Asked,
): Promise<Answer> {
  const desk = phones.desk(code, key);
  return desk === null ? CUT : answer(200, await desk.next(...readAfter(after), gone));
}

/** `POST …/end`: cuts the phone off, and ends the line. */
export async function endPhone({ phones }: Classrooms, { code, key }: Asked): Promise<Answer> {
  const desk = phones.desk(code, key);
  if (desk === null) return CUT;
  desk.end();
  return answer(200, {});
}

/** `GET …/view?after=N:DESK`: the phone's view after view N, or that the desk is there or not. */
export async function seePhone(
  { phones }: Classrooms,
  { code, key, after, gone }: Asked,
): Promise<Answer> {
  const phone = phones.phone(code, key);
  return phone === null ? CUT : answer(200, await phone.next(...readAfter(after), gone));
}

/** `POST …/commands`: what was pressed on the phone; sent twice with one id, it is done once. */
export async function pressPhone({ phones }: Classrooms, asked: Asked): Promise<Answer> {
  const command = readAs(phoneCommandSchema, asked.body);
  if (command === null) return BAD_SHAPE;
  const phone = phones.phone(asked.code, asked.key);
  if (phone === null) return CUT;
  return phone.send(command) ? answer(202, {}) : AWAY;
}

function readAfter(after: string): [number, string] {
  const [n = '', rest = ''] = after.split(':');
  return [/^\d{1,9}$/.test(n) ? Number(n) : -1, rest];
}
