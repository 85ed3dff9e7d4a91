import { readFileSync } from 'node:fs';
import { filesIn } from '../files-in.ts';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Reply } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, NOTE, openSchool, STAFF, teach, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('a teacher’s note reaches the presenter and the plan, what the plan says to the teacher alone the plan, and nothing that the board’s page or the pupils’ door serves', async () => {
  const room = await teach(school);
  for (const path of [`lesson/${LESSON}/`, `present/${LESSON}/notes.json`]) {
    expect((await ask(school.staff + path)).text).toContain(NOTE);
  }
  expect((await ask(`${school.staff}lesson/${LESSON}/`)).text.split(STAFF)).toHaveLength(10);
  for (const path of [
    `board/${LESSON}/`,
    `present/${LESSON}/deck.json`,
    `present/${LESSON}/questions.json`,
    `present/${LESSON}/`,
    `print/${LESSON}/worksheet/`,
    `print/${LESSON}/transcript/`,
    'lessons.json',
    '',
  ]) {
    const { status, text } = await ask(school.staff + path);
    expect([path, status, text.includes(NOTE), text.includes(STAFF)]).toEqual([
      path,
      200,
      false,
      false,
    ]);
  }
  await room.take({ type: 'ask', question: 'law' });
  for (const reply of await allPupilAnswers(school, room.code)) {
    expect(reply.text).not.toMatch(`${NOTE}|${STAFF}`);
  }
});

test('the right answer is not in what the board’s page or the pupils’ door serves', async () => {
  const room = await teach(school);
  await room.take({ type: 'ask', question: 'law' });
  const board = (await ask(`${school.staff}board/${LESSON}/`)).text;
  for (const text of [
    board,
    ...(await allPupilAnswers(school, room.code)).map((reply) => reply.text),
  ]) {
    expect(text).not.toMatch(/"right"|Telling is not telling tales/);
  }
});

test('no answer to a pupil sets a cookie, and no two answers tell one reader from another', async () => {
  const room = await teach(school);
  for (const { headers } of await allPupilAnswers(school, room.code)) {
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['set-cookie']));
  }
  const [one, other] = [
    await ask(school.pupils),
    await ask(school.pupils, { headers: { cookie: 'a=b', 'user-agent': 'x' } }),
  ];
  expect({ ...one.headers, date: '' }).toEqual({ ...other.headers, date: '' });
});

test('a ballot with its answer is found in no file while the question is open, and no ballot of it once it is closed', async () => {
  const room = await teach(school);
  const ballots = [];
  await room.take({ type: 'ask', question: 'feel' });
  for (let pupil = 0; pupil < 10; pupil += 1) {
    const ballot = ballotOf(await room.seat(), 'feel');
    ballots.push(ballot);
    await ask(`${school.pupils}api/rooms/${room.code}/questions/feel/ballot`, {
      method: 'PUT',
      body: { round: 1, ballot, n: 1, answer: 'b' },
    });
  }
  const open = filesOf(school.dataDir);
  for (const ballot of ballots) {
    expect(open.some((text) => text.includes(ballot))).toBe(true);
    for (const text of open) expect(answerBeside(text, ballot)).toBe(false);
  }
  await room.take({ type: 'close' });
  const events = await openEvents(`${school.pupils}api/rooms/${room.code}/events`);
  while ((await events.next<{ state: string }>()).state !== 'closed');
  events.stop();
  for (const text of filesOf(school.dataDir)) {
    expect(ballots.filter((ballot) => text.includes(ballot))).toEqual([]);
  }
});

test('nothing of a finished room is left in any file', async () => {
  const other = await openSchool();
  const room = await teach(other);
  const { ballots } = await room.seat();
  await room.take({ type: 'finish' });
  for (const text of filesOf(other.dataDir)) {
    expect(text).not.toContain(room.code);
    expect(ballots.filter(({ ballot }) => text.includes(ballot))).toEqual([]);
  }
  await other.close();
});

/** Every kind of answer that the pupils' door gives. */
async function allPupilAnswers({ pupils }: School, code: string): Promise<readonly Reply[]> {
  const seat = await ask(`${pupils}api/rooms/${code}/seats`, { method: 'POST' });
  const gets = [
    '',
    'assets/join-1.js',
    'nothing',
    'favicon.ico',
    `api/rooms/${code}/view`,
    `api/rooms/${code}/record`,
  ];
  const answers = await Promise.all(gets.map((path) => ask(pupils + path)));
  const { ballots } = JSON.parse(seat.text) as Awaited<
    ReturnType<Awaited<ReturnType<typeof teach>>['seat']>
  >;
  const body = {
    round: 1,
    ballot: ballotOf({ pass: '', ballots, box: [] }, 'law'),
    n: 1,
    answer: 'a',
  };
  const vote = await ask(`${pupils}api/rooms/${code}/questions/law/ballot`, {
    method: 'PUT',
    body,
  });
  const receipts = await ask(`${pupils}api/rooms/${code}/receipts`, {
    method: 'POST',
    body: { receipts: [] },
  });
  return [seat, vote, receipts, ...answers];
}

function filesOf(folder: string): readonly string[] {
  return filesIn(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
}

/** True where one of the record's next bytes after a ballot is an answer rather than the next ballot's own record. */
function answerBeside(text: string, ballot: string): boolean {
  return [...text.matchAll(new RegExp(`${ballot}.{0,12}`, 'gs'))].some(([found]) =>
    /"answer"|^.{43}[\s\S]{0,4}"b"/.test(found),
  );
}
