import type { FilmPages } from '../outputs/board/film-pages.ts';
import { filmWords } from './films.ts';
import type { Media } from './media-folders.ts';
import type { SeenMedia } from './media-state.ts';

/**
 * What the presenter alone reads about a lesson's films: their words, why another one plays, and
 * what keeps it from playing or stopping well.
 */
export async function filmPages(
  { film, awaited, skipped, findings }: SeenMedia,
  media: Media,
): Promise<FilmPages> {
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ found, todo }) => `${found} ${todo}`);
  const passed = skipped
    .filter(({ isHere }) => isHere)
    .map(
      ({ film: name, why }) =>
        `The film in media/${name} cannot be used here${film ? `, so “${film.manifest.title}” plays` : ''}. ${why}.`,
    );
  return {
    media: film && (await filmWords(film, media)),
    awaited: awaited && (await filmWords(awaited, media)),
    told: [...passed, ...errors],
  };
}
