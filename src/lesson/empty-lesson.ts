import { emptyDocument } from '../document/nodes.ts';
import { NO_TIMES } from '../film/stops.ts';
import { NOTHING } from './head-fields.ts';
import { subjectOf } from '../subjects/subjects.ts';
import type { Lesson } from './lesson.ts';

/** A lesson in which nothing is written, called by the name of its file if by nothing else. */
export function emptyLesson(slug: string, title = slug): Lesson {
  const staff = {
    alternativeTask: emptyDocument('teacher'),
    hardQuestions: [],
    adaptations: emptyDocument('teacher'),
    grouping: emptyDocument('teacher'),
    toReview: [],
  };
  const { subjectName, ...fields } = NOTHING;
  return {
    slug,
    ...fields,
    subject: subjectOf(subjectName, { lines: [] }),
    title,
    boardTitle: title,
    filmTimes: NO_TIMES,
    cuts: [],
    staff,
    blocks: [],
    questions: [],
    fields: [],
    handouts: [],
    pictures: [],
  };
}
