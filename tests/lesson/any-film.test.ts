import { describe, expect, test } from 'vitest';
import { toText } from '../../src/document/to-text.ts';
import { allCuts, cutMinutes } from '../../src/lesson/cuts.ts';
import { fitLesson, type FittingFilm } from '../../src/lesson/fit-film.ts';
import { slidesOf, type Lesson } from '../../src/lesson/lesson.ts';
import { shippedLessons } from '../checks/shipped-lessons.ts';

const CAMPAIGN_FILM = 'for-the-whole-world-to-see';
const naming = shippedLessons().filter(({ lesson }) => lesson.films.includes(CAMPAIGN_FILM));

const stopsIn = (lesson: Lesson) =>
  slidesOf(lesson).flatMap((slide) => (slide.kind === 'stop' ? [slide.stop] : []));

/** Films that have these moments, one for each choice of some of them. */
function filmsWith(moments: readonly string[]): readonly FittingFilm[] {
  return Array.from({ length: 2 ** moments.length - 1 }, (_, at) => ({
    title: 'Our tour',
    stops: Object.fromEntries(
      moments
        .filter((__, nth) => ((at + 1) >> nth) % 2 === 1)
        .map((moment, nth) => [moment, 10 * (nth + 1)]),
    ),
  }));
}

/** All that is said of a lesson in class: slides, notes, how it ends early, and what pupils may ask. */
function wordsOf(lesson: Lesson): string {
  const slides = slidesOf(lesson).flatMap(({ heading, body, notes }) => [
    heading,
    toText(body),
    toText(notes),
  ]);
  const endings = lesson.blocks.map(({ landSafely }) => toText(landSafely));
  const { hardQuestions, adaptations, grouping } = lesson.staff;
  const asked = hardQuestions.flatMap(({ question, answer }) => [question, toText(answer)]);
  return [...slides, ...endings, ...asked, toText(adaptations), toText(grouping)].join('\n');
}

/** What only someone knows who has seen the film: how long it is, who is in it, what it shows and what it leaves out. */
const OF_A_FILM =
  /Speech Bubbles|round shape {|square one|film is short|people in it are made up|film (?:never )?(?:says|shows|ends)|did say no|(?:did|no), twice|(?:passed|passes) (?:it|something) on, is|(?:has|have) passed on|was sent/;

describe('a plan that names the campaign’s film', () => {
  test('is there for both ages, and for parents', () => {
    expect(naming.map(({ slug }) => slug)).toEqual([
      CAMPAIGN_FILM,
      'parents-evening',
      'power-and-putting-it-right',
    ]);
  });

  test.each(naming)('says nothing of a film that another film may lack: $slug', ({ lesson }) => {
    const moments = stopsIn(lesson);
    for (const film of filmsWith(moments.length === 0 ? ['any'] : moments)) {
      const found = wordsOf(fitLesson(lesson, film))
        .split('\n')
        .filter((line) => OF_A_FILM.test(line));
      expect(found, Object.keys(film.stops).join()).toEqual([]);
    }
  });

  test.each(naming.filter(({ lesson }) => stopsIn(lesson).length > 0))(
    'adds up in every version whichever moments a film has, without the questions and the notes of the others: $slug',
    ({ lesson }) => {
      const lengths = (one: Lesson) =>
        allCuts(one).map((cut) => [cut.name, ...cutMinutes(cut, { devices: false })]);
      for (const film of filmsWith(stopsIn(lesson))) {
        const fitted = fitLesson(lesson, film);
        expect(lengths(fitted)).toEqual(lengths(lesson));
        expect(stopsIn(fitted)).toEqual(
          stopsIn(lesson).filter((stop) => Object.hasOwn(film.stops, stop)),
        );
        for (const slide of slidesOf(lesson)) {
          if (slide.kind !== 'stop' || Object.hasOwn(film.stops, slide.stop)) continue;
          expect(wordsOf(fitted)).not.toContain(slide.heading);
          expect(wordsOf(fitted)).not.toContain(toText(slide.notes));
        }
      }
    },
  );
});
