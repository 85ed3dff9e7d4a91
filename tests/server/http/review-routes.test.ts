import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Deck } from '../../../src/outputs/board/deck.ts';
import type { ReviewList, ReviewView } from '../../../src/review/review-protocol.ts';
import { MAX_COMMENTS } from '../../../src/review/review.ts';
import { LOCK_FILE } from '../../../src/server/schools/file-lock.ts';
import { openLessonReviews } from '../../../src/server/schools/lesson-reviews.ts';
import { today } from '../../../src/site/today.ts';
import { ask, json, type Reply } from '../ask.ts';
import { LEAD, STRANGER } from '../safeguarding-key.ts';
import { openSchool, type School } from '../school.ts';

const TEXT = `---
title: Friends
subject: safeguarding
stage: KS3
minutes: 20
---

## Talk (10 min)

### What Sam asked
Alex listens.

Notes:
Wait.

### Who helps
An adult.
`;
const WITHOUT = TEXT.replace('subject: safeguarding\n', '');
const KEY = { authorization: `Bearer ${LEAD.replaceAll(' ', '-')}` };
const STAFF = 'another member of staff' as const;

let school: School;
let own: string;
beforeAll(async () => {
  school = await openSchool();
  own = join(school.dataDir, 'lessons');
});
afterAll(() => school.close());
beforeEach(() => {
  for (const name of readdirSync(own)) {
    if (name !== 'media') rmSync(join(own, name), { recursive: true });
  }
});

async function makeKey(): Promise<void> {
  const body = { words: LEAD, reason: 'first' };
  const made = await ask(`${school.staff}api/box/keys`, { method: 'POST', body });
  if (made.status !== 201) throw new Error(made.text);
}

type Headers = Readonly<Record<string, string>>;
const textAt = (slug: string) => `${school.staff}api/lessons/${slug}/text`;
const reviewAt = (slug: string) => `${school.staff}api/lessons/${slug}/review`;
const over = (version: number) => ({ 'if-match': `"${version}"` });
const write = (slug: string, text: string, headers: Headers, more: object = {}) =>
  ask(textAt(slug), { method: 'PUT', headers, body: { text, ...more } });
const step = (slug: string, body: unknown, headers: Headers = {}) =>
  ask(reviewAt(slug), { method: 'POST', body, headers });
const see = async (slug: string) => json<ReviewView>(await ask(reviewAt(slug)));
const refused = ({ status, text }: Reply) => [
  status,
  (JSON.parse(text) as { readonly error: { readonly code: string } }).error.code,
];
const suspends = async (slug: string) => {
  const { staff } = json<Deck>(await ask(`${school.staff}present/${slug}/deck.json`));
  return staff?.review?.suspends ?? null;
};

/** Writes the lesson over what is there. */
async function put(slug: string, text: string): Promise<number> {
  const there = await ask(textAt(slug));
  const { version } = there.status === 200 ? json<{ version: number }>(there) : { version: 0 };
  const headers = version === 0 ? { 'if-none-match': '*' } : over(version);
  const done = await write(slug, text, headers);
  if (done.status >= 300) throw new Error(done.text);
  return json<{ version: number }>(done).version;
}

/** Takes a step on the version that is there. */
const stepNow = async (slug: string, body: unknown, headers: Headers = {}) =>
  step(slug, body, { ...headers, ...over((await see(slug)).version) });

const review = async (slug: string) => {
  const { version } = await see(slug);
  return step(slug, { type: 'review', by: 'safeguarding lead' }, { ...KEY, ...over(version) });
};

describe('before anyone has a safeguarding key', () => {
  test('a lesson can be asked about, and no one can answer for it', async () => {
    await put('friends', TEXT);
    expect(json<ReviewView>(await step('friends', { type: 'ask' })).state.is).toBe('asked');
    expect(refused(await review('friends'))).toEqual([409, 'no-keys']);
    expect(json<ReviewList>(await ask(`${school.staff}api/reviews`)).keys).toBe(0);
    await makeKey();
  });
});

describe('the review of a lesson', () => {
  test('[E6] suspends the approval until it is done, and again from a change until it is done again', async () => {
    const listed = async () => (await ask(`${school.staff}approve/`)).text;
    await put('friends', TEXT);
    expect(await suspends('friends')).toContain('hasn’t reviewed it');
    const asked = json<ReviewView>(await step('friends', { type: 'ask' }));
    expect(asked).toMatchObject({ title: 'Friends', state: { is: 'asked', on: today() } });
    expect(await suspends('friends')).toContain('hasn’t reviewed it');

    const done = json<ReviewView>(await review('friends'));
    expect(done.state).toEqual({ is: 'reviewed', by: 'safeguarding lead', on: today() });
    expect(await suspends('friends')).toBeNull();
    const plan = (await ask(`${school.staff}lesson/friends/`)).text;
    expect(plan).toContain('Reviewed by the safeguarding lead');
    expect(plan).toContain('<li data-approval data-lesson="friends">');
    expect(await listed()).toContain('data-approve="friends">');

    await put('friends', TEXT.replace('An adult.', 'A trusted adult.'));
    expect(await suspends('friends')).toContain('changed since it was reviewed: slide 2');
    expect((await ask(`${school.staff}lesson/friends/`)).text).toContain(
      'data-approval="This lesson has changed',
    );
    expect(await listed()).toContain('data-approve="friends" data-why="This lesson has changed');
    expect((await ask(`${school.staff}board/friends/`)).text).not.toContain('reviewed');
    await put('friends', TEXT.replace('(10 min)', '(12 min)'));
    expect(await suspends('friends')).toBeNull();
    await put('friends', TEXT.replace('Wait.', 'Go on.'));
    expect((await review('friends')).status).toBe(200);
    expect(await suspends('friends')).toBeNull();
  });

  test('is of no lesson that came with the program, none of another subject, and none for adults', async () => {
    await put('ice', '---\nsubject: science\n---\n\n# Ice\n');
    await put('staff-talk', TEXT.replace('KS3', 'adults'));
    for (const slug of ['ice', 'staff-talk', 'messages']) {
      expect(refused(await ask(reviewAt(slug))), slug).toEqual([404, 'not-reviewed']);
      expect(refused(await step(slug, { type: 'ask' })), slug).toEqual([404, 'not-reviewed']);
    }
    expect(json<ReviewList>(await ask(`${school.staff}api/reviews`)).reviews).toEqual([]);
    expect(await suspends('messages')).toBeNull();
    expect(await suspends('ice')).toBeNull();
  });

  test('of a lesson that is not there says so, and not that the lesson is not reviewed', async () => {
    for (const slug of ['nothing', 'Nothing', '..%2Ffriends']) {
      expect(refused(await ask(reviewAt(slug))), slug).toEqual([404, 'no-such-lesson']);
      expect(refused(await step(slug, { type: 'ask' })), slug).toEqual([404, 'no-such-lesson']);
    }
    expect((await ask(reviewAt('nothing'))).text).toContain('We can’t find this lesson.');
  });

  test('needs a key’s words and the version that was read', async () => {
    await put('friends', TEXT);
    const { version } = await see('friends');
    const body = { type: 'review', by: 'deputy safeguarding lead' };
    const wrong = { authorization: `Bearer ${STRANGER.replaceAll(' ', '-')}`, ...over(version) };
    expect(refused(await step('friends', body, over(version)))).toEqual([401, 'no-key']);
    expect(refused(await step('friends', body, wrong))).toEqual([403, 'wrong-words']);
    expect(refused(await step('friends', body, KEY))).toEqual([428, 'no-version']);
    await put('friends', TEXT.replace('An adult.', 'No one.'));
    const late = await step('friends', body, { ...KEY, ...over(version) });
    expect(refused(late)).toEqual([412, 'changed']);
    expect((await see('friends')).state.is).toBe('draft');
    for (const lead of ['comment', 'resolve', 'release']) {
      const more = { line: 1, words: 'Good', comment: 'x', by: 'safeguarding lead' };
      expect(refused(await step('friends', { type: lead, ...more }))).toEqual([401, 'no-key']);
    }
  });

  test('names a version that a file changes whose slides the lesson shows', async () => {
    mkdirSync(join(own, 'pages'), { recursive: true });
    writeFileSync(join(own, 'pages/help.md'), '### Who helps\n\nAn adult.\n');
    await put('friends', `${TEXT}\n---\nsrc: ./pages/help.md\n---\n`);
    const { version, slides } = await see('friends');
    expect(slides).toHaveLength(3);
    writeFileSync(join(own, 'pages/help.md'), '### Who helps\n\nNo one, ever.\n');
    const body = { type: 'review', by: 'safeguarding lead' };
    const late = await step('friends', body, { ...KEY, ...over(version) });
    expect(refused(late)).toEqual([412, 'changed']);
  });

  test.for([
    null,
    [],
    'ask',
    {},
    { type: 'approve' },
    { type: 'review' },
    { type: 'review', by: STAFF },
    { type: 'review', by: 'Mrs Green' },
    { type: 'release', by: 'deputy safeguarding lead' },
    { type: 'comment', line: 0, words: 'x', by: STAFF },
    { type: 'comment', line: 1.5, words: 'x', by: STAFF },
    { type: 'comment', line: 1, words: '  ', by: STAFF },
    { type: 'comment', line: 1, words: 'x'.repeat(1001), by: STAFF },
    { type: 'comment', line: 1, words: ['x'], by: STAFF },
    { type: 'resolve', comment: '', by: STAFF },
  ])('takes no other step: %j', async (body) => {
    await put('friends', TEXT);
    const before = readFileSync(join(own, 'friends.review.json'), 'utf8');
    expect(refused(await step('friends', body, KEY))[0]).toBe(400);
    expect(readFileSync(join(own, 'friends.review.json'), 'utf8')).toBe(before);
  });

  test('stores a role and a day, and no field that was sent beside them', async () => {
    await put('friends', TEXT);
    const name = 'Mrs Heron-Quartz';
    await step('friends', { type: 'ask', by: name, name });
    await stepNow('friends', { type: 'comment', line: 10, words: 'Softer?', by: STAFF, name });
    await review('friends');
    const stored = readFileSync(join(own, 'friends.review.json'), 'utf8');
    expect(stored).not.toContain('Heron');
    expect(stored).toContain('Softer?');
    expect(stored).not.toContain(LEAD.split(' ')[0]);
  });
});

describe('comments', () => {
  const note = (words: string, line = 11) => ({ type: 'comment', line, words, by: STAFF });

  test('go with their line, and are resolved by their id alone', async () => {
    await put('friends', TEXT);
    const [made] = json<ReviewView>(await stepNow('friends', note('Softer?'))).comments;
    expect(made).toMatchObject({ line: 11, lineWords: 'Alex listens.', by: STAFF, isGone: false });
    await put('friends', TEXT.replace('## Talk', '# Friends\n\n## Talk'));
    expect((await see('friends')).comments).toMatchObject([{ line: 13, isGone: false }]);
    await put('friends', TEXT.replace('Alex listens.', 'Alex waits.'));
    expect((await see('friends')).comments).toMatchObject([{ line: 11, isGone: true }]);
    const resolve = (comment: string) =>
      stepNow('friends', { type: 'resolve', comment, by: STAFF });
    expect(refused(await resolve('another'))).toEqual([409, 'no-such-comment']);
    const done = json<ReviewView>(await resolve(made?.id ?? ''));
    expect(done.comments).toMatchObject([{ resolved: { by: STAFF, on: today() } }]);
  });

  test('are made and resolved on the version that was read, and on no other', async () => {
    await put('friends', TEXT);
    const { version } = await see('friends');
    expect(refused(await step('friends', note('Softer?')))).toEqual([428, 'no-version']);
    const [made] = json<ReviewView>(await step('friends', note('Softer?'), over(version))).comments;
    await put('friends', TEXT.replace('Alex listens.', 'Alex waits.'));
    const resolve = { type: 'resolve', comment: made?.id, by: STAFF };
    expect(refused(await step('friends', resolve))).toEqual([428, 'no-version']);
    for (const late of [note('And here?'), resolve]) {
      expect(refused(await step('friends', late, over(version)))).toEqual([412, 'changed']);
    }
    expect((await see('friends')).comments).toMatchObject([{ words: 'Softer?', resolved: null }]);
  });

  test('made at once by many are all there, from two programs over one folder too', async () => {
    await put('friends', TEXT);
    const other = openLessonReviews(own);
    const theirs = (at: number) =>
      other.change('friends', (was) => ({
        ...was,
        comments: [
          ...was.comments,
          {
            ...{ id: `other-${at}`, line: 1, lineWords: '', words: 'x' },
            ...{ by: STAFF, on: today(), resolved: null },
          },
        ],
      }));
    const all = await Promise.all(
      [1, 2, 3, 4, 5].flatMap((at) => [stepNow('friends', note(`Comment ${at}`)), theirs(at)]),
    );
    const lost = all.filter((one) => one === null || ('status' in one && one.status !== 200));
    expect(lost).toEqual([]);
    expect((await see('friends')).comments).toHaveLength(10);
  });

  test('are refused with the disk’s cause where the folder cannot be locked', async () => {
    await put('friends', TEXT);
    const { version } = await see('friends');
    const lock = join(own, LOCK_FILE);
    rmSync(lock, { force: true });
    mkdirSync(lock);
    const late = await step('friends', note('Softer?'), over(version));
    expect(refused(late)).toEqual([503, 'not-written']);
    rmSync(lock, { recursive: true });
    expect((await step('friends', note('Softer?'), over(version))).status).toBe(200);
  });

  test('are at most so many', async () => {
    await put('friends', TEXT);
    const reviews = openLessonReviews(own);
    const one = { line: 1, lineWords: '', words: 'x', by: STAFF, on: today(), resolved: null };
    await reviews.change('friends', (was) => ({
      ...was,
      comments: Array.from({ length: MAX_COMMENTS }, (_, at) => ({ ...one, id: `${at}` }) as const),
    }));
    expect(refused(await stepNow('friends', note('One more')))[0]).toBe(409);
  });
});

describe('a lesson that was once a safeguarding lesson', () => {
  const subjectOf = async (slug: string) => {
    const deck = json<Deck>(await ask(`${school.staff}present/${slug}/deck.json`));
    return deck.staff?.approval;
  };

  test('[E6] stays one without its subject, and in its copy, until the lead releases it', async () => {
    await put('friends', TEXT);
    await put('friends', WITHOUT);
    expect(await subjectOf('friends')).toBe('each term');
    expect(await suspends('friends')).toContain('hasn’t reviewed it');
    expect(json(await ask(textAt('friends')))).toMatchObject({ staysSafeguarding: true });
    const copy = { staysSafeguarding: true };
    const made = await write('copy', WITHOUT, { 'if-none-match': '*' }, copy);
    expect(json(made)).toMatchObject({ staysSafeguarding: true });
    expect(await subjectOf('copy')).toBe('each term');

    const body = { type: 'release', by: 'safeguarding lead' };
    expect((await step('friends', body, KEY)).status).toBe(200);
    expect(await subjectOf('friends')).toBe('none');
    expect(json(await ask(textAt('friends')))).toMatchObject({ staysSafeguarding: false });
    expect(await subjectOf('copy')).toBe('each term');
  });

  test('once released can lose its subject while it is written on, and is one again when it gets it back', async () => {
    await put('friends', TEXT);
    await step('friends', { type: 'release', by: 'safeguarding lead' }, KEY);
    await put('friends', TEXT.replace('Wait.', 'Go on.'));
    await put('friends', WITHOUT);
    // A page that was opened before says what it knew.
    const { version } = json<{ version: number }>(await ask(textAt('friends')));
    await write('friends', `${WITHOUT}\n`, over(version), { staysSafeguarding: true });
    expect(await subjectOf('friends')).toBe('none');
    await put('friends', TEXT);
    await put('friends', WITHOUT);
    expect(await subjectOf('friends')).toBe('each term');
  });

  test('[E6] is known by what another program wrote, too, before its last text that says so is gone', async () => {
    writeFileSync(join(own, 'friends.md'), TEXT);
    expect(json(await ask(textAt('friends')))).toMatchObject({ staysSafeguarding: true });
    await put('friends', WITHOUT);
    expect(await subjectOf('friends')).toBe('each term');
  });

  test('[E6] is not reviewed and not released where its file is damaged, which is set aside and not lost', async () => {
    await put('friends', TEXT);
    await review('friends');
    await put('friends', WITHOUT);
    const file = join(own, 'friends.review.json');
    for (const damaged of ['', '{"version":1', '[]', '{"version":2}', '\0']) {
      writeFileSync(file, damaged);
      expect(await subjectOf('friends'), damaged).toBe('each term');
      expect(await suspends('friends'), damaged).toContain('hasn’t reviewed it');
    }
    await step('friends', { type: 'ask' });
    expect((await see('friends')).state.is).toBe('asked');
    const aside = readdirSync(own).filter((name) => name.includes('.damaged-'));
    expect(aside.map((name) => readFileSync(join(own, name), 'utf8'))).toEqual(['\0']);
  });

  test('is still one when it is deleted and written again', async () => {
    const version = await put('friends', TEXT);
    const gone = await ask(`${school.staff}api/lessons/friends/delete`, {
      method: 'POST',
      headers: over(version),
      body: {},
    });
    expect(gone.status).toBe(200);
    expect(existsSync(join(own, 'friends.review.json'))).toBe(true);
    await put('friends', WITHOUT);
    expect(await subjectOf('friends')).toBe('each term');
  });
});
