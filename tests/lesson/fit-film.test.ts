import { describe, expect, test } from 'vitest';
import { toHtml } from '../../src/document/to-html.ts';
import { toText } from '../../src/document/to-text.ts';
import { fitLesson, stopsLeftOut, type FittingFilm } from '../../src/lesson/fit-film.ts';
import { slidesOf, type Lesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const text = `---
title: A lesson
minutes: 20
films: [ours, another]
names: [Sam, Alex]
roles: {asks: Alex, is asked: Sam}
cuts:
  12 minutes: [Watching, It spreads (5 min)]
---

## Watching (10 min)

::: film
### Stop before-the-ask: What makes it easy to say no?
Talk in pairs.

Notes:
> “What would a friend say?”

**With *Another*,** say: “It is made of shapes.” **With another film,** watch it first.

### Stop the-pressure: What is {Alex} doing?
Talk in pairs.

End calmly:
> “{Sam} tells an adult.”

Then the help slide.

## It spreads (6 min)

### Stop it-spreads: What now?
Talk in pairs.
:::

## After (4 min)

### What helps?
- One adult

End calmly:
> “One adult is enough.”
`;

const { lesson, problems } = readLesson('a', text);
const film: FittingFilm = {
  title: 'Ours',
  stops: { 'before-the-ask': 10, 'the-pressure': 20, 'it-spreads': 30 },
};
const without = (...gone: readonly string[]): FittingFilm => ({
  ...film,
  stops: Object.fromEntries(Object.entries(film.stops).filter(([stop]) => !gone.includes(stop))),
});
const shape = (one: Lesson) =>
  slidesOf(one).map((slide) => {
    if (slide.kind === 'film') return `film ${slide.from ?? 'start'} to ${slide.to ?? 'end'}`;
    return slide.kind === 'stop' ? `stop ${slide.n}/${slide.of} ${slide.stop}` : slide.kind;
  });
const minutes = (one: Lesson) => one.blocks.map(({ title, minutes: of }) => `${title} ${of}`);

describe('A lesson with a film', () => {
  test('is as it is written where the film has all its stops, and where no film plays', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(shape(fitLesson(lesson, film))).toEqual(shape(lesson));
    expect(fitLesson(lesson, null)).toBe(lesson);
  });

  test('leaves out a stop in the middle: the part before it plays on, and stops are counted again', () => {
    const fitted = fitLesson(lesson, without('the-pressure'));
    expect(shape(lesson).slice(0, 4)).toEqual([
      'film start to before-the-ask',
      'stop 1/3 before-the-ask',
      'film before-the-ask to the-pressure',
      'stop 2/3 the-pressure',
    ]);
    expect(shape(fitted).filter((one) => one.startsWith('stop'))).toEqual([
      'stop 1/2 before-the-ask',
      'stop 2/2 it-spreads',
    ]);
    expect(shape(fitted).join('\n')).not.toContain('the-pressure');
  });

  test('gives the minutes of a part that was such a stop alone to the talk before, in every version', () => {
    const fitted = fitLesson(lesson, without('it-spreads'));
    expect(minutes(lesson)).toEqual(['Watching 10', 'It spreads 6', 'After 4']);
    expect(minutes(fitted)).toEqual(['Watching 16', 'After 4']);
    expect(
      fitted.cuts[0]?.sessions[0]?.blocks.map(({ title, minutes: of }) => [title, of]),
    ).toEqual([['Watching', 15]]);
    expect(stopsLeftOut(lesson, without('it-spreads')).map(({ heading }) => heading)).toEqual([
      'What now?',
    ]);
  });

  test('gives them to the talk after it where none is before', () => {
    const fitted = fitLesson(lesson, without('before-the-ask', 'the-pressure'));
    expect(shape(fitted)).toEqual([
      'film start to it-spreads',
      'stop 1/1 it-spreads',
      'film it-spreads to end',
      'text',
    ]);
    expect(minutes(fitted)).toEqual(['It spreads 16', 'After 4']);
  });

  test('is as it is written with a film that has none of its stops', () => {
    const none = without('before-the-ask', 'the-pressure', 'it-spreads');
    expect(fitLesson(lesson, none)).toBe(lesson);
  });

  test('asks the film’s own question, calls people as the film does, and ends as the film ends', () => {
    const fitted = fitLesson(lesson, {
      ...film,
      questions: { 'the-pressure': 'What is Jo doing?', constructor: 'No' },
      people: { asks: 'Jo' },
      endCalmly: ['Mo told her aunt.', 'It is over.'],
    });
    expect(slidesOf(fitted).find((slide) => slide.id.includes('the-pressure'))?.heading).toBe(
      'What is Jo doing?',
    );
    expect(fitted.names).toEqual({ Sam: 'Sam', Alex: 'Jo' });
    const [watching, , after] = fitted.blocks;
    expect(watching && toText(watching.landSafely)).toContain('“Mo told her aunt. It is over.”');
    expect(watching && toText(watching.landSafely)).not.toContain('tells an adult');
    expect(watching && toText(watching.landSafely)).toContain('Then the help slide.');
    expect(after && toText(after.landSafely)).toContain('One adult is enough.');
  });

  test('two people that a film would call the same have the names of the lesson', () => {
    expect(fitLesson(lesson, { ...film, people: { asks: 'Sam' } }).names).toEqual(lesson.names);
  });

  test('has no note on another film by its title', () => {
    const notes = (title: string) =>
      slidesOf(fitLesson(lesson, { ...film, title }))
        .map((slide) => toHtml(slide.notes))
        .join('');
    expect(notes('Ours')).not.toMatch(/Another|shapes/);
    expect(notes('Ours')).toContain('watch it first');
    expect(notes('Another')).toContain('It is made of shapes');
    expect(notes('Another')).not.toContain('watch it first');
  });

  test('is fitted once: the same film changes nothing more', () => {
    const wordy = {
      ...without('it-spreads'),
      questions: { 'the-pressure': 'Why?' },
      endCalmly: ['Over.'],
    };
    const once = fitLesson(lesson, wordy);
    expect(fitLesson(once, wordy)).toEqual(once);
  });
});
