import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allCuts, cutMinutes } from '../../src/lesson/cuts.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { toWords } from '../../src/document/to-text.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const lessonOf = (slug: string) => readLesson(slug, read(`lessons/${slug}.md`)).lesson;

describe('what our own lessons and slips say', () => {
  it('shows a class that talks of blackmail what someone in despair can do tonight, on the slide itself', () => {
    for (const slug of ['power-and-putting-it-right', 'power-and-putting-it-right-in-messages']) {
      const plan = slidesOf(lessonOf(slug)).find(({ heading }) => heading.startsWith('The plan'));
      const words = plan === undefined ? '' : toWords(plan.body).replaceAll('\u00a0', ' ');
      expect(words).toMatch(/Wake an adult, or call Childline: 0800 1111\. Not safe\? Call 999\./);
      // No hours: they change.
      expect(words).not.toMatch(/24|day or night|hours/);
    }
  });

  it('promises a pupil only what can be kept in the last lesson of the day', () => {
    expect(read('handouts/question-slips.md')).not.toMatch(/find you quietly today/);
    expect(read('handouts/question-slips.md')).toMatch(/as soon as we can/);
  });

  it('teaches every whole lesson with a film that is here, or with none, and its minutes come out', () => {
    const history = lessonOf('did-the-law-change-the-mill');
    const [whole] = allCuts(history);
    expect(history.films).toEqual([]);
    expect(slidesOf(history).map(({ kind }) => kind)).not.toContain('film');
    expect(whole && cutMinutes(whole, { devices: false })).toEqual([history.minutes]);
  });

  it('says of a class only what its slides ask for', () => {
    expect(lessonOf('up-and-back-down').summary).not.toMatch(/Pupils draw/);
    expect(read('lessons/write-the-next-film.md')).not.toMatch(/In the film it is three dots/);
  });
});
