import { describe, expect, test } from 'vitest';
import {
  campaignFilm,
  CAMPAIGN_FILM,
  writtenFilmLine,
} from '../../../src/outputs/library/campaign-film.ts';
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
    const { isReady, line } = campaignFilm(waits, { ...film, isHere: false }, 'server');
    expect(isReady).toBe(false);
    expect(line && String(writtenFilmLine(line))).toBe(
      '<p>The campaign’s film, <cite>A film &lt;of theirs&gt;</cite>, isn’t here yet. <a href="./film/for-the-whole-world-to-see/">Add the film</a></p>',
    );
  });

  test('says what it still needs where its file is here', () => {
    const says = (...asked: Parameters<typeof campaignFilm>) => campaignFilm(...asked).line?.says;
    expect(says(waits, film, 'server')).toBe('is here, but its stops aren’t set yet.');
    expect(says(plays, { ...film, isConfirmed: false }, 'server')).toBe(
      'is here, but isn’t confirmed yet.',
    );
  });

  test('is gone where the film is confirmed and a lesson plays it, and where no lesson names it', () => {
    expect(campaignFilm(plays, film, 'server')).toEqual({ isReady: true, line: null });
    const others = waits.map((card) => ({ ...card, films: [] }));
    expect(campaignFilm(others, film, 'server')).toEqual({ isReady: false, line: null });
    expect(campaignFilm(waits, null, 'server')).toEqual({ isReady: false, line: null });
  });

  test('promises no more where pages are files than that it can be got ready', () => {
    for (const one of [
      { ...film, isHere: false },
      { ...film, isConfirmed: false },
    ]) {
      expect(campaignFilm(waits, one, 'browser').line).toMatchObject({
        says: 'isn’t in these lessons yet. Ask the person who looks after them to add it.',
        link: 'Get it ready for them',
      });
    }
  });
});
