import * as v from 'valibot';
import type { Question } from '../../poll/question.ts';
import { question } from '../../poll/question-schema.ts';
import {
  openedRoomSchema,
  staffViewSchema,
  type OpenedRoom,
  type Seat,
  type StaffView,
  type Step,
} from '../../room/protocol.ts';
import { whole, type Schema } from '../../text/schema.ts';
import type { Served } from './served.ts';

/** A room of the first lesson, opened for pupils' devices. */
export type Classroom = OpenedRoom & {
  readonly lesson: string;
  /** The pupils' door. */
  readonly door: string;
  /** The lesson's questions by their ids. */
  readonly questions: readonly Pick<Question, 'id' | 'options' | 'picks' | 'paired'>[];
  step(step: Step): Promise<StaffView>;
  seat(): Promise<Ballots>;
};

/** Of a seat, the rights to answer that come with it. */
export type Ballots = Pick<Seat, 'ballots'>;

/** How a seat's rights are read from an answer. */
export const ballotsSchema: Schema<Ballots> = v.object({
  ballots: v.array(v.object({ question: v.string(), round: whole, ballot: v.string() })),
});

/** Opens a room for as many pupils on a server that is running. */
export async function openClassroom(served: Served, pupils: number): Promise<Classroom> {
  const lesson = await firstLesson(served);
  const staff = `${served.address}api/rooms`;
  const opened = await send(openedRoomSchema, staff, { body: { lesson, pupils, devices: true } });
  const door = await served.pupils();
  const questions = await readQuestions(served, lesson);
  return {
    ...opened,
    lesson,
    door,
    questions,
    step: (step) =>
      send(staffViewSchema, `${staff}/${opened.code}/steps`, {
        body: step,
        key: opened.roomKey,
      }),
    seat: () => send(ballotsSchema, `${door}api/rooms/${opened.code}/seats`, { body: {} }),
  };
}

/** The name of the first lesson that the library lists. */
export async function firstLesson({ address }: Served): Promise<string> {
  const listed = v.array(v.object({ slug: v.string() }));
  const first = (await readFrom(listed, `${address}lessons.json`))[0];
  if (first === undefined) throw new Error('there is no lesson');
  return first.slug;
}

/** The questions of a lesson. */
function readQuestions({ address }: Served, lesson: string): Promise<readonly Question[]> {
  return readFrom(v.array(question), `${address}present/${lesson}/questions.json`);
}

type Posted = { readonly body: unknown; readonly key?: string };

async function send<Answer>(
  schema: Schema<Answer>,
  url: string,
  { body, key }: Posted,
): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  };
  const posted = { method: 'POST', headers, body: JSON.stringify(body) };
  return readAnswer(schema, await fetch(url, posted));
}

/** What is served at an address, read by a schema; rejects where it is refused, or is something else. */
async function readFrom<Answer>(schema: Schema<Answer>, url: string): Promise<Answer> {
  return readAnswer(schema, await fetch(url));
}

async function readAnswer<Answer>(schema: Schema<Answer>, response: Response): Promise<Answer> {
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  }
  return v.parse(schema, await response.json());
}
