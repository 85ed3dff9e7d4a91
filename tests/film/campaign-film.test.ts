import { toHtml } from '../../src/document/to-html.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { film } from '../../src/slides/film.ts';
import type { Around } from '../../src/slides/slide-kind.ts';
import { readManifest } from '../../src/film/manifest.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { shippedLessons } from '../checks/shipped-lessons.ts';

const FILM = 'for-the-whole-world-to-see';
const text = readFileSync(new URL(`../../media/${FILM}/film.yaml`, import.meta.url), 'utf8');
const example = text.replaceAll(
  /^# (?=(?:fps|length|stops|content note|ends with help|spoken words|confirmed):| {2}\S)/gm,
  '',
);
const naming = shippedLessons()
  .map(({ slug, text: plan }) => readLesson(slug, plan).lesson)
  .filter(({ films }) => films.includes(FILM));
const stops = new Set(
  naming.flatMap((lesson) =>
    slidesOf(lesson).flatMap((slide) => (slide.kind === 'stop' ? [slide.stop] : [])),
  ),
);

describe('The example in the campaign’s film.yaml', () => {
  test('[TB5] has a line for every stop of every lesson that names the film', () => {
    expect(naming.length).toBeGreaterThan(2);
    for (const stop of stops) expect(example).toMatch(new RegExp(`^ {2}${stop}: "`, 'm'));
  });

  test('[TB5] holds no time that looks real, and copied as it is it is refused, each line named', () => {
    expect(text).not.toMatch(/\d:\d\d/);
    const { manifest, problems } = readManifest(example);
    expect(manifest).toBeNull();
    const messages = problems.map(({ message }) => message).join('\n');
    expect(messages).toContain('Cannot read the film’s length');
    for (const stop of stops) {
      expect(messages).toContain(`Cannot read the time of the stop “${stop}”`);
    }
  });

  test('[TB5] works once its letters are times and its choices are made', () => {
    const filled = example
      .replace('"M:SS"', '"9:59"')
      .replaceAll('"M:SS.S"', () => `"${(minute += 1)}:00.0"`)
      .replaceAll('yes or no', 'no')
      .replaceAll('role, YYYY-MM-DD', 'teacher, 2026-11-30');
    expect(readManifest(filled).problems).toEqual([]);
    expect(readManifest(filled).manifest).toMatchObject({
      endsWithHelp: false,
      hasSpokenWords: false,
    });
  });
});

let minute = 0;

describe('What the class reads before a film', () => {
  const card = (
    lesson: (typeof naming)[number],
    playing: Around['film'],
    at = 0,
    playsToEnd = true,
  ) => {
    const part = slidesOf(lesson).filter((slide) => slide.kind === 'film')[at];
    const { subject, nation, stage, setting, contentNote, names, roles } = lesson;
    return part
      ? `${film.draw(part, { subject, nation, stage, setting, contentNote, names, roles, ask: () => null, playsToEnd, film: playing })}`
      : '';
  };

  test('[TB5] promises an ending with help of a film whose own file says so, and of no other', () => {
    for (const lesson of naming) {
      expect(card(lesson, { title: 'A', contentNote: '', endsWithHelp: true })).toContain(
        'It ends with help.',
      );
      for (const playing of [
        null,
        { title: 'A', contentNote: '' },
        { title: 'A', contentNote: '', endsWithHelp: false },
      ]) {
        expect(card(lesson, playing)).not.toMatch(/ends with|help/i);
      }
    }
  });

  test('[TW4] has the note once, before the first part', () => {
    const [lesson] = naming.filter(({ contentNote, slug }) => contentNote !== '' && slug === FILM);
    expect(lesson && card(lesson, null)).toContain(lesson?.contentNote);
    expect(lesson && card(lesson, null, 1)).not.toContain(lesson?.contentNote);
  });

  test('has the film’s own note where it has one, and the lesson’s where it has none', () => {
    const [lesson] = naming.filter(({ slug }) => slug === FILM);
    const note = (contentNote: string) => lesson && card(lesson, { title: 'A', contentNote });
    expect(note('Numbers.')).toContain('Numbers.');
    expect(note('Numbers.')).not.toContain(lesson?.contentNote);
    expect(note('')).toContain(lesson?.contentNote);
    // Of a part the lesson knows what is in it.
    const part = lesson && card(lesson, { title: 'A', contentNote: 'Numbers.' }, 0, false);
    expect(part).toContain(lesson?.contentNote);
    expect(part).not.toContain('Numbers.');
  });

  test('[TB5] no slide of these lessons promises how a film ends, or what it sounds like', () => {
    for (const lesson of naming) {
      const words = slidesOf(lesson)
        .map(({ heading, body }) => `${heading} ${toHtml(body)}`)
        .join(' ');
      expect(`${words} ${lesson.contentNote}`).not.toMatch(
        /(?:it|film) ends (?:well|with)|no spoken words|nobody speaks/i,
      );
    }
  });
});
