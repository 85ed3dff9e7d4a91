import { expect, test, type Page } from '@playwright/test';
import { NOTE_BYTES, VOTE_BYTES } from '../../src/room/one-length.ts';
import { openWireRecorder, type Crossed, type WireRecorder } from '../server/wire-recorder.ts';
import { heading } from './join-page.ts';
import {
  openRoom,
  openTaughtSchool,
  writeHomeWith,
  type TaughtRoom,
  type TaughtSchool,
} from './taught-school.ts';

const PASS = 'I’d rather not say';

/** What is pressed for each answer to each kind of question: the first and the last option, several, none, an order and another, a pass. */
const questions: Readonly<Record<string, readonly (readonly (string | RegExp)[])[]>> = {
  'how-much': [[/^A/], [/^D/], [PASS]],
  'who-can-help': [
    ['Send: none of these'],
    [/^A/, 'Send'],
    [/^A/, /^B/, /^C/, /^D/, 'Send'],
    [PASS, 'Send'],
  ],
  'how-hard': [[/^1\s/], [PASS], [/^5\s/]],
  'what-happens': [
    [/^A/, /^B/, /^C/, /^D/, 'Send'],
    [PASS, 'Send'],
    [/^D/, /^C/, /^B/, /^A/, 'Send'],
  ],
  'only-strangers': [[PASS], [/^A/], [/^B/]],
};

let school: TaughtSchool;
let wire: WireRecorder;
let room: TaughtRoom;

test.beforeAll(async () => {
  school = await openTaughtSchool('one-length', writeHomeWith('kinds-lesson'));
});
test.afterAll(() => school.kill());
test.beforeEach(async () => {
  wire = await openWireRecorder(school.pupils);
  room = await openRoom(school, 30, 'kinds-lesson');
});
test.afterEach(() => wire.close());

async function comeIn(page: Page): Promise<void> {
  await page.goto(wire.url);
  await expect(page.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(room.code);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'You’re in')).toBeVisible();
}

/** Asks a question as soon as the one before it is closed: pages say so two seconds earlier. */
async function ask(question: string): Promise<void> {
  await expect(() => room.take({ type: 'ask', question })).toPass();
}

async function answer(page: Page, presses: readonly (string | RegExp)[]): Promise<void> {
  for (const name of presses) await page.getByRole('button', { name, exact: true }).click();
  await expect(heading(page, 'Your answer is in')).toBeVisible();
}

const distinct = (all: readonly Crossed[], of: (one: Crossed) => unknown): readonly unknown[] => [
  ...new Set(all.map(of)),
];

test('[R17] sizes on the network say nothing of a vote: all requests are of one length, and all answers', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await comeIn(page);
  for (const [question, answers] of Object.entries(questions)) {
    await ask(question);
    for (const [at, presses] of answers.entries()) {
      if (at > 0) await page.getByRole('button', { name: 'Answer again' }).click();
      await answer(page, presses);
    }
    await room.take({ type: 'close' });
    await expect(heading(page, 'Answers are closed')).toBeVisible({ timeout: 10_000 });
  }
  const votes = wire.crossed('PUT');
  const wanted = Object.entries(questions).flatMap(([question, answers]) =>
    answers.map(() => question),
  );
  expect(votes.map(({ line }) => /questions\/([^/]+)\/ballot/.exec(line)?.[1])).toEqual(wanted);
  expect(
    new Set(votes.map(({ body }) => (JSON.parse(body.toString()) as { answer: string }).answer))
      .size,
  ).toBe(9);
  expect(distinct(votes, ({ body }) => body.length)).toEqual([VOTE_BYTES]);
  expect(distinct(votes, ({ answer: bytes }) => bytes)).toHaveLength(1);
  // Of one question the whole requests are alike but for what the body says.
  for (const question of Object.keys(questions)) {
    const alike = votes.filter(({ line }) => line.includes(`/${question}/`));
    expect([
      question,
      distinct(alike, ({ head }) => head).length,
      distinct(alike, ({ request }) => request).length,
    ]).toEqual([question, 1, 1]);
  }
});

test('[R17] what is sent at the bell, and sent again after a restart, has the same length as well', async ({
  page,
}) => {
  await comeIn(page);
  await ask('who-can-help');
  for (const name of [/^A/, /^C/]) await page.getByRole('button', { name }).click();
  await room.take({ type: 'close' });
  await expect(heading(page, 'Answers are closed')).toBeVisible({ timeout: 10_000 });
  await ask('who-can-help');
  await answer(page, [PASS, 'Send']);
  const handedIn = page.waitForResponse((response) => response.url().endsWith('/receipts'));
  await school.kill();
  await school.start();
  await handedIn;
  const votes = wire.crossed('PUT');
  expect(votes.map(({ body, answer: bytes }) => [body.length, bytes > 0])).toEqual([
    [VOTE_BYTES, true],
    [VOTE_BYTES, true],
  ]);
  const receipts = wire.crossed('POST').filter(({ line }) => line.includes('/receipts'));
  expect(receipts.map(({ body }) => body.length)).toEqual([
    JSON.stringify({ receipts: ['x'.repeat(208)] }).length,
  ]);
});

test('[R17] notes of the question box are all of one length, long or short', async ({ page }) => {
  await comeIn(page);
  await room.take({ type: 'box', isOpen: true });
  for (const words of ['no question', '“€” '.repeat(70)]) {
    await page.getByRole('button', { name: 'Question box' }).click();
    await page.getByRole('textbox').fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(heading(page, 'Your note is sent')).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
  }
  const notes = wire.crossed('POST').filter(({ line }) => line.includes('/box'));
  expect(notes.map(({ body }) => body.length)).toEqual([NOTE_BYTES, NOTE_BYTES]);
  expect(distinct(notes, ({ request }) => request)).toHaveLength(1);
  expect(distinct(notes, ({ answer: bytes }) => bytes)).toHaveLength(1);
});
