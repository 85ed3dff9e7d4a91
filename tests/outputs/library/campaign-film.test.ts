import { describe, expect, test } from 'vitest';
import {
  campaignFilm,
  CAMPAIGN_FILM,
  writtenFilmLine,
} from '../../../src/outputs/library/campaign-film.ts';
import { campaignFilmHere, withFilmHere } from '../../../src/outputs/library/library-with-films.ts';
import { readManifest } from '../../../src/film/manifest.ts';
import { lessonCard } from '../../../src/outputs/library/lesson-card.ts';
import type { NamedFilm } from '../../../src/film/named-film.ts';
import { firstLesson, ourFilm } from '../handouts/a-lesson.ts';

const film: NamedFilm = {
  name: CAMPAIGN_FILM,
  title: 'A film <of theirs>',
  length: 60,
  isHere: true,
  isConfirmed: true,
};
const waits = [lessonCard(firstLesson(), ourFilm)];
const plays = [
  {
    ...lessonCard(firstLesson(), ourFilm),
    films: [{ folder: CAMPAIGN_FILM, plays: true, told: 'A film' }],
  },
];

describe('the library’s line about the campaign’s film', () => {
  test('says that it is not here, and leads to where it is added', () => {
    const { isReady, line } = campaignFilm(waits, { ...film, isHere: false });
    expect(isReady).toBe(false);
    expect(line && String(writtenFilmLine(line))).toBe(
      '<p>The campaign’s film, <cite>A film &lt;of theirs&gt;</cite>, isn’t here yet. <a href="./film/for-the-whole-world-to-see/">Add the film</a></p>',
    );
  });

  test('says what it still needs where its file is here', () => {
    const says = (...asked: Parameters<typeof campaignFilm>) => campaignFilm(...asked).line?.says;
    expect(says(waits, film)).toBe('is here, but its stops aren’t set yet.');
    expect(says(plays, { ...film, isConfirmed: false })).toBe('is here, but isn’t confirmed yet.');
  });

  test('is gone where the film is confirmed and a lesson plays it, and where no lesson names it', () => {
    expect(campaignFilm(plays, film)).toEqual({ isReady: true, line: null });
    const others = waits.map((card) => ({ ...card, films: [] }));
    expect(campaignFilm(others, film)).toEqual({ isReady: false, line: null });
    expect(campaignFilm(waits, null)).toEqual({ isReady: false, line: null });
  });
});

describe('a film that is saved in this browser', () => {
  const yaml = `title: Ours\nfps: 25\nlength: "0:20.0"\nstops:\n  the-pressure: "0:08.0"\nends with help: no\n`;
  const confirmed =
    'confirmed:\n  watched to the end: teacher, 2026-11-30\n  no one nude or hurting themselves: teacher, 2026-11-30\n  we may show it: teacher, 2026-11-30\n';
  const here = (text: string) => {
    const { manifest } = readManifest(text);
    return new Map(manifest === null ? [] : [[CAMPAIGN_FILM, manifest]]);
  };
  const named = plays.map((card) => ({
    ...card,
    approval: 'each term' as const,
    film: { title: 'Speech Bubbles', length: 172 },
    films: [
      { folder: CAMPAIGN_FILM, plays: false, told: 'Its film.mp4 is not here' },
      { folder: 'speech-bubbles', plays: true, told: 'Speech Bubbles' },
    ],
  }));
  const made = campaignFilm(named, { ...film, isHere: false });

  test('is the one on the card of a lesson that would rather have it, and what one starts with', () => {
    const films = here(yaml + confirmed);
    const cards = named.map((card) => withFilmHere(card, films));
    expect(cards[0]).toMatchObject({
      film: { title: 'Ours', length: 20 },
      films: [{ folder: CAMPAIGN_FILM, plays: true }],
    });
    expect(campaignFilmHere(cards, films, made)).toEqual({ isReady: true, line: null });
  });

  test('that no one has confirmed is on no safeguarding lesson’s card, and the line says so', () => {
    const films = here(yaml);
    const cards = named.map((card) => withFilmHere(card, films));
    expect(cards).toEqual(named);
    expect(campaignFilmHere(cards, films, made).line?.says).toBe(
      'is here, but its stops aren’t set yet.',
    );
    const open = named.map((card) => withFilmHere({ ...card, approval: 'none' }, films));
    expect(open.map((card) => card.film?.title)).toEqual(['Ours']);
  });

  test('leaves a lesson as it is that names it nowhere, or after the one that plays', () => {
    const films = here(yaml + confirmed);
    const others = waits.map((card) => ({ ...card, films: [] }));
    expect(others.map((card) => withFilmHere(card, films))).toEqual(others);
    expect(campaignFilmHere(named, new Map(), made)).toBe(made);
  });
});
