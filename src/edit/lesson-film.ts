import { withField } from './head-field.ts';

/** A film that a lesson can name: its folder under `media/`, what it is called, its length in seconds, and whether its file is there to be played. */
export type NamedFilm = {
  readonly name: string;
  readonly title: string;
  readonly length: number;
  readonly isHere: boolean;
};

/** The slide that a film begins on. */
export const FILM_SLIDE = '::: film\n‹What to watch for›\n:::\n';

/** The text of a lesson that names this film, and no other. */
export function withFilm(text: string, name: string): string {
  return withField(text, ['film', 'films'], `film: ${name}`);
}
