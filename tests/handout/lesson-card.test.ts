import { describe, expect, it } from 'vitest';
import { lessonCard, lengthOf } from '../../src/handout/lesson-card.ts';
import { chipsFor } from '../../src/handout/library-chips.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { firstLesson, shortLesson } from './a-lesson.ts';

describe('a lesson’s card', () => {
  it('says what the library needs', () => {
    expect(lessonCard(firstLesson(), 'Speech bubbles')).toMatchObject({
      slug: 'for-the-whole-world-to-see',
      title: 'For the Whole World to See',
      boardTitle: 'Pressure, and who can help',
      stage: 'KS3',
      minutes: 40,
      coreMinutes: 40,
      film: 'Speech bubbles',
      opens: true,
    });
  });

  it('names the shorter way through first, and one length once', () => {
    expect(lengthOf(lessonCard(shortLesson(), null))).toBe('10 or 30 min');
    expect(lengthOf(lessonCard(firstLesson(), null))).toBe('40 min');
    expect(lengthOf({ minutes: null, coreMinutes: null })).toBe('');
  });

  it('is there for an empty file, with the sentence that says so', () => {
    const card = lessonCard(readLesson('nothing', ''), null);
    expect(card).toMatchObject({ title: 'nothing', coreMinutes: null, opens: true });
    expect(card.problems).toHaveLength(1);
  });

  it('does not open where the file’s name cannot be an address', () => {
    expect(lessonCard(readLesson('My Lesson', '# Hello'), null).opens).toBe(false);
  });
});

describe('the library’s filters', () => {
  it('are only those that some lesson fits', () => {
    expect(chipsFor([lessonCard(firstLesson(), null)]).map(({ name }) => name)).toEqual(['All', 'Ages 11–14', 'No devices needed']);
    expect(chipsFor([lessonCard(shortLesson('KS4'), null), lessonCard(firstLesson(), null)]).map(({ name }) => name)).toEqual([
      'All',
      'Ages 11–14',
      'Ages 14–16',
      'No devices needed',
      '20 minutes',
    ]);
    expect(chipsFor([]).map(({ name }) => name)).toEqual(['All']);
  });
});
