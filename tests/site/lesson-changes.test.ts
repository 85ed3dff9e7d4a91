import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import type { Deck } from '../../src/outputs/board/deck.ts';
import type { LessonChange } from '../../src/outputs/board/lesson-change.ts';
import { partsOf } from '../../src/review/lesson-parts.ts';
import { NO_REVIEW, takeStep } from '../../src/review/review.ts';
import { formatReview } from '../../src/review/stored-review.ts';
import { PROTOCOL } from '../../src/text/protocol-version.ts';
import { ask, json } from '../server/ask.ts';
import { openEvents, type Events } from '../server/events.ts';
import { LESSON, openSchool, teach, type School } from '../server/school.ts';

const TODAY = '2026-11-28';

let school: School;
let path: string;
let before: string;
let events: Events;
beforeAll(async () => {
  school = await openSchool({
    'lessons/other.md': '---\ntitle: Other\n---\n### One\n',
    'pages/board/index.html': '<!doctype html><body data-stamp="<!--slot:stamp-->"></body>',
  });
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

test('a page hears at once how a lesson is, and of every change to its file with the new deck and its stamp', async () => {
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
  const deck = await (await fetch(`${school.staff}present/${LESSON}/deck.json`)).text();
  expect([changed.body === deck, deck.includes('What we heard')]).toEqual([true, true]);
});

test('a board’s page has the stamp of the deck that is followed, so that it asks for none before a change', async () => {
  const now = await next();
  const board = await (await fetch(`${school.staff}board/${LESSON}/`)).text();
  expect(board).toContain(`data-stamp="${now.deck}"`);
});

test('a long deck is asked for by its stamp, so that no page lags far behind', async () => {
  await next();
  const words = 'What we said to one another. '.repeat(2_000);
  writeFileSync(path, edited('What we saw', words));
  const changed = await next();
  expect(changed).not.toHaveProperty('body');
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
  expect(changed).not.toHaveProperty('body');
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

test('what is held back stays so for a page that goes on where the last one has left', async () => {
  const now = await next();
  writeFileSync(path, edited('- None', ''));
  expect(await next()).toMatchObject({ deck: now.deck, held: { code: 'one-option' } });
  events.stop();
  const address = `${school.staff}api/lessons/${LESSON}/changes?after=`;
  events = await openEvents(`${address}${encodeURIComponent(`"${now.deck}"`)}`);
  expect(await next()).toMatchObject({ deck: now.deck, held: { code: 'one-option' } });
  events.stop();
  // One that is loaded now has the text with its mistake.
  events = await openEvents(`${address}${encodeURIComponent(String(await stampNow()))}`);
  expect(await next()).toMatchObject({ held: null });
});

test('what is held back stays so for a page that goes on without the last deck that was sent', async () => {
  const first = await next();
  const good = edited('What we saw', 'What we heard');
  writeFileSync(path, good);
  const now = await next();
  writeFileSync(path, good.replace('- None', ''));
  expect(await next()).toMatchObject({ deck: now.deck, held: { code: 'one-option' } });
  events.stop();
  events = await openEvents(
    `${school.staff}api/lessons/${LESSON}/changes?after=${encodeURIComponent(first.deck)}`,
  );
  expect(await next()).toMatchObject({ deck: now.deck, held: { code: 'one-option' } });
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

describe('a safeguarding lesson of the school’s own', () => {
  const TEXT = '---\nsubject: safeguarding\nstage: KS3\n---\n\n# Friends\n\nTell an adult.\n';
  const OTHER = TEXT.replace('Tell', 'Ask');
  const write = (name: string, words: string) =>
    writeFileSync(join(school.dataDir, 'lessons', name), words);
  const suspends = async () => {
    const { staff } = json<Deck>(await ask(`${school.staff}present/friends/deck.json`));
    return staff?.review?.suspends;
  };

  function review(words: string): void {
    const on = {
      parts: partsOf(readLesson('friends', words).lesson),
      words: [],
      lines: [],
      today: TODAY,
    };
    const done = takeStep(NO_REVIEW, { type: 'review', by: 'safeguarding lead' }, on);
    write('friends.review.json', formatReview(done ?? NO_REVIEW));
  }

  async function follow(): Promise<LessonChange> {
    events.stop();
    events = await openEvents(`${school.staff}api/lessons/friends/changes`);
    return next();
  }

  test('is sent again to its pages when it is reviewed, though its text is as it was', async () => {
    write('friends.md', TEXT);
    write('friends.review.json', formatReview(NO_REVIEW));
    const now = await follow();
    expect(await suspends()).toContain('hasn’t reviewed it');
    review(TEXT);
    const reviewed = await next();
    expect([reviewed.held, reviewed.deck === now.deck]).toEqual([null, false]);
    expect(await suspends()).toBeNull();
  });

  test('stays on the board as it was reviewed, until another text of it is reviewed too', async () => {
    write('friends.md', TEXT);
    review(TEXT);
    const now = await follow();
    write('friends.md', OTHER);
    const held = await next();
    expect(held).toMatchObject({ deck: now.deck, held: { code: 'unreviewed' } });
    expect(await suspends()).toContain('slide 1');
    review(OTHER);
    const reviewed = await next();
    expect([reviewed.held, reviewed.deck === now.deck]).toEqual([null, false]);
  });

  test('is followed as it is written where it was not reviewed when its page was opened', async () => {
    write('friends.md', TEXT);
    write('friends.review.json', formatReview(NO_REVIEW));
    const now = await follow();
    write('friends.md', OTHER);
    const changed = await next();
    expect([changed.held, changed.deck === now.deck]).toEqual([null, false]);
  });
});
