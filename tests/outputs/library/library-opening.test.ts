import { describe, expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { lessonCard } from '../../../src/outputs/library/lesson-card.ts';
import { fitsWords } from '../../../src/outputs/library/library-search.ts';
import { exampleSearches, libraryOpening } from '../../../src/outputs/library/library-opening.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';
import { shippedLessons } from '../../checks/shipped-lessons.ts';

const cardOf = (subject: string) =>
  lessonCard(
    readLesson(`a-${subject}`, `---\ntitle: T\nsubject: ${subject}\n---\n\n# T\n`),
    NO_MEDIA,
  );
const shipped = shippedLessons().map((read) => lessonCard(read, NO_MEDIA));
const campaign = shipped.filter(({ approval }) => approval !== 'none');
const END = ' {Pupils} need no account, and their answers are deleted when the lesson ends.';

describe('the library says what it is', () => {
  test('with lessons of several subjects', () => {
    expect(libraryOpening(shipped)).toEqual({
      heading: 'What are you teaching?',
      about: `PSHE lessons on nudes, consent and getting help, and others in History, Maths and Science.${END}`,
    });
  });

  test('with the campaign’s own alone, with another subject alone, and with none', () => {
    expect(libraryOpening(campaign)).toEqual({
      heading: 'Teach about pressure online',
      about: `PSHE lessons on nudes, consent and getting help, with slides, notes and handouts.${END}`,
    });
    expect(libraryOpening([cardOf('history')]).about).toBe(
      `Lessons in History, with slides, notes and handouts.${END}`,
    );
    expect(libraryOpening([]).about).toBe(`Lessons with slides, notes and handouts.${END}`);
  });

  test('with many subjects by their number', () => {
    const many = ['history', 'maths', 'science', 'art', 'music'].map(cardOf);
    expect(libraryOpening(many).about).toContain('Lessons in 5 subjects, with');
    expect(libraryOpening([...campaign, ...many]).about).toContain('and others in 5 subjects.');
  });
});

describe('the words to try', () => {
  test('are a few of a teacher’s, and each finds a lesson', () => {
    const words = exampleSearches(shipped);
    expect(words).toEqual(['nudes', 'consent', 'History', 'Year 8', '20 minutes', 'no devices']);
    for (const one of words) expect(shipped.some((card) => fitsWords(card, one))).toBe(true);
  });

  test('are of the subjects that there are, and none for a lesson alone', () => {
    expect(exampleSearches([cardOf('geography'), cardOf('music')])).toEqual([
      'Geography',
      'Music',
      'no devices',
    ]);
    expect(exampleSearches([cardOf('geography')])).toEqual([]);
  });
});
