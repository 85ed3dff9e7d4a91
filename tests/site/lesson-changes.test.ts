import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import type { LessonChange } from '../../src/outputs/board/lesson-change.ts';
import { PROTOCOL } from '../../src/text/protocol-version.ts';
import { ask } from '../server/ask.ts';
import { openEvents, type Events } from '../server/events.ts';
import { LESSON, openSchool, teach, type School } from '../server/school.ts';

let school: School;
let path: string;
let before: string;
let events: Events;
beforeAll(async () => {
  school = await openSchool({ 'lessons/other.md': '---\ntitle: Other\n---\n### One\n' });
  path = join(school.home, 'lessons', `${LESSON}.md`);
  before = readFileSync(path, 'utf8');
});
afterAll(() => school.close());
beforeEach(async () => {
  writeFileSync(path, before);
  events = await openEvents(`${school.staff}api/lessons/${LESSON}/changes`);
});
afterEach(() => events.stop());

const next = () => events.next<LessonChange>();
const edited = (from: string, to: string) => before.replace(from, to);
const stampNow = async () =>
  (await ask(`${school.staff}present/${LESSON}/deck.json`)).headers['etag'];

test('a page hears at once how a lesson is, and of every change to its file with the stamp of the new deck', async () => {
  const now = await next();
  expect(now).toEqual({
    v: PROTOCOL,
    deck: expect.any(String),
    notes: expect.any(String),
    held: null,
  });
  expect(await stampNow()).toContain(now.deck);
  writeFileSync(path, edited('What we saw', 'What we heard'));
  const changed = await next();
  expect(changed.deck).not.toBe(now.deck);
  expect(await stampNow()).toContain(changed.deck);
});

test('[R32] a deck says of which version it is', async () => {
  const deck = await (await fetch(`${school.staff}present/${LESSON}/deck.json`)).json();
  expect(deck).toMatchObject({ v: PROTOCOL, slug: LESSON });
});

test('other notes are sent as well, and leave the deck as it is', async () => {
  const now = await next();
  writeFileSync(path, edited('Wait ten seconds.', 'Wait five seconds.'));
  const changed = await next();
  expect([changed.deck === now.deck, changed.notes === now.notes]).toEqual([true, false]);
});

test('a file that is written beside and moved over the old one has changed as well', async () => {
  const now = await next();
  writeFileSync(`${path}~`, edited('What we saw', 'What we felt'));
  renameSync(`${path}~`, path);
  expect((await next()).deck).not.toBe(now.deck);
});

test('what is half written is held back with its place, and shown once it is whole', async () => {
  const now = await next();
  writeFileSync(path, edited('- None', ''));
  expect(await next()).toMatchObject({
    deck: now.deck,
    held: {
      code: 'one-option',
      line: expect.any(Number),
      message: expect.stringContaining('Cannot read question'),
    },
  });
  writeFileSync(path, '');
  expect(await next()).toMatchObject({ deck: now.deck, held: { code: 'empty-lesson' } });
  writeFileSync(path, edited('- None', '- Nothing'));
  const mended = await next();
  expect([mended.held, mended.deck === now.deck]).toEqual([null, false]);
});

test('a mistake that was there before holds nothing back', async () => {
  const withMistake = edited('- None', '');
  events.stop();
  writeFileSync(path, withMistake);
  events = await openEvents(`${school.staff}api/lessons/${LESSON}/changes`);
  const now = await next();
  writeFileSync(path, withMistake.replace('What we saw', 'What we read'));
  const changed = await next();
  expect([changed.held, changed.deck === now.deck]).toEqual([null, false]);
});

test('a change to another lesson is not sent', async () => {
  const now = await next();
  writeFileSync(join(school.home, 'lessons', 'other.md'), '---\ntitle: Other\n---\n### Two\n');
  writeFileSync(path, edited('What we saw', 'What we knew'));
  const changed = await next();
  expect(changed.deck).not.toBe(now.deck);
  expect(await stampNow()).toContain(changed.deck);
});

test('it is sent at the staff door alone, and of no lesson that is not there', async () => {
  await teach(school);
  expect((await ask(`${school.pupils}api/lessons/${LESSON}/changes`)).status).toBe(404);
  for (const name of ['nowhere', '..%2Fsecret', 'README', 'Messages']) {
    expect((await ask(`${school.staff}api/lessons/${name}/changes`)).status).toBe(404);
  }
});

test('one teacher’s pages are enough for a lesson', async () => {
  const more = await Promise.all(
    Array.from({ length: 39 }, () => openEvents(`${school.staff}api/lessons/${LESSON}/changes`)),
  );
  await Promise.all(more.map((one) => one.next()));
  expect((await ask(`${school.staff}api/lessons/${LESSON}/changes`)).status).toBe(429);
  for (const one of more) one.stop();
});
