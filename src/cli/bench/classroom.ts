import type { Question } from '../../poll/question.ts';
import type { OpenedRoom, Seat, StaffView, Step } from '../../room/protocol.ts';
import type { Served } from './served.ts';

/** A room of the first lesson, opened for pupils' devices. */
export type Classroom = OpenedRoom & {
  readonly lesson: string;
  /** The pupils' door. */
  readonly door: string;
  /** The lesson's questions by their ids. */
  readonly questions: readonly Pick<Question, 'id' | 'options' | 'picks' | 'paired'>[];
  step(step: Step): Promise<StaffView>;
  seat(): Promise<Seat>;
};

/** Opens a room for as many pupils on a server that is running. */
export async function openClassroom(served: Served, pupils: number): Promise<Classroom> {
  const lesson = await firstLesson(served);
  const staff = `${served.address}api/rooms`;
  const opened = await send<OpenedRoom>(staff, { lesson, pupils, devices: true });
  const door = await served.pupils();
  const questions = await read<Classroom['questions']>(
    `${served.address}present/${lesson}/questions.json`,
  );
  return {
    ...opened,
    lesson,
    door,
    questions,
    step: (step) => send<StaffView>(`${staff}/${opened.code}/steps`, step, opened.roomKey),
    seat: () => send<Seat>(`${door}api/rooms/${opened.code}/seats`, {}),
  };
}

/** The name of the first lesson that the library lists. */
export async function firstLesson({ address }: Served): Promise<string> {
  const lessons = await read<readonly { readonly slug: string }[]>(`${address}lessons.json`);
  const first = lessons[0];
  if (first === undefined) throw new Error('there is no lesson');
  return first.slug;
}

async function send<Answer>(url: string, body: unknown, key = ''): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
  };
  return readAnswer(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function read<Answer>(url: string): Promise<Answer> {
  return readAnswer(await fetch(url));
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  }
  return (await response.json()) as Answer;
}
