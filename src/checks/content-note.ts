import { isEmpty } from '../document/nodes.ts';
import { slidesOf } from '../lesson/lesson.ts';
import type { Hazard } from './hazard.ts';

/** M4: a class reads what is in a film before it plays. A film's own note stands in for it, but whichever film plays, the lesson knows what its story holds. */
export const contentNote: Hazard = {
  row: 'M4',
  code: 'content-note',
  severity: 'warning',
  audience: 'pupils',
  source:
    'A teacher and a safeguarding lead who read the lessons, 2026-11-24: before the film, a content note and a quiet way out, on the board',
  find: ({ lesson }) => {
    const opening = slidesOf(lesson).find((slide) => slide.kind === 'film');
    if (opening === undefined || lesson.contentNote !== '' || !isEmpty(opening.body)) return [];
    const message =
      'Cannot tell what the class reads before the film plays: anyone who may find it hard needs to know, and to have a quiet way out. Put a line “content note: …” at the head, in calm words';
    return [{ line: opening.line, column: 1, message }];
  },
};
