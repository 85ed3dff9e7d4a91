import { withField } from './head-field.ts';

/** The slide that a film begins on. */
export const FILM_SLIDE = '::: film\n‹What to watch for›\n:::\n';

/** The text of a lesson that names this film, and no other. */
export function withFilm(text: string, name: string): string {
  return withField(text, ['film', 'films'], `film: ${name}`);
}
