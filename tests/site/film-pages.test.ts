import { afterEach, expect, test } from 'vitest';
import type { Deck } from '../../src/outputs/board/deck.ts';
import type { FilmPages } from '../../src/outputs/board/film-pages.ts';
import { ask, json } from '../server/ask.ts';
import { LESSON, openSchool, type School } from '../server/school.ts';

const timed = 'title: The school’s film\nfps: 24\nlength: "8:30"\nstops: {}\n';
let school: School;
afterEach(() => school.close());

async function filesOf(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly deck: Deck; readonly pages: FilmPages; readonly board: string }> {
  school = await openSchool(files);
  const read = (path: string) => ask(school.staff + path);
  return {
    deck: json<Deck>(await read(`present/${LESSON}/deck.json`)),
    pages: json<FilmPages>(await read(`present/${LESSON}/film.json`)),
    board: (await read(`board/${LESSON}/`)).text,
  };
}

test('A film that cannot be used gives way to the next, and the presenter alone shows why', async () => {
  const { deck, pages, board } = await filesOf({
    'media/missing-film/film.yaml': timed,
    'media/missing-film/film.mp4': 'A text by another name',
  });
  expect(deck.film?.title).toBe('Little film');
  expect(pages.told.join(' ')).toMatch(
    /media\/missing-film cannot be used here, so “Little film” plays\. .*no film that can be read/,
  );
  expect(board).not.toMatch(/cannot be used|no film that can be read/);
  expect(pages.media?.captions).toEqual([{ start: 0, end: 1, text: 'Hello' }]);
});

test('A film whose times are known and whose file is not here is waited for; it may be chosen on the laptop', async () => {
  const { deck, pages } = await filesOf({
    'media/missing-film/film.yaml': timed,
    'media/missing-film/captions.en.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nSchool\n',
  });
  expect([deck.film?.title, deck.awaited?.film.title]).toEqual([
    'Little film',
    'The school’s film',
  ]);
  expect(pages.awaited?.captions.map(({ text }) => text)).toEqual(['School']);
  expect(pages.told).toEqual([]);
});

test('The editor has the films that a lesson can name, with those whose file or whose times are not here', async () => {
  school = await openSchool({
    'media/missing-film/film.yaml': timed,
    'media/untimed/film.yaml': 'title: No times yet\n',
    'media/just-copied/film.mp4': 'film',
    'media/pictures/wave.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const { text } = await ask(`${school.staff}edit/`);
  const [, data = ''] = /id="data"[^>]*>([^<]*)</.exec(text) ?? [];
  expect(JSON.parse(data)).toMatchObject({
    films: [
      { name: 'just-copied', title: 'just-copied', length: null, isHere: true, isConfirmed: false },
      { name: 'little-film', title: 'Little film', length: 20, isHere: true, isConfirmed: false },
      { name: 'untimed', title: 'No times yet', length: null, isHere: false, isConfirmed: false },
      {
        name: 'missing-film',
        title: 'The school’s film',
        length: 510,
        isHere: false,
        isConfirmed: false,
      },
    ],
  });
});
