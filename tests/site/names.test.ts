import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LessonCard } from '../../src/outputs/library/lesson-card.ts';
import type { OpenedRoom, StaffView } from '../../src/room/protocol.ts';
import { ask, json } from '../server/ask.ts';
import { openSchool, type School } from '../server/school.ts';

const lesson = `---
title: What {Sam} can do
summary: "{Sam} is pushed."
on the board: A day with {Sam}
names: [Sam, Alex]
---
### What is {Alex} doing?

![{Alex} types](a.svg) {Sam} said no. Code has \`{Sam}\`.

Notes:
“{Sam} is fine.”

::: choice how character
How is {Sam}?
- {Sam} is well
- Not well
:::
`;

let school: School;
beforeAll(async () => {
  school = await openSchool({ 'lessons/named.md': lesson });
});
afterAll(() => school.close());

const open = (names?: unknown) =>
  ask(`${school.staff}api/rooms`, {
    method: 'POST',
    body: { lesson: 'named', pupils: 30, devices: false, ...(names !== undefined && { names }) },
  });

async function asked(names?: unknown): Promise<unknown> {
  const { code, roomKey } = json<OpenedRoom>(await open(names));
  const headers = { authorization: `Bearer ${roomKey}` };
  const step = { method: 'POST', headers, body: { type: 'ask', question: 'how' } };
  const { poll } = json<StaffView>(await ask(`${school.staff}api/rooms/${code}/steps`, step));
  return poll?.question;
}

test('a room asks its questions with the names of today, for as long as it lives', async () => {
  expect(await asked({ Sam: 'Kit', Robin: 'Bo' })).toMatchObject({
    prompt: 'How is Kit?',
    options: [{ text: 'Kit is well' }, { text: 'Not well' }],
  });
  expect(await asked()).toMatchObject({ prompt: 'How is Sam?' });
});

test.for([
  [{ Sam: '' }, 400],
  [{ Sam: '<b>' }, 400],
  [{ Sam: 'Alex' }, 400],
  [{ Sam: 'x'.repeat(21) }, 400],
  [{ Sam: 3 }, 400],
  ['Kit', 400],
  [[], 400],
  [{ Robin: 'Bo' }, 201],
])('a room asked for with the names %j is answered %i', async ([names, status]) => {
  expect((await open(names)).status).toBe(status);
});

test('pages are served with the lesson’s own names, each where a script can change it, and code as it is', async () => {
  const board = (await ask(`${school.staff}board/named/`)).text;
  const [page = '', data = ''] = board.split('<script type="application/json"');
  expect(page).toContain('<h2>What is <span data-character="Alex">Alex</span> doing?</h2>');
  expect(page).toContain('alt="Alex types" data-named-alt="{Alex} types"');
  expect(page).toContain('<code>{Sam}</code>');
  expect(page).toContain('<title>A day with Sam</title>');
  const deck = (await ask(`${school.staff}present/named/deck.json`)).text;
  expect(deck).toContain('<code>{Sam}</code>');
  expect(deck).toContain(String.raw`alt=\"Alex types\" data-named-alt=\"{Alex} types\"`);
  expect((await ask(`${school.staff}present/named/notes.json`)).text).toContain(
    String.raw`“<span data-character=\"Sam\">Sam</span> is fine.”`,
  );
  expect(data).toContain('How is {Sam}?');
  for (const path of ['lesson/named/', 'print/named/worksheet/']) {
    const text = (await ask(school.staff + path)).text.replaceAll(
      /<code>.*?<\/code>| data-named-[a-z-]+="[^"]*"/gs,
      '',
    );
    expect([path, /\{(?:Sam|Alex)\}/.exec(text)]).toEqual([path, null]);
    expect(text).toContain('How is <span data-character="Sam">Sam</span>?');
  }
  const [card] = json<readonly LessonCard[]>(await ask(`${school.staff}lessons.json`)).filter(
    ({ slug }) => slug === 'named',
  );
  expect(card).toMatchObject({
    title: 'What Sam can do',
    summary: 'Sam is pushed.',
    boardTitle: 'A day with Sam',
  });
});
