import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { partsOf } from '../../src/review/lesson-parts.ts';
import { NO_REVIEW, takeStep } from '../../src/review/review.ts';
import { lessonReview, lessonToApprove } from '../../src/site/lesson-review.ts';
import { formatReview } from '../../src/review/stored-review.ts';
import { reviewPath } from '../../src/site/review-file.ts';

const TEXT = '---\nsubject: safeguarding\nstage: KS3\n---\n\n# Friends\n\nTell an adult.\n';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wholeclass-review-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (text: string) => ({
  slug: 'friends',
  path: join(folder, 'friends.md'),
  lesson: readLesson('friends', text).lesson,
});
const reviewOf = (text: string, isOwn: boolean) => lessonReview(fileOf(text), isOwn);

function saveReview(text: string): void {
  const { lesson } = fileOf(text);
  const on = { parts: partsOf(lesson), words: [], lines: [], today: '2026-11-28' };
  const done = takeStep(NO_REVIEW, { type: 'review', by: 'safeguarding lead' }, on);
  writeFileSync(reviewPath(folder, 'friends'), formatReview(done ?? NO_REVIEW));
}

describe('the review of a lesson where a site is made of it', () => {
  test('suspends the approval of a school’s own without one, and says nothing of one that came with the program', async () => {
    expect((await reviewOf(TEXT, true))?.suspends).toContain('hasn’t reviewed it');
    expect(await reviewOf(TEXT, false)).toBeNull();
  });

  // A folder to take away and a static site do not know which lessons are a school's own.
  test('goes with the lesson into a folder and a static site, by the file beside it', async () => {
    saveReview(TEXT);
    expect(await reviewOf(TEXT, false)).toEqual({
      words: 'Reviewed by the safeguarding lead on 28 November 2026.',
      suspends: null,
    });
    const changed = await reviewOf(TEXT.replace('Tell', 'Ask'), false);
    expect(changed?.suspends).toContain('slide 1');
    writeFileSync(reviewPath(folder, 'friends'), '{');
    expect((await reviewOf(TEXT, false))?.suspends).toContain('hasn’t reviewed it');
  });

  test('is none of another subject, and none of a session for adults', async () => {
    expect(await reviewOf(TEXT.replace('safeguarding', 'science'), true)).toBeNull();
    expect(await reviewOf(TEXT.replace('KS3', 'adults'), true)).toBeNull();
  });
});

describe('what an approval reads of a lesson', () => {
  const toApprove = (text: string, isOwn: boolean) =>
    lessonToApprove({ ...fileOf(text), media: { film: null } }, { isOwn, media: folder });

  test('is its parts, or why the review that has them keeps it', async () => {
    const { lesson } = fileOf(TEXT);
    expect(await toApprove(TEXT, false)).toMatchObject({ parts: partsOf(lesson), why: null });
    expect((await toApprove(TEXT, true))?.why).toContain('hasn’t reviewed it');
    saveReview(TEXT);
    expect(await toApprove(TEXT, true)).toMatchObject({ parts: null, why: null });
  });

  test('is nothing where it needs no approval: another subject, and a session for adults', async () => {
    expect(await toApprove(TEXT.replace('safeguarding', 'science'), true)).toBeNull();
    expect(await toApprove(TEXT.replace('KS3', 'adults'), true)).toBeNull();
  });
});
