import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lessonCard } from '../../../src/outputs/library/lesson-card.ts';
import {
  ANY,
  fitsFilter,
  groupsFor,
  isAny,
  readFilter,
  writeFilter,
  type Filter,
} from '../../../src/outputs/library/library-filter.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { firstLesson, ourFilm, shortLesson } from '../handouts/a-lesson.ts';

const film = lessonCard(firstLesson(), ourFilm);
const short = lessonCard(shortLesson('KS4'), NO_MEDIA);
const broken = lessonCard(readLesson('My Lesson', '# Hello'), NO_MEDIA);
const all = [film, short, broken];
const fitting = (filter: Partial<Filter>) =>
  all.filter((card) => fitsFilter(card, { ...ANY, ...filter }));
const names = (filter: Filter = ANY, cards = all) =>
  groupsFor(cards, filter).map(
    ({ name, choices }) =>
      `${name}: ${choices.map((choice) => choice.name + (choice.isChosen ? '*' : '')).join(', ')}`,
  );

describe('looking for a lesson', () => {
  test('finds words of its title, its summary and its objectives, from their first letters, whatever their case and accents', () => {
    for (const words of ['whole world', 'SPOT pres', 'passes something', 'wörld']) {
      expect(fitting({ words })).toEqual([film]);
    }
    expect(fitting({ words: 'orld' })).toEqual([]);
    expect(fitting({ words: '  ' })).toEqual(all);
  });

  test('takes a cut of twenty minutes for twenty minutes, and any of several ages', () => {
    expect(fitting({ length: 20 })).toEqual([film, short]);
    expect(fitting({ length: 10 })).toEqual([short]);
    expect(fitting({ ages: ['KS3'] })).toEqual([film]);
    expect(fitting({ ages: ['KS3', 'KS4'] })).toEqual([film, short]);
  });

  test('asks for everything at once', () => {
    expect(
      fitting({
        ages: ['KS3', 'KS4'],
        length: 20,
        film: 'film',
        devices: 'tablets',
        words: 'pressure',
      }),
    ).toEqual([film]);
    expect(fitting({ film: 'none' })).toEqual([short, broken]);
    expect(fitting({ devices: 'none' })).toEqual([film, short]);
  });
});

describe('the choices', () => {
  test('are only those that some lesson fits, and of two lengths that find the same the shorter', () => {
    expect(names()).toEqual([
      'Ages: Ages 11–14, Ages 14–16',
      'Time: 10 minutes, 20 minutes',
      'Devices: No devices needed, Can use tablets',
      'Film: With a film, No film',
    ]);
    expect(names(ANY, [])).toEqual([]);
  });

  test('stay where they are chosen, though no lesson fits any more, and are taken away by another press', () => {
    const filter: Filter = { ...ANY, ages: ['KS1'], length: 60 };
    expect(names(filter)).toContain('Ages: Ages 5–7*, Ages 11–14, Ages 14–16');
    const chosen = groupsFor(all, filter).flatMap(({ choices }) =>
      choices.filter(({ isChosen }) => isChosen),
    );
    expect(chosen.map(({ pressed }) => [pressed.ages, pressed.length])).toEqual([
      [[], 60],
      [['KS1'], 0],
    ]);
  });
});

describe('an address', () => {
  const filters = fc.record<Filter>({
    words: fc.string({ maxLength: 100 }).map((words) => words.trim()),
    ages: fc.subarray(['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults']),
    length: fc.constantFrom(0, 10, 20, 30, 45, 60),
    devices: fc.constantFrom('', 'none', 'tablets'),
    film: fc.constantFrom('', 'film', 'none'),
  });

  test('keeps what is looked for but the words, which no address has (M26)', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const address = new URLSearchParams(writeFilter(filter)).toString();
        expect(readFilter(Object.fromEntries(new URLSearchParams(address)))).toEqual({
          ...filter,
          words: '',
        });
        expect(address === '' && filter.words === '').toBe(isAny(filter));
      }),
    );
  });

  test('of an older version still brings its words', () => {
    expect(readFilter({ q: 'consent', ages: 'KS3' })).toEqual({
      ...ANY,
      words: 'consent',
      ages: ['KS3'],
    });
  });

  test('that says something else looks for nothing', () => {
    expect(
      readFilter({
        ages: 'KS9 toddlers',
        minutes: '7',
        devices: 'phones',
        film: 'yes',
        rehearse: '',
      }),
    ).toEqual(ANY);
  });
});
