import { fitLesson } from '../../lesson/fit-film.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import type { PresentFilm } from '../board/make-deck.ts';
import {
  writePowerPoint,
  type PowerPointFile,
  type PowerPointParts,
} from './powerpoint/write-powerpoint.ts';

/** A lesson, and the film that plays in it. */
export type LessonAndFilm = { readonly lesson: Lesson; readonly film: PresentFilm | null };

/** A lesson’s pictures by their path under `media/`, where its film is to be seen, null for nowhere, and the day that the file says, null for none. */
export type PowerPointOptions = Pick<PowerPointParts, 'media' | 'day'> & {
  readonly filmAddress: string | null;
};

/** A lesson as a presentation of PowerPoint. */
export function powerPointFile(
  { lesson, film }: LessonAndFilm,
  { media, day, filmAddress }: PowerPointOptions,
): PowerPointFile {
  return writePowerPoint(fitLesson(lesson, film?.manifest), {
    media,
    film: film && {
      title: film.manifest.title,
      contentNote: film.manifest.contentNote,
      endsWithHelp: film.manifest.endsWithHelp === true,
      address: filmAddress,
    },
    day,
  });
}

/** A lesson’s plan as a document of Word. */
export async function wordFile({ lesson, film }: LessonAndFilm): Promise<Uint8Array<ArrayBuffer>> {
  const { writeWord } = await import('./word/write-word.ts');
  return writeWord(fitLesson(lesson, film?.manifest));
}
