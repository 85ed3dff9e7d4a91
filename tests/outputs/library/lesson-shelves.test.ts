import { describe, expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import {
  lessonCard,
  published,
  type LessonCard,
} from '../../../src/outputs/library/lesson-card.ts';
import { shelveLessons, type Series } from '../../../src/outputs/library/lesson-shelves.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';
import { ourFilm } from '../handouts/a-lesson.ts';
import { shippedLessons } from '../../checks/shipped-lessons.ts';

const cardOf = (slug: string, head: string) =>
  lessonCard(readLesson(slug, `---\ntitle: ${slug}\n${head}\n---\n\n# T\n`), NO_MEDIA);
const namesIn = ({ first, next }: Series) =>
  [first.slug, ...next.map(({ slug }) => slug)].join(' > ');
const columns = (cards: readonly LessonCard[], hasCampaignFilm = false) =>
  shelveLessons(cards, hasCampaignFilm).columns.map(
    ({ name, series, also }) =>
      `${name}: ${[namesIn(series), ...also.map(({ slug }) => slug)].join(' + ')}`,
  );
const shelves = (cards: readonly LessonCard[]) =>
  shelveLessons(cards).shelves.map(
    ({ name, series }) => `${name}: ${series.map(namesIn).join(', ')}`,
  );
const OURS = 'speech-bubbles';
const CAMPAIGN = 'for-the-whole-world-to-see';
const film = (slug: string) => ({
  ...ourFilm,
  film: ourFilm.film && { ...ourFilm.film, slug },
  skipped: [],
});
/** The lessons that ship, where these films are there. */
const withFilms = (...there: readonly string[]) =>
  published(
    shippedLessons().map((read) => {
      const plays = read.lesson.films.find((one) => there.includes(one));
      return lessonCard(read, plays === undefined ? NO_MEDIA : film(plays));
    }),
  );
const shipped = withFilms(OURS);
const KS3 = 'subject: safeguarding\nstage: KS3';

describe('the library’s shelves', () => {
  // One more lesson comes behind these, and changes nothing of them.
  const beginWith = (all: readonly string[]) => all.map((one) => expect.stringContaining(one));

  test('of the lessons that ship begin with practice and one lesson for each age, with what follows it', () => {
    expect(columns(shipped)).toEqual(
      beginWith([
        'Start here: rehearsal > staff-briefing',
        'Ages 9–11: private-stays-private > private-stays-private-again',
        'Ages 11–14: speech-bubbles > for-the-whole-world-to-see-again',
        'Ages 14–16: power-and-putting-it-right > power-and-putting-it-right-again',
      ]),
    );
    expect(shelveLessons(shipped).columns.map(({ about }) => about)).toEqual([
      '8 minutes',
      'Years 5 and 6',
      'Years 7 to 9',
      'Years 10 and 11',
    ]);
    expect(shelves(shipped)).toEqual(
      expect.arrayContaining(
        beginWith([
          'PSHE and safeguarding, without a film: consent-without-pictures, ',
          'For adults: parents-evening',
          'History: did-the-law-change-the-mill',
          'Maths: up-and-back-down',
          'Science: which-lands-first',
          'A plan to copy: starter',
        ]),
      ),
    );
  });

  test('have the campaign’s film where one starts once it is there, and ours under its own name beside it', () => {
    const both = withFilms(OURS, CAMPAIGN);
    expect(columns(both, true)).toEqual(
      beginWith([
        'Start here: for-the-whole-world-to-see > for-the-whole-world-to-see-again + rehearsal + staff-briefing',
        'Ages 9–11: private-stays-private > private-stays-private-again',
        'Ages 11–14: speech-bubbles',
        'Ages 14–16: power-and-putting-it-right > power-and-putting-it-right-again',
      ]),
    );
    expect(shelveLessons(both, true).columns[0]?.about).toBe('The campaign’s film');
    // Not confirmed, or with a film of another name alone, it is no place to start.
    const practice = beginWith(['Start here: rehearsal > staff-briefing'])[0];
    expect(columns(both)[0]).toEqual(practice);
    expect(columns(withFilms(OURS), true)[0]).toEqual(practice);
  });

  test('have a plan itself where its film is not the one that another lesson is named for, and else that lesson alone', () => {
    const listed = (...there: readonly string[]) =>
      withFilms(...there)
        .map(({ slug }) => slug)
        .filter((slug) => slug === OURS || slug === CAMPAIGN);
    expect(listed(OURS)).toEqual([OURS]);
    expect(listed(OURS, CAMPAIGN)).toEqual([CAMPAIGN, OURS]);
    expect(listed()).toEqual([CAMPAIGN, OURS]);
  });

  test('have every lesson once, whatever follows what', () => {
    const round = [
      cardOf('a', `${KS3}\nfollows: b`),
      cardOf('b', `${KS3}\nfollows: a`),
      cardOf('c', `${KS3}\nfollows: c`),
      cardOf('d', `${KS3}\nfollows: gone`),
      cardOf('e', `${KS3}\nfollows: d`),
      cardOf('f', `${KS3}\nfollows: e`),
    ];
    const all = shelveLessons(round);
    const series = [
      ...all.columns.map((one) => one.series),
      ...all.shelves.flatMap((one) => one.series),
    ];
    expect(series.map(namesIn).toSorted()).toEqual(['a > b', 'c', 'd > e > f']);
    expect(columns(round)).toEqual(['Ages 11–14: d > e > f']);
  });

  test('have a lesson that follows two under the first of them that is listed', () => {
    const [a, b] = [cardOf('a', KS3), cardOf('b', KS3)];
    const both = cardOf('both', `${KS3}\nfollows: [a, b]`);
    expect(columns([a, b, both])).toEqual(['Ages 11–14: a > both']);
    expect(columns([b, both])).toEqual(['Ages 11–14: b > both']);
  });

  test('have a school’s own series in its subject, and its own for an age that has none at the top', () => {
    const own = [
      cardOf('coast', 'subject: geography\nstage: KS3'),
      cardOf('coast-again', 'subject: geography\nstage: KS3\nfollows: coast'),
      cardOf('friends', 'subject: safeguarding\nstage: KS1'),
      cardOf('assembly', 'stage: KS3'),
    ];
    expect(columns(own)).toEqual(['Ages 5–7: friends']);
    expect(shelves(own)).toEqual(['Geography: coast > coast-again', 'Any subject: assembly']);
    expect(columns([...shipped, ...own])[1]).toBe('Ages 5–7: friends');
  });

  test('of one subject, or of no lesson, have no column', () => {
    expect(columns([cardOf('coast', 'subject: geography')])).toEqual([]);
    expect(shelveLessons([])).toEqual({ columns: [], shelves: [] });
  });
});
