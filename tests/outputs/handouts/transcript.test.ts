import { describe, expect, it } from 'vitest';
import { transcriptPage, type WordedFilm } from '../../../src/outputs/handouts/transcript.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { firstLesson } from './a-lesson.ts';

const ALEX = '<span data-character="Alex">Alex</span>';
const SAM = '<span data-character="Sam">Sam</span>';
const film: WordedFilm = {
  manifest: {
    title: 'Speech Bubbles',
    contentNote: 'Shapes.',
    length: 60,
    stops: { 'before-the-ask': 4, 'the-pressure': 22, 'it-spreads': 36 },
  },
  captions: [
    { start: 3, text: '[a soft chime]' },
    { start: 22, text: '[a slow note] <b>' },
    { start: 45, text: '[warm music]' },
  ],
  descriptions: [
    { start: 3, text: 'Two shapes talk.' },
    { start: 22, text: 'An envelope appears.' },
  ],
};
const main = (lesson = firstLesson().lesson, shown: WordedFilm | null = film) =>
  transcriptPage(lesson, shown)['main'] ?? '';
const lines = (page: string) =>
  [...(page.split('sheet__help')[0] ?? '').matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(
    ([, line]) => line,
  );

describe('the film in words', () => {
  it('says what is seen and then heard at each moment, in their order, and marks each stop before what comes after it', () => {
    expect(lines(main())).toEqual([
      '<b>0:03</b> Two shapes talk. [a soft chime]',
      `<b>Stop 1 of 3, 0:04</b> ${ALEX} wants to ask something. What makes it easy to say no?`,
      `<b>Stop 2 of 3, 0:22</b> What is ${ALEX} doing to put pressure on ${SAM}?`,
      '<b>0:22</b> An envelope appears. [a slow note] &lt;b&gt;',
      '<b>Stop 3 of 3, 0:36</b> What can the people who see it do now?',
      '<b>0:45</b> [warm music]',
    ]);
  });

  it('keeps to the part that the plan plays, and to the plan’s own times', () => {
    const { lesson } = readLesson(
      'x',
      '---\ntitle: T\nfilm: a\n---\n::: film 0:20-0:40\n### Stop it at 0:30: What now?\n:::\n',
    );
    expect(lines(main(lesson))).toEqual([
      '<b>0:22</b> An envelope appears. [a slow note] &lt;b&gt;',
      '<b>Stop 1 of 1, 0:30</b> What now?',
    ]);
  });

  it('begins with what is in it, and says so where nothing plays or nothing is written', () => {
    const unnoted = { ...film, manifest: { ...film.manifest, contentNote: '' } };
    expect(main(firstLesson().lesson, unnoted)).toContain('Pressure to send nudes, and passing');
    expect(main(firstLesson().lesson, null)).toContain('No film plays in this lesson');
    const { lesson } = readLesson('x', '---\ntitle: T\nfilm: a\n---\n::: film\n:::\n');
    expect(main(lesson, { ...film, captions: [], descriptions: [] })).toContain(
      'neither captions nor descriptions',
    );
    expect(main(lesson)).toContain('Shapes.');
  });

  it('ends on help, as every sheet does that a pupil takes along', () => {
    expect(main()).toMatch(
      /<b>Childline<\/b>: chat on childline\.org\.uk, or call 0800 1111, free<\/li>.*<li>In danger now\? Call <b>999<\/b>\.<\/li><\/ul><\/section><\/article>$/,
    );
  });

  it('tells none of the teacher’s notes', () => {
    expect(main()).not.toMatch(/Listen for|Two minutes in pairs/);
  });
});
