import { describe, expect, test } from 'vitest';
import { lessonCard } from '../../../src/outputs/library/lesson-card.ts';
import { closestFirst, fitsWords } from '../../../src/outputs/library/library-search.ts';
import { topics } from '../../../src/outputs/library/search-topics.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { shippedLessons } from '../../checks/shipped-lessons.ts';
import { ourFilm } from '../handouts/a-lesson.ts';

const lessons = shippedLessons();
// As on a computer that has our film and no other, and as copies, as they come out of the process
// that reads them.
const cards = lessons.map((read) =>
  lessonCard(
    structuredClone(read),
    read.lesson.films.includes('speech-bubbles') ? ourFilm : NO_MEDIA,
  ),
);
const found = (words: string) =>
  cards.filter((card) => fitsWords(card, words)).map(({ slug }) => slug);
const stagesOf = (words: string) => [
  ...new Set(cards.filter((card) => fitsWords(card, words)).map(({ stage }) => stage)),
];
const [KS2, KS3, KS4] = [
  'private-stays-private',
  'for-the-whole-world-to-see',
  'power-and-putting-it-right',
] as const;

describe('[TB13] a teacher’s words find lessons', () => {
  test.for([
    ['sexting', [KS3, KS4]],
    ['nudes', [KS3, KS4]],
    ['sharing nudes', [KS3, KS4]],
    ['consent', [KS2, KS3, KS4]],
    ['online safety', [KS2, KS3, KS4]],
    ['PSHE', [KS2, KS3, KS4]],
    ['rse', [KS2, KS3, KS4]],
    ['image', [KS2, KS3, KS4]],
    ['image sharing', [KS3, KS4]],
    ['private photos', [KS2]],
    ['sending pictures', [KS3, KS4]],
    ['sending nudes', [KS3, KS4]],
    ['sending a photo', [KS3, KS4]],
    ['blackmail', [KS4]],
    ['deepfakes', [KS4]],
    ['pressure to send nudes', [KS4]],
    ['peer pressure', [KS2, KS3, KS4]],
    ['permission', [KS2]],
    ['Speech Bubbles', [KS3, KS4]],
    ['for the whole world to see', [KS3]],
    ['lesson on consent for year 8', [KS3]],
    ['KS4 blackmail 60 minutes', [KS4]],
  ] as const)('%s', ([words, wanted]) => {
    expect(found(words)).toEqual(expect.arrayContaining([...wanted]));
  });

  test.for([
    ['KS3', ['KS3']],
    ['ks 3', ['KS3']],
    ['Key Stage 3', ['KS3']],
    ['year 8', ['KS3']],
    ['Y8', ['KS3']],
    ['years 7-9', ['KS3']],
    ['11-14', ['KS3']],
    ['ages 14 to 16', ['KS4']],
    ['13 year olds', ['KS3']],
    ['year 11', ['KS4']],
    ['year 5', ['KS2']],
    ['primary', ['KS2']],
    ['year 1', []],
    ['secondary school', ['KS3', 'KS4']],
    ['primary school', ['KS2']],
    ['high school pupils', ['KS3', 'KS4']],
    ['year 9 pupils', ['KS3']],
    ['KS3-4', ['KS3', 'KS4']],
    ['KS3/4', ['KS3', 'KS4']],
    ['KS3 and KS4', ['KS3', 'KS4']],
    ['KS3 or KS4', ['KS3', 'KS4']],
    ['KS3, KS4', ['KS3', 'KS4']],
    ['KS2 and KS4', ['KS2', 'KS4']],
    ['KS2 to 4', ['KS2', 'KS3', 'KS4']],
    ['year 8 or 9', ['KS3']],
    ['year 8/9', ['KS3']],
    ['year 5 or 10', ['KS2', 'KS4']],
    ['key stage three', ['KS3']],
    ['year nine class', ['KS3']],
    ['13-year-olds', ['KS3']],
    ['consent for primary school children', ['KS2']],
  ] as const)('%s finds lessons of that age alone', ([words, stages]) => {
    expect(
      stagesOf(words)
        .filter((stage) => stage !== null)
        .toSorted(),
    ).toEqual([...stages]);
  });

  test('“film” finds the lessons with a film, and “no film” the others', () => {
    const withFilm = cards.filter(({ film }) => film !== null).map(({ slug }) => slug);
    expect(withFilm).toContain(KS3);
    for (const words of ['film', 'Films', 'with a film', 'video']) {
      expect(found(words)).toEqual(withFilm);
    }
    expect(found('no film')).toEqual(
      cards.filter(({ film }) => film === null).map(({ slug }) => slug),
    );
    expect(found('film year 8')).toEqual(
      cards.filter(({ film, stage }) => film !== null && stage === 'KS3').map(({ slug }) => slug),
    );
  });

  test('in any case, in the singular or plural, and from three letters on while it is typed', () => {
    for (const words of ['SEXTING', 'Nude', 'nudes', 'sext', 'nud', 'Sexting!', 'nude images']) {
      expect(found(words)).toContain(KS3);
    }
    for (const words of ['boundary', 'boundaries']) expect(found(words)).toEqual(found('consent'));
    expect(found('submarine')).toEqual([]);
    expect(found('sexting submarine')).toEqual([]);
  });

  test('minutes and devices are read as such', () => {
    const within = (max: number) =>
      cards
        .filter(({ lengths }) => lengths.some((minutes) => minutes <= max))
        .map(({ slug }) => slug);
    expect(within(20).length).toBeLessThan(within(60).length);
    expect(found('20 min')).toEqual(within(20));
    for (const words of ['1 hour', '60 minutes', '60-minute lesson', 'an hour', '1-hour']) {
      expect(found(words)).toEqual(within(60));
    }
    for (const words of ['45 min', '45-minute', 'year 8 45 minutes']) {
      expect(found(words)).toEqual(expect.arrayContaining([KS3]));
    }
    expect(found('45-minute')).toEqual(within(45));
    expect(found('half an hour')).toEqual(within(30));
    expect(found('no devices')).toEqual(cards.map(({ slug }) => slug));
    expect(found('tablets')).toEqual(cards.filter(({ asks }) => asks).map(({ slug }) => slug));
  });
});

describe('[TB13] a school’s own lesson without a topic', () => {
  const own = (title: string) => ({
    ...lessonCard(
      readLesson('our-own', `---\ntitle: ${title}\nstage: KS3\n---\n# Hello\n`),
      NO_MEDIA,
    ),
    topics: [],
  });

  test.for([
    'Healthy relationships',
    'Internet safety',
    'Social media and me',
    'Group chat rules',
    'Primary colours',
    'Our film about kindness',
    'Saying no to tablets in year 9',
  ])('is found by its own title: %s', (title) => {
    for (const words of [title, title.toLowerCase(), ` ${title}!`]) {
      expect(fitsWords(own(title), words)).toBe(true);
    }
    expect(fitsWords(own(title), `${title} submarine`)).toBe(false);
    expect(fitsWords(own('Floating ice'), title)).toBe(false);
  });

  test('is found by its title beside an age', () => {
    expect(fitsWords(own('Healthy relationships'), 'healthy relationships year 9')).toBe(true);
    expect(fitsWords(own('Healthy relationships'), 'healthy relationships year 5')).toBe(false);
  });

  test.for(['Internet safety', 'Social media and me', 'Healthy relationships'])(
    'has the topics that its title names: %s',
    (title) => {
      const { topics: named } = lessonCard(
        readLesson('our-own', `---\ntitle: ${title}\nstage: KS3\n---\n# Hello\n`),
        NO_MEDIA,
      );
      expect(named.length).toBeGreaterThan(0);
    },
  );
});

test.for([
  ['fraud', 'whose-money-is-it'],
  ['money muling', 'whose-money-is-it'],
  ['assembly', 'safer-internet-day'],
  ['hugs', 'consent-without-pictures'],
  ['write messages workshop', 'write-the-next-film'],
] as const)('the lesson on it is found by %s', ([words, wanted]) => {
  expect(found(words)).toEqual([wanted]);
});

const [MILL, FALL, PERCENT, CHAT] = [
  'did-the-law-change-the-mill',
  'which-lands-first',
  'up-and-back-down',
  'left-out-of-the-chat',
] as const;

describe('a teacher of another subject finds lessons', () => {
  test.for([
    ['history', MILL],
    ['History year 8', MILL],
    ['history lesson on factories', MILL],
    ['sources', MILL],
    ['mill', MILL],
    ['factory act', MILL],
    ['inspectors', MILL],
    ['evidence', MILL],
    ['industry and empire', MILL],
    ['child labour', MILL],
    ['science', FALL],
    ['physics', FALL],
    ['experiment', FALL],
    ['gravity', FALL],
    ['forces', FALL],
    ['air resistance', FALL],
    ['moon', FALL],
    ['maths', PERCENT],
    ['mathematics KS3', PERCENT],
    ['percentages', PERCENT],
    ['percentage change', PERCENT],
    ['multiplier', PERCENT],
    ['bar model', PERCENT],
    ['pshe', CHAT],
    ['group chat', CHAT],
    ['friendship', CHAT],
    ['caring friendships', CHAT],
    ['left out', CHAT],
  ] as const)('by its subject, its words or what it is for: %s', ([words, wanted]) => {
    expect(found(words)).toContain(wanted);
  });

  test.for([
    'sexting',
    'nudes',
    'sharing images',
    'blackmail',
    'consent',
    'grooming',
    'sextortion',
  ])('never for what safeguarding alone is about: %s', (words) => {
    const others = [MILL, FALL, PERCENT, CHAT].filter((slug) => found(words).includes(slug));
    expect(others).toEqual([]);
  });

  test('for years of two stages, where it says so', () => {
    expect(found('year 6')).toContain(CHAT);
    expect(found('pshe year 7')).toContain(CHAT);
    expect(found('year 5')).not.toContain(CHAT);
    expect(found('KS2')).not.toContain(CHAT);
  });

  test('by its subject finds that subject alone', () => {
    expect(found('history')).toEqual([MILL]);
    expect(found('maths')).toEqual([PERCENT]);
    expect(found('science')).toEqual([FALL]);
    expect(found('geography')).toEqual([]);
  });

  test.each([
    ['Gas under pressure', 'subject: physics'],
    ['Plate boundaries', 'subject: geography'],
    ['Plate boundaries', 'stage: KS3'],
    ['Permission to land: help from the tower', 'subject: Aviation'],
  ])('%s, %s, is about nothing of safeguarding', (title, head) => {
    const read = readLesson('other', `---\ntitle: "${title}"\n${head}\n---\n\n# T\n`);
    const card = lessonCard(structuredClone(read), NO_MEDIA);
    expect(card.topics).toEqual([]);
    expect(fitsWords(card, 'consent')).toBe(false);
    expect(fitsWords(card, title)).toBe(true);
  });

  test('of a school’s own subject by its name', () => {
    const bees = lessonCard(
      readLesson('bees', '---\ntitle: The hive\nsubject: Bee keeping\n---\n\n# T\n'),
      NO_MEDIA,
    );
    expect(fitsWords(bees, 'bee keeping')).toBe(true);
    expect(fitsWords(bees, 'history')).toBe(false);
  });
});

test('what teachers type for a topic is in no card, so on no page (H13)', () => {
  const shown = JSON.stringify(cards.map(({ topics: names, slug }) => [slug, names]));
  for (const word of ['sexting', 'nude', 'sextortion', 'porn', 'naked']) {
    expect(shown).not.toContain(word);
  }
});

test('every topic is found by each of its words, and some lesson is about it', () => {
  for (const [topic, { typed }] of Object.entries(topics)) {
    const about = cards
      .filter((card) => (card.topics as readonly string[]).includes(topic))
      .map(({ slug }) => slug);
    expect([topic, about.length > 0]).toEqual([topic, true]);
    for (const words of typed) {
      expect([words, found(words)]).toEqual([words, expect.arrayContaining(about)]);
    }
  }
});

test('[TB13] lessons that say what was typed come before those that fit by its meaning, and one with it in its title first', () => {
  const order = (words: string) =>
    closestFirst(
      cards.filter((card) => fitsWords(card, words)),
      words,
    ).map(({ slug }) => slug);
  const blackmail = order('blackmail');
  expect(blackmail.length).toBeGreaterThan(2);
  expect(blackmail.indexOf(KS4)).toBeLessThan(
    blackmail.indexOf('for-the-whole-world-to-see-in-messages'),
  );
  expect(order('consent')[0]).toBe('consent-without-pictures');
  expect(order('')).toEqual(found(''));
  expect(new Set(blackmail)).toEqual(new Set(found('blackmail')));
});
