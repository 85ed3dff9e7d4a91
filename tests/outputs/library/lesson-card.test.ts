import { describe, expect, it } from 'vitest';
import { lessonCard, lengthOf } from '../../../src/outputs/library/lesson-card.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { firstLesson, ourFilm, shortLesson } from '../handouts/a-lesson.ts';

describe('a lesson’s card', () => {
  it('says what the library needs', () => {
    expect(lessonCard(firstLesson(), ourFilm)).toMatchObject({
      slug: 'for-the-whole-world-to-see',
      title: 'Pressure, and who can help',
      boardTitle: 'Pressure, and who can help',
      stage: 'KS3',
      minutes: 60,
      coreMinutes: 40,
      film: { title: 'Speech bubbles', length: 60 },
      films: [
        { folder: 'for-the-whole-world-to-see', plays: false, told: 'there is no film.mp4' },
        { folder: 'speech-bubbles', plays: true, told: 'Speech bubbles' },
      ],
      opens: true,
    });
  });

  it('names the shorter way through first, and one length once', () => {
    expect(lengthOf(lessonCard(shortLesson(), NO_MEDIA))).toBe('10 or 30 min');
    expect(lengthOf(lessonCard(firstLesson(), NO_MEDIA))).toBe('20, 40, 50 or 60 min');
    expect(lessonCard(firstLesson(), NO_MEDIA)).toMatchObject({
      lengths: [20, 30, 40, 50, 60],
      ways: [20, 40, 50, 60],
      asks: true,
    });
    expect(lengthOf({ minutes: null, coreMinutes: null })).toBe('');
  });

  it('is there for an empty file, with the sentence that says so', () => {
    const card = lessonCard(readLesson('nothing', ''), NO_MEDIA);
    expect(card).toMatchObject({ title: 'nothing', coreMinutes: null, opens: true });
    expect(card.problems).toHaveLength(1);
  });

  it('does not open where the file’s name cannot be an address', () => {
    expect(lessonCard(readLesson('My Lesson', '# Hello'), NO_MEDIA).opens).toBe(false);
  });
});
