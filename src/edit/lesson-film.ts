import { withField } from './head-field.ts';

/** A film that has a folder of this name under `media/`, what it is called, and whether its file is there to be played. */
export type NamedFilm = {
  readonly name: string;
  readonly title: string;
  /** Seconds; null where its film.yaml gives no times that can be used: then no lesson can show it yet. */
  readonly length: number | null;
  readonly isHere: boolean;
  /** False where someone still has to confirm that a class may see it: then it is not offered for a safeguarding lesson. */
  readonly isConfirmed: boolean;
};

/** The slide that a film begins on. */
export const FILM_SLIDE = '::: film\n‹What to watch for›\n:::\n';

/** The text of a lesson that names this film, and no other. */
export function withFilm(text: string, name: string): string {
  return withField(text, ['film', 'films'], `film: ${name}`);
}
