import { describe, expect, test } from 'vitest';
import { insertedAt } from '../../src/edit/insertions.ts';
import { FILM_SLIDE, withFilm } from '../../src/edit/lesson-film.ts';
import { readEdited } from '../../src/edit/reading.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

describe('a lesson that names a film', () => {
  test.for([
    '---\ntitle: Ice\nstage: KS2\n---\n# Ice\n\nCold.\n',
    '---\ntitle: Ice\nfilm: tides\n---\n# Ice\n',
    '---\nfilms: [tides, waves]\ntitle: Ice\n---\n# Ice\n',
    '---\nfilms:\n  - tides\n  - waves\n# Ours.\ntitle: Ice\n---\n# Ice\n',
    '---\nfilms:\n- tides\ntitle: Ice\n---\n# Ice\n',
    '---\ntitle: Ice\n---',
    '# Ice: a start\n\nfilm: tides\n',
  ])('names that one alone, and keeps its title and its words: %j', (text) => {
    const before = readLesson('ice', text).lesson;
    const after = readLesson('ice', withFilm(text, 'speech-bubbles')).lesson;
    expect(after.films).toEqual(['speech-bubbles']);
    expect(after.title).toBe(before.title);
    expect(after.blocks).toEqual(readLesson('ice', withFilm(text, 'tides')).lesson.blocks);
    expect(withFilm(withFilm(text, 'tides'), 'speech-bubbles')).toBe(
      withFilm(text, 'speech-bubbles'),
    );
  });

  test('keeps the comments of its head', () => {
    expect(withFilm('---\nfilms:\n  - a\n# Ours.\ntitle: Ice\n---\n', 'b')).toBe(
      '---\n# Ours.\ntitle: Ice\nfilm: b\n---\n',
    );
  });

  test('shows it on the slide that is put in, without a mistake', () => {
    const before = withFilm('---\ntitle: Ice\n---\n# Ice\n\n### A slide\n\n- A point\n', 'tides');
    const { text } = insertedAt(FILM_SLIDE, { before, after: '' });
    const { reading } = readEdited({ slug: 'ice', text: before + text, beside: 'board' });
    expect(reading.film).toBe('tides');
    expect(reading.deck.slides.map(({ kind }) => kind)).toContain('film');
    expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
